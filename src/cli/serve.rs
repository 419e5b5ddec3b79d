//! `serve`: migrates, then serves pages and API until it is told to stop.

use super::desk::limits;
use super::failure::Outcome;
use crate::account::member;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::column::At;
use crate::db::{self, Db, DbConnection, DbUrl, PoolOptions};
use crate::digest::Round;
use crate::ids::Ids;
use crate::job::quiet::{quietly, settle};
use crate::sample::demo;
use crate::web::live::Live;
use crate::web::{Desk, WebSettings, app::app};
use crate::wording::Catalogue;
use actix_web::HttpServer;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

/// Where to listen when nothing else is said.
pub(super) const USUAL_ADDRESS: &str = "127.0.0.1:8080";
/// How long to wait before looking again whether digests are due.
const BETWEEN_DIGESTS: Duration = Duration::from_secs(30);
/// Serve the pages and the API until the program is told to stop.
///
/// Brings the database up to date first. On a desk without people it prints a link that works once, with which the
/// first admin is set up.
#[derive(Debug, clap::Args)]
pub struct Serve {
    /// Where to listen.
    #[arg(long, env = "CORROBORATE_BIND", hide_env_values = true, value_name = "ADDRESS:PORT")]
    bind: Option<String>,
    /// Fill an empty desk with a sample article, three people and a half-done check.
    #[arg(long)]
    demo: bool,
}

impl Serve {
    /// Runs the server.
    pub fn run(self, config: &Config) -> Outcome {
        begin_log();
        settle();
        let bind = self.bind.or_else(|| config.bind.clone()).unwrap_or_else(|| USUAL_ADDRESS.to_owned());
        let desk = open_desk(config)?;
        let workers = config.workers.unwrap_or_else(|| std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(8));
        // As many threads as there are connections: one more would only wait for one.
        let waiting = usize::try_from(desk.db.most_connections()).unwrap_or(usize::MAX).div_ceil(workers).max(2);
        let serving = desk.clone();
        let done: Result<(), String> = actix_web::rt::System::new().block_on(async move {
            let server = HttpServer::new(move || app(serving.clone()))
                .workers(workers)
                .worker_max_blocking_threads(waiting)
                .client_request_timeout(Duration::from_secs(15))
                .shutdown_timeout(10)
                .bind(&bind)
                .map_err(|e| format!("can't listen on {bind}: {e}. Choose another address with --bind"))?;
            // Only now, so that nobody is told of a desk that can't be reached; a port of 0 has become a real one.
            let listens = server.addrs().first().map_or(bind, ToString::to_string);
            let address = desk.settings.public_url.clone().unwrap_or_else(|| format!("http://{listens}"));
            greet(&desk, &address, self.demo)?;
            actix_web::rt::spawn(end_streams_at_the_end(desk.live.clone()));
            begin_to_recall(&desk);
            begin_digests(&desk);
            server.run().await.map_err(|e| format!("the server stopped: {e}"))
        });
        Ok(done?)
    }
}

/// Ends the streams of events when the program is told to stop: they would go on for as long as it waits for answers.
async fn end_streams_at_the_end(live: Arc<Live>) {
    #[cfg(unix)]
    if let Ok(mut told) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        told.recv().await;
        live.end_streams();
    }
    #[cfg(not(unix))]
    drop(live);
}

fn begin_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("CORROBORATE_LOG").unwrap_or_else(|_| "info,actix_server=warn".into());
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).try_init();
}

/// Opens the database, brings it up to date, and gathers what all handlers share.
fn open_desk(config: &Config) -> Result<Desk, String> {
    let url = DbUrl::parse(&config.database_url)?;
    let db = Db::open(&url, PoolOptions::usual(&url).with_size(config.pool_size)).map_err(|e| e.to_string())?;
    let mut c = db.get().map_err(|e| format!("{e} (DATABASE_URL is {})", url.shown()))?;
    db::migrate(&mut c).map_err(|e| e.to_string())?;
    drop(c);
    let catalogue = Arc::new(Catalogue::embedded().map_err(|e| e.to_string())?);
    let settings = WebSettings { public_url: config.public_url.clone(), limits: limits(config), mail: config.mail.clone() };
    Ok(Desk::new(db, catalogue, Clock::System, Ids::System, settings))
}

/// Reads what all claims say beside the first requests, which go before it.
fn begin_to_recall(desk: &Desk) {
    let desk = desk.clone();
    let begun = quietly(move || {
        if let Err(error) = desk.recall_all() {
            tracing::warn!(%error, "earlier claims could not all be read; the pages of claims try again");
        }
    });
    if let Err(error) = begun {
        tracing::warn!(%error, "earlier claims are not read beforehand; the pages of claims do it");
    }
}

/// Sends digests as they come due, beside everything else.
fn begin_digests(desk: &Desk) {
    let Some(mail) = desk.settings.mail.clone() else { return };
    let (desk, site) = (desk.clone(), desk.settings.public_url.clone().unwrap_or_default());
    let begun = std::thread::Builder::new().name("digest".to_owned()).spawn(move || {
        loop {
            std::thread::sleep(BETWEEN_DIGESTS);
            let round = Round { clock: desk.clock, catalogue: &desk.catalogue, site: site.trim_end_matches('/'), mail: &mail, now: false };
            if let Err(error) = desk.db.connect().and_then(|mut c| round.go(&mut c)) {
                tracing::warn!(%error, "digests wait for the database");
            }
        }
    });
    if let Err(error) = begun {
        tracing::error!(%error, "no digests are sent");
    }
}

/// Says where the desk is, and how to get in while nobody is on it.
fn greet(desk: &Desk, address: &str, demo: bool) -> Result<(), String> {
    let mut c = desk.db.get().map_err(|e| e.to_string())?;
    let now = At(desk.clock.now());
    if demo {
        fill_demo(&mut c, now, desk, address)?;
    }
    eprintln!("Corroborate {} on {address} ({})", env!("CARGO_PKG_VERSION"), desk.db.url().shown());
    let link = member::make_setup_link(&mut c, now, &desk.ids).map_err(|e| e.to_string())?;
    if let Some(secret) = link {
        eprintln!("Nobody is on this desk yet. Set it up within a day at\n  {address}/setup?token={}", secret.expose());
    }
    Ok(())
}

/// Fills an empty desk with the demonstration and prints the sign-in, which is a result: it goes to stdout.
fn fill_demo(c: &mut DbConnection, now: At, desk: &Desk, address: &str) -> Result<(), String> {
    let filled = demo::fill(c, now, &desk.ids).map_err(|e| format!("the demonstration could not be put on the desk: {e}"))?;
    let Some(filled) = filled else {
        eprintln!("This desk is not empty, so nothing was put on it; sign in as before. A lost password: corroborate user password EMAIL");
        return Ok(());
    };
    let people: Vec<String> = filled.people.iter().map(|who| format!("  {:<20} {:<9} {}", who.email, who.role, who.name)).collect();
    let told = format!("A demonstration desk is at {address}. Sign in as\n{}\nwith the password\n  {}", people.join("\n"), filled.password);
    writeln!(std::io::stdout(), "{told}").map_err(|e| format!("the sign-in can't be written: {e}"))
}
