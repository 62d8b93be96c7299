//! A real browser, and pages to look at with it.

use std::{
    error::Error,
    fs,
    net::TcpListener as StdListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use axum::Router;
use thirtyfour::{WebDriverRunError, prelude::*};

pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Serves `pages`, opens a browser, and closes both after `look` however it ends. `look` gets the
/// browser and the address of the pages, `http://127.0.0.1:PORT`.
///
/// # Errors
///
/// Fails without `chromedriver` on the PATH: a check that is skipped in silence is no check.
pub(crate) async fn look<F>(pages: Router, look: impl FnOnce(WebDriver, String) -> F) -> Result<()>
where
    F: Future<Output = Result<()>>,
{
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let site = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, pages).await });
    let profile = tempfile::tempdir()?;
    let (_chromedriver, address) = start_chromedriver()?;
    let browser = open_browser(&address, profile.path()).await?;
    browser.set_script_timeout(Duration::from_mins(1)).await?;
    match browser.run_and_quit(|browser| look(browser, site)).await {
        Ok(()) => Ok(()),
        Err(WebDriverRunError::Body(error)) => Err(error),
        Err(error) => Err(error.to_string().into()),
    }
}

/// axe-core, fetched by `npm`.
fn axe() -> Result<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(&path).map_err(|error| {
        format!("{}: {error}; run `npm ci --omit=optional` in crates/web", path.display()).into()
    })
}

/// What is wrong with the page now open: axe-core's violations, and content wider than the screen.
pub(crate) async fn faults(browser: &WebDriver) -> Result<Vec<String>> {
    browser.execute(axe()?, vec![]).await?;
    let found = browser
        .execute_async(
            r#"const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ["violations"] }).then(
              (result) => done(result.violations.map((violation) =>
                `${violation.id}: ${violation.help} in ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`)),
              (error) => done([`axe-core failed: ${error}`]),
            );"#,
            vec![],
        )
        .await?;
    let mut faults: Vec<String> = found.convert()?;
    let overflow = browser
        .execute(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth;",
            vec![],
        )
        .await?
        .convert::<i64>()?;
    if overflow > 0 {
        faults.push(format!("the page is {overflow} px wider than the screen"));
    }
    Ok(faults)
}

struct Chromedriver(Child);

impl Drop for Chromedriver {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing else to do about it here.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(StdListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn start_chromedriver() -> Result<(Chromedriver, String)> {
    let port = free_port()?;
    let child = Command::new("chromedriver")
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| {
            format!(
                "chromedriver does not start ({error}); install chromium-driver or use ./dev test"
            )
        })?;
    Ok((Chromedriver(child), format!("http://127.0.0.1:{port}")))
}

async fn open_browser(driver_address: &str, profile: &Path) -> Result<WebDriver> {
    let mut options = DesiredCapabilities::chrome();
    for arg in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
    ] {
        options.add_arg(arg)?;
    }
    options.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    // The driver needs a moment to listen; asked too early it refuses, so ask until it answers.
    let mut pause = tokio::time::interval(Duration::from_millis(100));
    let mut last = String::new();
    for _ in 0..100 {
        pause.tick().await;
        match WebDriver::new(driver_address, options.clone()).await {
            Ok(browser) => return Ok(browser),
            Err(error) => last = error.to_string(),
        }
    }
    Err(format!("chromedriver does not open a browser: {last}").into())
}
