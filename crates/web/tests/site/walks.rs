//! The three main paths in a real browser, with axe-core on every page passed.

use thirtyfour::prelude::*;

use crate::{
    browser::{self, Result},
    office::{PASSWORD, SITI, pages},
};

/// Types into the sign-in form, and sends it with the Enter key.
async fn sign_in(browser: &WebDriver, site: &str, username: &str) -> Result<()> {
    browser.goto(site).await?;
    check(browser).await?;
    browser.find(By::Id("name")).await?.send_keys(username).await?;
    browser.find(By::Id("password")).await?.send_keys(PASSWORD + Key::Enter).await?;
    browser.query(By::Css("nav.areas")).first().await?;
    Ok(())
}

/// What is wrong with the page now open fails the test.
async fn check(browser: &WebDriver) -> Result<()> {
    let faults = browser::faults(browser).await?;
    let page = browser.current_url().await?;
    assert!(faults.is_empty(), "{page}: {faults:#?}");
    Ok(())
}

/// Waits for the page that says so at its top.
async fn notice(browser: &WebDriver, text: &str) -> Result<()> {
    let says = format!("//div[contains(@class, 'notice')][contains(., '{text}')]");
    browser.query(By::XPath(says)).first().await?;
    Ok(())
}

async fn path_of(browser: &WebDriver) -> Result<String> {
    let url = browser.current_url().await?;
    Ok(url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path())))
}

#[tokio::test]
async fn a_pegawai_sees_why_rupiah_were_cut() -> Result<()> {
    browser::look(pages().await, |browser, site| async move {
        browser.set_window_rect(0, 0, 390, 900).await?;
        sign_in(&browser, &site, SITI).await?;
        assert_eq!(path_of(&browser).await?, "/me/2026-11");
        check(&browser).await?;
        browser.query(By::Css(".look__day[href*='day=3']")).first().await?.click().await?;
        browser.query(By::Css("#day-title:focus")).first().await?;
        assert_eq!(path_of(&browser).await?, "/me/2026-11?day=3");
        let line = browser.find(By::Css(".amount-line")).await?.text().await?;
        assert!(
            line.contains("TL2") && line.contains("15.419") && line.contains("Pasal 12"),
            "{line}"
        );
        check(&browser).await?;
        browser.find(By::Css(".amount-line .source a")).await?.click().await?;
        browser.query(By::Id("deductions")).first().await?;
        assert_eq!(path_of(&browser).await?, "/law?on=2026-11-03");
        check(&browser).await?;
        browser.find(By::Css(".top__link[hreflang='en']")).await?.click().await?;
        browser.query(By::Css("html[lang='en']")).first().await?;
        check(&browser).await?;
        browser.find(By::Css(".top__out button")).await?.click().await?;
        browser.query(By::Id("password")).first().await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_day_asked_for_after_the_session_ended_leads_to_signing_in() -> Result<()> {
    browser::look(pages().await, |browser, site| async move {
        browser.set_window_rect(0, 0, 1280, 900).await?;
        sign_in(&browser, &site, "operator.distan").await?;
        let cell = browser.query(By::Css(".sheet tbody td[tabindex='0']")).first().await?;
        browser.execute("arguments[0].focus();", vec![cell.to_json()?]).await?;
        browser.delete_all_cookies().await?;
        cell.send_keys(Key::Enter + "").await?;
        browser.query(By::Id("password")).first().await?;
        assert!(path_of(&browser).await?.starts_with("/sign-in?next=%2Fpeople%2F"), "and back");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn an_operator_walks_the_sheet_by_keyboard() -> Result<()> {
    browser::look(pages().await, |browser, site| async move {
        browser.set_window_rect(0, 0, 1280, 900).await?;
        sign_in(&browser, &site, "operator.distan").await?;
        assert_eq!(path_of(&browser).await?, "/units/DISTAN/2026-11");
        check(&browser).await?;
        browser.find(By::LinkText("Semua")).await?.click().await?;
        browser.query(By::Css(".sheet")).first().await?;
        let search = browser.find(By::Id("search")).await?;
        search.send_keys("siti" + Key::Enter).await?;
        browser.query(By::Css(".sheet tbody tr:only-child")).first().await?;
        let cell = browser.query(By::Css(".sheet tbody td[tabindex='0']")).first().await?;
        browser.execute("arguments[0].focus();", vec![cell.to_json()?]).await?;
        let reason = browser.find(By::Id("sheet-reason")).await?.text().await?;
        assert!(reason.starts_with("Siti Rahmawati, Sl 3: terlambat 42 menit"), "{reason}");
        cell.send_keys(Key::Enter + "").await?;
        let day = browser.query(By::Css("#day .amount-line")).first().await?.text().await?;
        assert!(day.contains("TL2"), "{day}");
        check(&browser).await?;
        for area in ["Hari ini", "Pegawai", "Mesin", "Aturan", "Bulan saya"] {
            browser.find(By::LinkText(area)).await?.click().await?;
            browser
                .query(By::Css("nav.areas [aria-current='page']"))
                .with_text(area)
                .first()
                .await?;
            check(&browser).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn bkpsdm_sets_terminals_and_punches_right() -> Result<()> {
    browser::look(pages().await, |browser, site| async move {
        browser.set_window_rect(0, 0, 1280, 900).await?;
        sign_in(&browser, &site, "bkpsdm").await?;
        assert_eq!(path_of(&browser).await?, "/today");
        check(&browser).await?;
        browser.find(By::LinkText("Mesin")).await?.click().await?;
        browser.query(By::Id("skpd-CONTOH0002")).first().await?.send_keys("Dinas K").await?;
        check(&browser).await?;
        browser.find(By::Id("name-CONTOH0002")).await?.send_keys("Dinas Kesehatan 1").await?;
        browser.find(By::Css("button[value='approve']")).await?.click().await?;
        notice(&browser, "Mesin Dinas Kesehatan 1 disetujui").await?;

        browser.find(By::Css(".fold summary")).await?.click().await?;
        browser.find(By::Css("button[value='repair']")).await?.click().await?;
        browser.query(By::Css(".govuk-error-summary:focus")).first().await?;
        check(&browser).await?;
        browser.find(By::Css("input[name='at']")).await?.send_keys("04-11-2026 16.02").await?;
        browser.find(By::Css("input[name='why']")).await?.send_keys("jam kembali ke awal").await?;
        browser.find(By::Css("button[value='repair']")).await?.click().await?;
        notice(&browser, "Scan PIN 1001 diperbaiki").await?;

        browser.find(By::Css("input[name='nip']")).await?.send_keys(crate::office::UJANG).await?;
        let map = browser.find(By::Css("form[action='/pins/map'] button")).await?;
        map.click().await?;
        notice(&browser, "PIN 1003 → Ujang Hidayat dihubungkan").await?;
        check(&browser).await?;
        browser.goto(format!("{site}/units")).await?;
        browser.query(By::LinkText("Dinas Kesehatan")).first().await?.click().await?;
        browser.query(By::Css(".sheet-head")).first().await?;
        check(&browser).await?;
        Ok(())
    })
    .await
}
