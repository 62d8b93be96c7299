//! The three main paths in a real browser, with axe-core on every page passed.

use thirtyfour::prelude::*;

use crate::{
    browser::{self, Result},
    office::{PASSWORD, SITI, pages, png},
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

/// Types a reading and a reason, hands in a file, and sends the form.
async fn ask_for_a_correction(browser: &WebDriver, proof: &str) -> Result<()> {
    browser.query(By::Id("arrived-1")).first().await?.send_keys("7,25").await?;
    browser.find(By::Css("input[value='terminal-down']")).await?.click().await?;
    browser.find(By::Id("files")).await?.send_keys(proof).await?;
    browser.find(By::Css(".send button")).await?.click().await?;
    browser.query(By::Css(".govuk-error-summary:focus")).first().await?;
    check(browser).await?;
    let typed = browser.find(By::Id("arrived-1")).await?.prop("value").await?;
    assert_eq!(typed.as_deref(), Some("7,25"), "what was typed stays");
    browser.find(By::Id("reason")).await?.send_keys("Mesin mati sejak subuh.").await?;
    browser.find(By::Id("files")).await?.send_keys(proof).await?;
    browser.find(By::Css(".send button")).await?.click().await?;
    notice(browser, "Permohonan untuk 1 hari sudah dikirim kepada Kepala Dinas").await?;
    Ok(())
}

#[tokio::test]
async fn a_late_day_is_corrected_by_phone_and_granted_by_keyboard() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let proof = folder.path().join("layar mesin.png");
    std::fs::write(&proof, png())?;
    let proof = proof.to_str().ok_or("the path is text")?.to_owned();
    browser::look(pages().await, |browser, site| async move {
        browser.set_window_rect(0, 0, 390, 900).await?;
        sign_in(&browser, &site, SITI).await?;
        browser.query(By::Css(".look__fix[href*='2026-11-03']")).first().await?.click().await?;
        let day = browser.query(By::Id("day-1")).first().await?;
        assert_eq!(day.prop("value").await?.as_deref(), Some("03-11-2026"));
        check(&browser).await?;
        // One day more is put in place, and is passed over while it is empty.
        browser.find(By::Css("#days button")).await?.click().await?;
        browser.query(By::Css("#day-2:focus")).first().await?;
        assert_eq!(path_of(&browser).await?, "/me/corrections/new?day=2026-11-03");
        check(&browser).await?;
        ask_for_a_correction(&browser, &proof).await?;
        check(&browser).await?;
        browser.goto(format!("{site}/me/2026-11")).await?;
        browser.query(By::Css(".look__fix[href='/requests/1']")).first().await?.click().await?;
        let image = browser.query(By::Css(".proofs img")).first().await?;
        let width = "const [image, done] = arguments;
            image.decode().then(() => done(image.naturalWidth), () => done(0));";
        let width = browser.execute_async(width, vec![image.to_json()?]).await?.convert::<u32>()?;
        assert_eq!(width, 1, "the photo is shown");
        check(&browser).await?;

        browser.delete_all_cookies().await?;
        browser.set_window_rect(0, 0, 1280, 900).await?;
        sign_in(&browser, &site, "operator.distan").await?;
        browser.find(By::Css("nav.areas [href='/decisions']")).await?.click().await?;
        browser.query(By::Css("[data-ask]")).first().await?;
        check(&browser).await?;
        browser.find(By::Css("body")).await?.send_keys("j").await?;
        let row = browser.query(By::Css("[data-ask]:focus")).first().await?;
        let said = row.text().await?;
        assert!(said.contains("terlambat 42 menit") && said.contains("+Rp 15.419"), "{said}");
        row.send_keys("s").await?;
        notice(&browser, "1 permohonan disetujui: Siti Rahmawati (Sel 3)").await?;
        check(&browser).await?;

        browser.delete_all_cookies().await?;
        browser.set_window_rect(0, 0, 390, 900).await?;
        sign_in(&browser, &site, SITI).await?;
        let look = browser.query(By::Css(".look")).first().await?.text().await?;
        assert!(!look.contains("Sel 3") && look.contains("Rab 4"), "{look}");
        browser.goto(format!("{site}/me/2026-11?day=3")).await?;
        let scans = browser.query(By::Css("#day .scans")).first().await?.text().await?;
        assert!(scans.contains("07.25.00") && scans.contains("dinyatakan benar oleh atasan"));
        browser.find(By::LinkText("lihat keputusannya")).await?.click().await?;
        let steps = browser.query(By::Css(".steps-done")).first().await?.text().await?;
        assert!(steps.contains("disetujui · Ujang Hidayat"), "{steps}");
        check(&browser).await?;
        Ok(())
    })
    .await
}

/// Types what annual leave asks for, and has it checked.
async fn check_annual_leave(browser: &WebDriver) -> Result<()> {
    browser.query(By::Css("a[href$='kind=cuti-tahunan']")).first().await?.click().await?;
    browser.query(By::Id("from")).first().await?.send_keys("26-11-2026").await?;
    browser.find(By::Id("place")).await?.send_keys("Bandung" + Key::Enter).await?;
    browser.query(By::Css(".govuk-error-summary:focus")).first().await?;
    check(browser).await?;
    let typed = browser.find(By::Id("place")).await?.prop("value").await?;
    assert_eq!(typed.as_deref(), Some("Bandung"), "what was typed stays");
    browser.find(By::Id("reason")).await?.send_keys("Menikahkan adik.").await?;
    browser.find(By::Css(".send button[value='check']")).await?.click().await?;
    browser.query(By::Css("#checked:focus")).first().await?;
    check(browser).await?;
    let found = browser.find(By::Css("#checked .facts")).await?.text().await?;
    assert!(found.contains("24 hari kerja") && found.contains("23 hari kerja"), "{found}");
    Ok(())
}

#[tokio::test]
async fn annual_leave_is_asked_by_phone_and_granted_by_keyboard() -> Result<()> {
    browser::look(pages().await, |browser, site| async move {
        browser.set_window_rect(0, 0, 390, 900).await?;
        sign_in(&browser, &site, SITI).await?;
        browser.find(By::LinkText("Permohonan")).await?.click().await?;
        browser.query(By::Css("a[href='/me/leave/new']")).first().await?.click().await?;
        browser.query(By::Css(".kinds")).first().await?;
        check(&browser).await?;
        check_annual_leave(&browser).await?;
        browser.find(By::Css("button[value='send']")).await?.click().await?;
        notice(&browser, "Permohonan sudah dikirim kepada Kepala Dinas").await?;
        check(&browser).await?;

        browser.delete_all_cookies().await?;
        browser.set_window_rect(0, 0, 1280, 900).await?;
        sign_in(&browser, &site, "operator.distan").await?;
        browser.goto(format!("{site}/decisions")).await?;
        browser.query(By::Css("[data-ask]")).first().await?;
        check(&browser).await?;
        browser.find(By::Css("body")).await?.send_keys("j").await?;
        let row = browser.query(By::Css("[data-ask]:focus")).first().await?;
        let said = row.text().await?;
        assert!(said.contains("cuti tahunan: 1 hari kerja") && said.contains("Bandung"), "{said}");
        row.send_keys("s").await?;
        notice(&browser, "1 permohonan disetujui: Siti Rahmawati (Kam 26)").await?;

        browser.delete_all_cookies().await?;
        browser.set_window_rect(0, 0, 390, 900).await?;
        sign_in(&browser, &site, SITI).await?;
        browser.goto(format!("{site}/me/2026-11?day=26")).await?;
        let day = browser.query(By::Css("#day")).first().await?.text().await?;
        assert!(day.contains("cuti tahunan"), "{day}");
        check(&browser).await?;
        Ok(())
    })
    .await
}
