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

#[tokio::test]
async fn decisions_are_walked_by_keyboard() -> Result<()> {
    browser::look(samples::router(), |browser, site| async move {
        walk_the_decisions(&browser, &site).await
    })
    .await
}

async fn walk_the_decisions(browser: &WebDriver, site: &str) -> Result<()> {
    browser.set_window_rect(0, 0, 1280, 900).await?;
    browser.goto(format!("{site}/samples/decisions")).await?;
    let press = async |key: &str| -> Result<String> {
        browser.active_element().await?.send_keys(key).await?;
        Ok(browser.active_element().await?.id().await?.unwrap_or_default())
    };
    let here = async || -> Result<String> {
        let here = browser.active_element().await?;
        Ok(here.attr("aria-labelledby").await?.unwrap_or_default())
    };
    for (key, row) in [("j", "ask-17"), ("j", "ask-18"), ("k", "ask-17"), ("k", "ask-17")] {
        press(key).await?;
        assert_eq!(here().await?, row, "{key}");
    }
    press("j").await?;
    press("x").await?;
    let tick = browser.find(By::Id("tick-18")).await?;
    assert!(tick.is_selected().await?, "the row with the focus is ticked");
    let many = browser.find(By::Css("[data-ticked]")).await?;
    assert_eq!(many.text().await?, "(1)");

    // While something is typed, a letter is a letter.
    assert_eq!(press("t").await?, "reason-18");
    press("sjxt?").await?;
    let reason = browser.find(By::Id("reason-18")).await?;
    assert_eq!(reason.prop("value").await?.as_deref(), Some("sjxt?"));
    assert!(tick.is_selected().await?);
    reason.send_keys(Key::Escape + "").await?;
    assert_eq!(here().await?, "ask-18", "back where it was left");
    let open = browser.find_all(By::Css("[data-refuse][open]")).await?;
    assert!(open.is_empty(), "the refusal is closed");

    press("?").await?;
    let keys = browser.find(By::Css("[data-keys][open]")).await?.text().await?;
    assert!(keys.contains("setujui") && keys.contains("permohonan berikutnya"), "{keys}");
    browser.find(By::Css("[data-tick-all]")).await?.click().await?;
    assert_eq!(many.text().await?, "(3)");
    let url = browser.current_url().await?;
    assert!(url.as_str().ends_with("/samples/decisions"), "nothing was sent");
    Ok(())
}

#[tokio::test]
async fn a_large_photo_is_made_smaller_before_it_is_sent() -> Result<()> {
    browser::look(samples::router(), |browser, site| async move {
        browser.goto(format!("{site}/samples/correction")).await?;
        // Noise, which no format makes small, as large as a phone's photo.
        let chosen = browser
            .execute_async(
                r#"const done = arguments[arguments.length - 1];
                const canvas = document.createElement("canvas");
                canvas.width = 2400; canvas.height = 1800;
                const pen = canvas.getContext("2d");
                const noise = pen.createImageData(2400, 1800);
                for (let at = 0; at < noise.data.length; at += 1)
                  noise.data[at] = at % 4 === 3 ? 255 : (at * 7919 + (at >> 5) * 104729) % 251;
                pen.putImageData(noise, 0, 0);
                canvas.toBlob((blob) => {
                  const photo = new File([blob], "IMG_0001.png", { type: "image/png" });
                  const other = new File(["%PDF-1.7"], "surat.pdf", { type: "application/pdf" });
                  const sent = new DataTransfer();
                  sent.items.add(photo);
                  sent.items.add(other);
                  const input = document.getElementById("files");
                  input.files = sent.files;
                  input.dispatchEvent(new Event("change"));
                  const said = document.querySelector("[data-shrunk]");
                  new MutationObserver(() => said.textContent && done(
                    [String(photo.size), ...Array.from(input.files).flatMap(
                      (file) => [file.name, file.type, String(file.size)])],
                  )).observe(said, { childList: true });
                }, "image/png");"#,
                vec![],
            )
            .await?
            .convert::<Vec<String>>()?;
        let [before, name, kind, after, other, ..] = chosen.as_slice() else {
            return Err(format!("{chosen:?}").into());
        };
        assert_eq!(
            (name.as_str(), kind.as_str(), other.as_str()),
            ("IMG_0001.jpg", "image/jpeg", "surat.pdf")
        );
        let (before, after): (u64, u64) = (before.parse()?, after.parse()?);
        assert!(before > 700_000 && after < before, "{before} bytes became {after}");
        Ok(())
    })
    .await
}
