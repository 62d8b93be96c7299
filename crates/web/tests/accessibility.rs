//! axe-core and the width of the screen, on every page in a real browser.
//!
//! Needs `chromedriver` on the PATH and `node_modules/axe-core`; `./dev test` brings both. It fails
//! without them: a check that is skipped in silence is no check.

mod browser;

use std::{fs, path::Path};

use browser::Result;
use thirtyfour::prelude::*;
use web::samples;
use words::Lang;

/// Widths of a cheap phone and of an office PC, in CSS pixels.
const WIDTHS_PX: [u32; 2] = [390, 1280];

/// What is wrong with the page now open: axe-core's violations, and content wider than the screen.
async fn faults(browser: &WebDriver, axe: &str) -> Result<Vec<String>> {
    browser.execute(axe, vec![]).await?;
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

#[tokio::test]
async fn every_page_is_accessible_and_fits_the_screen() -> Result<()> {
    let axe_path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe_path).map_err(|error| {
        format!("{}: {error}; run `npm ci --omit=optional` in crates/web", axe_path.display())
    })?;
    browser::look(|browser, site| async move { walk(&browser, &site, &axe).await }).await
}

async fn walk(browser: &WebDriver, site: &str, axe: &str) -> Result<()> {
    let mut all = Vec::new();
    for width in WIDTHS_PX {
        browser.set_window_rect(0, 0, width, 900).await?;
        browser.goto(site).await?;
        let seen = browser.execute("return window.innerWidth;", vec![]).await?.convert::<u32>()?;
        assert_eq!(seen, width, "the browser does not take the width that is to be tested");
        for lang in Lang::ALL {
            for sample in samples::all() {
                let lang = lang.code();
                browser.goto(format!("{site}/samples/{}?lang={lang}", sample.name)).await?;
                for fault in faults(browser, axe).await? {
                    all.push(format!("{} ({lang}, {width} px): {fault}", sample.name));
                }
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
    Ok(())
}
