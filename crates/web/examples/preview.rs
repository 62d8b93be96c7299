//! Serves every page with invented values on loopback, to be looked at: `cargo run -p web --example preview`.

use std::{env, error::Error};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let listener = tokio::net::TcpListener::bind(&address).await?;
    eprintln!("samples of all pages: http://{}/", listener.local_addr()?);
    axum::serve(listener, web::samples::router()).await?;
    Ok(())
}
