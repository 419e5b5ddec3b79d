//! A headless Chromium with a profile of its own, driven through ChromeDriver, and what tests do in it.
//!
//! Elements are found as people find them: by what they say. Every page that is visited is put before axe.

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long something may take to appear before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);
const AXE: &str = include_str!("axe/axe.min.js");

/// A browser.
pub struct Browser {
    client: Client,
    driver: Driver,
    site: String,
}

struct Driver {
    child: Child,
    profile: tempfile::TempDir,
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether there is a browser to test with. Without one a local run says so; with `CI` set that is a failure.
pub fn is_there() -> bool {
    let there = Command::new("chromedriver").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !there {
        assert!(std::env::var("CI").is_err(), "ChromeDriver is not installed: run scripts/setup-tests");
        eprintln!("ChromeDriver is not installed: tests in the browser are SKIPPED (scripts/setup-tests installs it)");
    }
    there
}

/// Starts ChromeDriver on a free port and waits until it says which.
fn start_driver() -> (Driver, u16) {
    let mut child = Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    let (tell, told) = mpsc::channel();
    // The pipe is read to its end, so that the driver never waits for a reader.
    std::thread::spawn(move || {
        for line in lines.lines().map_while(Result::ok) {
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                let _ = tell.send(port.trim_end_matches('.').trim().parse::<u16>().unwrap());
            }
        }
    });
    let port = told.recv_timeout(Duration::from_secs(30)).expect("ChromeDriver says on which port it listens");
    (Driver { child, profile: tempfile::tempdir().unwrap() }, port)
}

impl Browser {
    /// A new browser on a site, with a window of a desktop.
    pub async fn on(site: &str) -> Self {
        let (driver, port) = start_driver();
        let profile = driver.profile.path().display().to_string();
        let mut arguments = vec![
            "--headless".to_owned(),
            "--no-sandbox".to_owned(),
            "--disable-gpu".to_owned(),
            "--disable-quic".to_owned(),
            "--disable-dev-shm-usage".to_owned(),
            "--no-first-run".to_owned(),
            "--disable-background-networking".to_owned(),
            "--disable-component-update".to_owned(),
            "--disable-sync".to_owned(),
            "--force-prefers-reduced-motion".to_owned(),
            "--lang=en".to_owned(),
            "--window-size=1280,900".to_owned(),
        ];
        arguments.push(format!("--user-data-dir={profile}"));
        let capabilities = json!({"goog:chromeOptions": {"args": arguments}, "goog:loggingPrefs": {"browser": "ALL"}});
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector)
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("Chromium starts");
        Self { client, driver, site: site.to_owned() }
    }

    /// Closes the browser.
    pub async fn close(self) {
        self.client.close().await.unwrap();
        drop(self.driver);
    }

    /// Goes to a page of the site and lets axe look at it.
    pub async fn visit(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.site)).await.unwrap();
        self.is_accessible().await;
    }

    /// Path, query and fragment of the page.
    pub async fn path(&self) -> String {
        self.client.current_url().await.unwrap().as_str().trim_start_matches(&self.site).to_owned()
    }

    /// Waits until the page is at a path that begins like this.
    pub async fn arrives_at(&self, path: &str) {
        let until = Instant::now() + PATIENCE;
        while !self.path().await.starts_with(path) {
            assert!(Instant::now() < until, "still at {} and not at {path}:\n{}", self.path().await, self.text().await);
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// All text of the page.
    pub async fn text(&self) -> String {
        let found = self.client.execute("return document.body ? document.body.innerText : ''", vec![]).await;
        found.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the page says this.
    pub async fn says(&self, words: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            let text = self.text().await;
            if text.contains(words) {
                return;
            }
            assert!(Instant::now() < until, "“{words}” is not on {}:\n{text}", self.path().await);
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The element of a CSS selector, waiting for it.
    pub async fn find(&self, selector: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("no {selector} ({error}) on {}:\n{}", self.path().await, self.text().await),
        }
    }

    /// How many elements a selector has.
    pub async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.unwrap().len()
    }

    /// Writes into a field, in the place of what stands there.
    pub async fn fill(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Chooses an option of a menu by what it says.
    pub async fn choose(&self, selector: &str, label: &str) {
        self.find(selector).await.select_by_label(label).await.unwrap_or_else(|e| panic!("no “{label}” in {selector}: {e}"));
    }

    /// Clicks an element.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        self.run("arguments[0].scrollIntoView({block: 'center'})", vec![serde_json::to_value(&element).unwrap()]).await;
        element.click().await.unwrap_or_else(|e| panic!("{selector} can't be clicked: {e}"));
    }

    /// Presses the button that says this and, where it leads to another page, waits for that page.
    pub async fn press(&self, label: &str) {
        let condition = format!("normalize-space(.)={0} or @aria-label={0} or starts-with(normalize-space(.), {0})", quoted(label));
        self.press_at(&format!("//main//button[{condition}] | //dialog[@open]//button[{condition}]"), label).await;
    }

    /// Follows the link that says this.
    pub async fn follow(&self, label: &str) {
        let condition = format!("normalize-space(.)={0} or @aria-label={0} or starts-with(normalize-space(.), {0})", quoted(label));
        self.press_at(&format!("//a[{condition}]"), label).await;
    }

    async fn press_at(&self, path: &str, label: &str) {
        let until = Instant::now() + PATIENCE;
        loop {
            let found = self.client.find_all(Locator::XPath(path)).await.unwrap();
            for element in found {
                if element.is_displayed().await.unwrap_or(false) {
                    self.run("arguments[0].scrollIntoView({block: 'center'})", vec![serde_json::to_value(&element).unwrap()]).await;
                    element.click().await.unwrap_or_else(|e| panic!("“{label}” can't be clicked: {e}"));
                    return;
                }
            }
            assert!(Instant::now() < until, "nothing says “{label}” on {}:\n{}", self.path().await, self.text().await);
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Presses keys, as somebody does who has not clicked into any field.
    pub async fn keys(&self, keys: &str) {
        let target = self.client.active_element().await.unwrap();
        for key in keys.chars() {
            target.send_keys(&key.to_string()).await.unwrap();
        }
    }

    /// Presses keys together, the first of them held.
    pub async fn chord(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Presses one key where the focus is: a character, or `Escape`.
    pub async fn key(&self, key: &str) {
        let key = if key == "Escape" { char::from(Key::Escape).to_string() } else { key.to_owned() };
        self.client.active_element().await.unwrap().send_keys(&key).await.unwrap();
    }

    /// Writes where the focus is.
    pub async fn write(&self, text: &str) {
        self.client.active_element().await.unwrap().send_keys(text).await.unwrap();
    }

    /// Ctrl+Enter where the focus is.
    pub async fn save_typed(&self) {
        self.write(&format!("{}{}", char::from(Key::Control), char::from(Key::Enter))).await;
    }

    /// Pastes a text where the focus is.
    pub async fn paste(&self, text: &str) {
        let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));";
        self.run(script, vec![text.into()]).await;
    }

    /// What stands in a field.
    pub async fn value(&self, selector: &str) -> String {
        self.find(selector).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// The name of the field that has the focus.
    pub async fn focused(&self) -> String {
        let name = self.run("return document.activeElement.name || document.activeElement.tagName", vec![]).await;
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page and its scripts are there.
    pub async fn is_settled(&self) {
        let until = Instant::now() + PATIENCE;
        while self.client.execute("return document.readyState", vec![]).await.ok().as_ref().and_then(Value::as_str) != Some("complete") {
            assert!(Instant::now() < until, "{} never came to rest", self.path().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap()
    }

    /// Makes the window as wide as a phone, a tablet, a desktop.
    pub async fn resize(&self, width: u32) {
        self.client.set_window_size(width, 900).await.unwrap();
    }

    /// Lets axe look at the page: WCAG 2.2 A and AA, and its best practices. Nothing may be found.
    pub async fn is_accessible(&self) {
        self.client.execute(AXE, vec![]).await.unwrap();
        // What just happens to be half under the bar at the top is no smaller for it.
        self.run("scrollTo(0, 0)", vec![]).await;
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(
                (found) => done(found.violations.map((v) => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | '))),
                (error) => done(['axe failed: ' + error]));";
        let found = self.client.execute_async(script, vec![]).await.unwrap();
        assert_eq!(found, json!([]), "axe on {}", self.path().await);
    }

    /// Nothing on the page may reach beyond the window's right edge.
    pub async fn fits(&self) {
        let over = self.run("return document.documentElement.scrollWidth - window.innerWidth", vec![]).await;
        assert!(over.as_i64().unwrap() <= 0, "{} is {over} px wider than the window", self.path().await);
    }
}

/// A text as a literal of `XPath`, which has no escapes.
fn quoted(text: &str) -> String {
    if text.contains('"') { format!("'{text}'") } else { format!("\"{text}\"") }
}
