//! How long pages take, as a browser waits for them: signs in, asks for each page many times, and
//! prints the median. `page_times ADDRESS ACCOUNT PASSWORD TIMES PATH…`, a line a path: the path,
//! the median in microseconds, the bytes of the page.

use std::{
    env,
    error::Error,
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Instant,
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [address, account, password, times, paths @ ..] = args.as_slice() else {
        return Err("usage: page_times ADDRESS ACCOUNT PASSWORD TIMES PATH…".into());
    };
    let times: usize = times.parse()?;
    let mut visitor = Visitor { address: address.clone(), cookie: String::new() };
    visitor.sign_in(account, password)?;
    for path in paths {
        let mut micros = Vec::with_capacity(times);
        let mut bytes = 0;
        for _ in 0..times {
            let began = Instant::now();
            let answer = visitor.ask("GET", path, "")?;
            micros.push(began.elapsed().as_micros());
            if !answer.starts_with("HTTP/1.1 200") {
                let line = answer.lines().next().unwrap_or_default();
                return Err(format!("{path}: {line}").into());
            }
            bytes = answer.len();
        }
        micros.sort_unstable();
        let median = micros.get(times / 2).ok_or("ask at least once")?;
        writeln!(std::io::stdout(), "{path} {median} {bytes}")?;
    }
    Ok(())
}

struct Visitor {
    address: String,
    cookie: String,
}

impl Visitor {
    fn sign_in(&mut self, account: &str, password: &str) -> Result<()> {
        let page = self.ask("GET", "/sign-in", "")?;
        let csrf =
            page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let csrf = csrf.ok_or("the sign-in page has no form")?;
        let answer = self.ask(
            "POST",
            "/sign-in",
            &format!("csrf={csrf}&name={account}&password={password}"),
        )?;
        if answer.starts_with("HTTP/1.1 303") {
            Ok(())
        } else {
            Err("the sign-in was refused".into())
        }
    }

    /// Asks on a connection of its own, and keeps the cookie that the answer sets.
    fn ask(&mut self, method: &str, path: &str, form: &str) -> Result<String> {
        let mut stream = TcpStream::connect(&self.address)?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.address,
            self.cookie,
            form.len()
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let set = answer.lines().take_while(|line| !line.is_empty()).find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("set-cookie").then(|| value.split(';').next())?
        });
        if let Some(cookie) = set {
            cookie.clone_into(&mut self.cookie);
        }
        Ok(answer)
    }
}
