//! A small office over a store in memory, with the law of the invented regency, on Friday 27
//! November 2026, 09.14 WIB; and a visitor who clicks and types without a browser.

use std::{
    fs,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
};
use civil::{FixedClock, Random, Regency, Role, Zone};
use office::{
    Actor, Lawbook, Office, Parts,
    access::NewAccount,
    law::LawText,
    person::PeopleImport,
    terminal::{Approval, Sighting, TerminalState},
};
use storage::{memory::MemoryStore, organisation::SkpdEntry};
use tower::ServiceExt as _;
use web::Site;

pub(crate) const SITI: &str = "198504102010012007";
pub(crate) const UJANG: &str = "199001012015031004";
pub(crate) const MAYA: &str = "199011022015042001";
pub(crate) const PASSWORD: &str = "sandi untuk uji coba";

const PEOPLE: &str = "\
nip;nama;skpd;unit;jabatan;kelas;jenis pegawai;pin;pola kerja;berlaku sejak
198504102010012007;Siti Rahmawati;DISTAN;Bidang Pangan;Analis;7;PNS;1001;lima-hari;2026-10-01
199001012015031004;Ujang Hidayat;DISTAN;Bidang Kebun;Pengolah data;7;PNS;1002;lima-hari;2026-10-01
199011022015042001;Maya Lestari;DINKES;Sekretariat;Perencana;7;PNS;2001;lima-hari;2026-10-01
";

/// Siti came late on the third and forgot to scan out on the fourth. 1003 is nobody's. The clock of
/// the terminal stood at its beginning once.
const PUSHED: &str = "\
1001\t2026-11-02 07:25:10\t0\t1
1001\t2026-11-02 16:01:30\t1\t1
1001\t2026-11-03 08:12:00\t0\t1
1001\t2026-11-03 12:00:00\t0\t1
1001\t2026-11-03 16:04:00\t1\t1
1001\t2026-11-04 07:29:59\t255\t1
1003\t2026-11-04 07:29:59\t255\t1
1001\t2000-01-01 00:00:00\t0\t1
1001\t2026-11-27 07:20:00\t0\t1
";

/// Ujang heads DISTAN, so he decides about its people; about himself the personnel office does.
const POSTS: &str = "skpd;unit;nip;mulai\nDISTAN;;199001012015031004;2026-10-01\n";

/// Chance that repeats only after 256 draws.
#[derive(Default)]
struct Counting(AtomicU8);

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0.fetch_add(1, Ordering::SeqCst));
    }
}

fn law_texts() -> Vec<LawText> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut texts = Vec::new();
    for folder in ["national", "regency/contoh"] {
        for entry in fs::read_dir(root.join(folder)).expect("the law folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.file_name().expect("a file").to_string_lossy().into_owned();
                let text = fs::read_to_string(&path).expect("a text");
                texts.push(LawText { path: format!("{folder}/{name}"), text });
            }
        }
    }
    texts.sort_by(|a, b| a.path.cmp(&b.path));
    texts
}

/// The accounts: what is typed, the role, the unit, the NIP.
pub(crate) const ACCOUNTS: [(&str, Role, Option<&str>, Option<&str>); 6] = [
    (SITI, Role::Pegawai, None, Some(SITI)),
    ("operator.distan", Role::Operator, Some("DISTAN"), Some(UJANG)),
    ("bkpsdm", Role::Bkpsdm, None, None),
    ("inspektorat", Role::Auditor, None, None),
    ("kepala.distan", Role::Pimpinan, Some("DISTAN"), None),
    ("bendahara.distan", Role::Bendahara, Some("DISTAN"), None),
];

/// The office with its people, terminals, punches and accounts.
pub(crate) async fn office() -> Office {
    let clock = Arc::new(FixedClock::at("2026-11-27T02:14:00Z".parse().expect("an instant")));
    let regency: Regency = "contoh".parse().expect("a regency");
    let office = Office::new(Parts {
        store: Arc::new(MemoryStore::new()),
        files: Arc::new(storage::files::MemoryFiles::default()),
        lawbook: Lawbook::read(&law_texts(), &regency).expect("the law is in order"),
        clock,
        random: Arc::new(Counting::default()),
        regency,
        zone: Zone::WIB,
    });
    let root = Actor::command_line("test");
    let unit = |code: &str, name: &str| SkpdEntry {
        code: code.parse().expect("a code"),
        name: name.to_owned(),
    };
    let units =
        [unit("DISTAN", "Dinas Pertanian dan Perkebunan"), unit("DINKES", "Dinas Kesehatan")];
    office.register_skpds(&root, &units).await.expect("the example loads");
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect("a group") };
    let done = office.import_people(&root, "p.csv", PEOPLE.as_bytes(), options).await;
    assert_eq!(done.expect("the example loads").bad, []);
    let done = office.import_posts(&root, "posts.csv", POSTS.as_bytes(), false).await;
    assert_eq!(done.expect("the example loads").bad, []);
    let approval = Approval {
        serial: "CONTOH0001".parse().expect("a serial"),
        state: TerminalState::Approved,
        name: Some("Dinas Pertanian 1".to_owned()),
        skpd: Some("DISTAN".parse().expect("a code")),
        group: None,
        zone: None,
    };
    let terminal = office.decide_terminal(&root, approval).await.expect("the example loads");
    office.record_push(&terminal, PUSHED.as_bytes().to_vec()).await.expect("the example loads");
    let heard = |serial: &str, at: &str| Sighting {
        serial: serial.parse().expect("a serial"),
        at: at.parse().expect("an instant"),
        delivered: true,
        request: Some(format!("GET /iclock/getrequest?SN={serial} HTTP/1.1")),
        info: Some("Ver 8.0.4.3".to_owned()),
    };
    let seen =
        [heard("CONTOH0001", "2026-11-27T00:05:00Z"), heard("CONTOH0002", "2026-11-27T02:13:00Z")];
    office.note_sightings(&seen).await.expect("the example loads");
    for (username, role, skpd, nip) in ACCOUNTS {
        let account = NewAccount {
            username: username.to_owned(),
            password: PASSWORD.to_owned(),
            role,
            skpd: skpd.map(|skpd| skpd.parse().expect("a code")),
            nip: nip.map(|nip| nip.parse().expect("a NIP")),
        };
        office.put_account(&root, account).await.expect("the example loads");
    }
    office
}

/// The pages of that office.
pub(crate) async fn pages() -> Router {
    web::routes::router(Site::new(office().await))
}

/// A form with files as a browser sends it: the fields, then the files with their names.
pub(crate) fn multipart(fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Vec<u8> {
    let named: Vec<_> = files.iter().map(|(name, bytes)| ("files", *name, *bytes)).collect();
    multipart_named(fields, &named)
}

/// The same with files that come by fields of their own: field, name, bytes.
fn multipart_named(fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    let mut part = |head: String, content: &[u8]| {
        body.extend(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n").bytes(),
        );
        body.extend(content);
        body.extend(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    for (field, name, content) in files {
        let head = format!("name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: image/jpeg");
        part(head, content);
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

const BOUNDARY: &str = "x-boundary-x";

/// A PDF that is taken.
pub(crate) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n";

/// A PNG of one pixel.
pub(crate) fn png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [
        (b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0][..]),
        (b"IDAT", &[0x78, 0x9c, 0x63, 0, 0, 0, 2, 0, 1]),
        (b"IEND", &[]),
    ] {
        png.extend(u32::try_from(data.len()).expect("few bytes").to_be_bytes());
        png.extend(kind);
        png.extend(data);
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(data);
        png.extend(sum.sum().to_be_bytes());
    }
    png
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The token that the forms of the page carry.
    pub(crate) fn csrf(&self) -> String {
        let after = self.text.split_once("name=\"csrf\" value=\"").expect("the page has a form").1;
        after.split('"').next().unwrap_or_default().to_owned()
    }

    /// The addresses that the page links to, within the site.
    pub(crate) fn links(&self) -> Vec<String> {
        let hrefs = self.text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        hrefs
            .filter(|href| href.starts_with('/'))
            .map(|href| href.replace("&amp;", "&").replace("&#38;", "&"))
            .collect()
    }
}

/// Takes people in from a file.
pub(crate) async fn take_in(office: &Office, people: &str) {
    let options = PeopleImport { dry_run: false, pin_group: "utama".parse().expect("a group") };
    let root = Actor::command_line("test");
    let done = office.import_people(&root, "p.csv", people.as_bytes(), options).await;
    assert_eq!(done.expect("it can be read").bad, []);
}

/// Gives somebody an account of a pegawai, whose name is the NIP.
pub(crate) async fn give_account(office: &Office, nip: &str) {
    let account = NewAccount {
        username: nip.to_owned(),
        password: PASSWORD.to_owned(),
        role: Role::Pegawai,
        skpd: None,
        nip: Some(nip.parse().expect("a NIP")),
    };
    let root = Actor::command_line("test");
    office.put_account(&root, account).await.expect("the example loads");
}

/// Somebody at a browser.
pub(crate) struct Visitor {
    pages: Router,
    cookies: Vec<(String, String)>,
}

impl Visitor {
    /// Somebody who has not signed in.
    pub(crate) fn new(pages: Router) -> Self {
        Self { pages, cookies: Vec::new() }
    }

    /// Somebody who has signed in.
    pub(crate) async fn signed_in(pages: Router, username: &str) -> Self {
        let mut visitor = Self::new(pages);
        let answer = visitor.sign_in(username, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        visitor
    }

    pub(crate) async fn sign_in(&mut self, username: &str, password: &str) -> Answer {
        let csrf = self.get("/sign-in").await.csrf();
        let username = username.replace(' ', "+");
        let password = password.replace(' ', "+");
        self.post("/sign-in", format!("csrf={csrf}&name={username}&password={password}")).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.ask(Method::GET, path, String::new()).await
    }

    pub(crate) async fn post(&mut self, path: &str, form: String) -> Answer {
        self.ask(Method::POST, path, form).await
    }

    /// Posts `form` with the token of the page at `from`.
    pub(crate) async fn send(&mut self, from: &str, path: &str, form: &str) -> Answer {
        let csrf = self.get(from).await.csrf();
        self.post(path, format!("csrf={csrf}&{form}")).await
    }

    /// Posts a form with files, with the token of the page of the form.
    pub(crate) async fn hand_in(
        &mut self,
        fields: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Answer {
        let csrf = self.get("/me/corrections/new").await.csrf();
        let fields = [&[("csrf", csrf.as_str())], fields].concat();
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let body = Body::from(multipart(&fields, files));
        self.send_body(Method::POST, "/me/corrections", &kind, body).await
    }

    /// Posts the form of a page with files, each by its own field, to the page itself.
    pub(crate) async fn send_form(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        self.send_upload("/me/corrections/new", path, fields, files).await
    }

    /// The same with the token of the page at `from`.
    pub(crate) async fn send_upload(
        &mut self,
        from: &str,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let csrf = self.get(from).await.csrf();
        let fields = [&[("csrf", csrf.as_str())], fields].concat();
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let body = Body::from(multipart_named(&fields, files));
        self.send_body(Method::POST, path, &kind, body).await
    }

    pub(crate) async fn ask(&mut self, method: Method, path: &str, form: String) -> Answer {
        self.send_body(method, path, "application/x-www-form-urlencoded", Body::from(form)).await
    }

    pub(crate) async fn send_body(
        &mut self,
        method: Method,
        path: &str,
        content_type: &str,
        body: Body,
    ) -> Answer {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, content_type)
            .body(body)
            .expect("well formed");
        let answer = self.pages.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = answer.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("our cookies are text");
            let pair = cookie.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a cookie is a pair");
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
        let body = to_bytes(body, 1 << 20).await.expect("a page is small");
        let text = match parts.headers.get(header::CONTENT_TYPE) {
            Some(kind) if kind.as_bytes().starts_with(b"text/") => {
                String::from_utf8(body.to_vec()).expect("pages are UTF-8")
            }
            _ => String::from_utf8_lossy(&body).into_owned(),
        };
        Answer { status: parts.status, headers: parts.headers, text, bytes: body.to_vec() }
    }
}
