//! What the scripts add: a day opened in place, and the month sheet by keyboard.

use thirtyfour::prelude::*;
use web::samples;

use crate::browser::{self, Result};

#[tokio::test]
async fn a_day_opens_and_closes_in_place() -> Result<()> {
    browser::look(samples::router(), |browser, site| async move {
        open_and_close_a_day(&browser, &site).await
    })
    .await
}

async fn open_and_close_a_day(browser: &WebDriver, site: &str) -> Result<()> {
    browser.set_window_rect(0, 0, 390, 900).await?;
    browser.goto(format!("{site}/samples/my-month")).await?;
    // Gone if the page is loaded anew.
    browser.execute("window.samePage = true;", vec![]).await?;

    browser.query(By::Css(".calendar a[href*='day=5']")).first().await?.click().await?;
    // The focus comes after the swap has settled, so wait for it.
    let title = browser.query(By::Css("#day-title:focus")).first().await?;
    assert_eq!(title.text().await?, "Kamis, 5 November 2026");
    let verdict = browser.query(By::Css("#day .verdict")).first().await?;
    assert_eq!(verdict.text().await?.to_lowercase(), "terlambat 42 menit");
    assert!(browser.current_url().await?.as_str().ends_with("my-month-day?day=5"));
    let open = browser.query(By::Css(".calendar .is-open [aria-current='date']")).first().await?;
    assert!(open.text().await?.starts_with('5'));

    let close = browser.query(By::Css(".day__close")).first().await?;
    close.click().await?;
    browser.query(By::Css("#day.day--none")).first().await?;
    let same = browser.execute("return window.samePage === true;", vec![]).await?;
    assert!(same.convert::<bool>()?, "the page was loaded anew");
    Ok(())
}

#[tokio::test]
async fn the_sheet_is_walked_by_keyboard() -> Result<()> {
    browser::look(samples::router(), |browser, site| async move {
        walk_the_sheet(&browser, &site).await
    })
    .await
}

async fn walk_the_sheet(browser: &WebDriver, site: &str) -> Result<()> {
    browser.set_window_rect(0, 0, 1280, 900).await?;
    browser.goto(format!("{site}/samples/unit-month")).await?;
    let stops =
        browser.find_all(By::Css(".sheet tbody td[tabindex='0'], .sheet td a:not([tabindex])"));
    assert_eq!(stops.await?.len(), 1, "the sheet is one stop for the Tab key");

    let first = browser.query(By::Css(".sheet tbody td[tabindex='0']")).first().await?;
    browser.execute("arguments[0].focus();", vec![first.to_json()?]).await?;
    let reason = browser.query(By::Id("sheet-reason")).first().await?;
    assert_eq!(
        reason.text().await?,
        "Ujang Rahayu, Km 5: tidak ada scan pulang, Potongan Rp 23.128"
    );
    first.send_keys(Key::Right + "").await?;
    assert_eq!(reason.text().await?, "Ujang Rahayu, Jm 6: Hadir");
    let here = browser.active_element().await?;
    here.send_keys(Key::Down + "").await?;
    assert!(reason.text().await?.starts_with("Nurul Permata, Jm 6:"));
    let here = browser.active_element().await?;
    here.send_keys(Key::Home + "").await?;
    assert!(reason.text().await?.starts_with("Nurul Permata, Sn 2:"));

    let here = browser.active_element().await?;
    here.send_keys(Key::Enter + "").await?;
    browser.query(By::Css("#opened #day-title:focus")).first().await?;
    let whose = browser.query(By::Css("#opened .whose a")).first().await?;
    assert_eq!(whose.text().await?, "Nurul Permata");
    assert_eq!(browser.find_all(By::Css(".sheet .is-open")).await?.len(), 1);
    let here = browser.active_element().await?;
    here.send_keys(Key::Escape + "").await?;
    browser.query(By::Css("#opened[hidden]")).first().await?;
    let reason = browser.query(By::Id("sheet-reason")).first().await?;
    assert!(reason.text().await?.starts_with("Nurul Permata, Sn 2:"), "back where it was left");

    // By touch the first tap tells, the second opens.
    browser.goto(format!("{site}/samples/unit-month")).await?;
    let cell = browser.query(By::Css(".sheet tbody td a")).first().await?;
    cell.click().await?;
    let reason = browser.query(By::Id("sheet-reason")).first().await?;
    assert!(reason.text().await?.contains("tidak ada scan pulang"));
    assert!(browser.current_url().await?.as_str().ends_with("/samples/unit-month"));
    cell.click().await?;
    browser.query(By::Css("#opened #day .verdict")).first().await?;
    assert!(browser.current_url().await?.as_str().ends_with("/samples/unit-month"));
    Ok(())
}
