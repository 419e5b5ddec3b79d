//! The desk as a site that a browser can visit: the real server on a free port.

use crate::browser::{self, Browser};
use crate::support::{Desk, Stage, TestDb};
use actix_web::HttpServer;
use actix_web::dev::ServerHandle;
use corroborate::account::{Acting, member};
use corroborate::clock::Clock;
use corroborate::ids::Ids;
use corroborate::web::{WebSettings, app::app};
use corroborate::wording::Catalogue;
use std::sync::Arc;

/// The password of everybody on the desk.
pub const PASSWORD: &str = "a long password";

/// A site with its desk.
pub struct Site {
    /// The people and things on it.
    pub desk: Desk,
    /// Its address.
    pub address: String,
    server: ServerHandle,
}

impl Stage for Site {
    fn on(test_db: TestDb) -> Self {
        let mut desk = Desk::on(test_db);
        // A browser lives in the present.
        desk.ids = Ids::System;
        let catalogue = Arc::new(Catalogue::embedded().unwrap());
        let web = corroborate::web::Desk::new(desk.db(), catalogue, Clock::System, Ids::System, WebSettings::default());
        let server = HttpServer::new(move || app(web.clone())).workers(1).disable_signals().bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", server.addrs()[0]);
        let server = server.run();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        Self { desk, address, server: handle }
    }
}

impl Site {
    /// A browser in which somebody has just signed in by the form.
    pub async fn browser_of(&mut self, who: &Acting) -> Browser {
        let cli = self.desk.command_line();
        let cli = Acting { now: corroborate::db::column::At(Clock::System.now()), ..cli };
        member::set_password(self.desk.c(), &cli, who.id.unwrap(), PASSWORD).unwrap();
        let email = self.desk.row_of(who).email;
        let browser = Browser::on(&self.address).await;
        browser.visit("/login").await;
        browser.fill("#email", &email).await;
        browser.fill("#password", PASSWORD).await;
        browser.press("Sign in").await;
        browser.says(&self.desk.row_of(who).name).await;
        browser
    }

    /// Ends the site.
    pub async fn end(self) {
        self.server.stop(false).await;
    }
}

/// Whether a journey can be made here at all.
pub fn can_be_visited() -> bool {
    browser::is_there()
}
