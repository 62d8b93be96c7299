//! axe-core and the width of the screen, on every page in a real browser.
//!
//! Needs `chromedriver` on the PATH and `node_modules/axe-core`; `./dev test` brings both. It fails
//! without them: a check that is skipped in silence is no check.

use thirtyfour::prelude::*;
use web::samples;
use words::Lang;

use crate::browser::{self, Result};

/// Widths of a cheap phone and of an office PC, in CSS pixels.
const WIDTHS_PX: [u32; 2] = [390, 1280];

#[tokio::test]
async fn every_page_is_accessible_and_fits_the_screen() -> Result<()> {
    browser::look(samples::router(), |browser, site| async move { walk(&browser, &site).await })
        .await
}

async fn walk(browser: &WebDriver, site: &str) -> Result<()> {
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
                for fault in browser::faults(browser).await? {
                    all.push(format!("{} ({lang}, {width} px): {fault}", sample.name));
                }
            }
        }
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
    Ok(())
}
