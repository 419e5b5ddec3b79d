//! A mail server for one test: `aiosmtpd`, the one that Debian packages as `python3-aiosmtpd`, on a port of its own.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Once;
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a letter may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

/// The server. It says its port, then each letter as a line of JSON; Python's own library reads the letters.
///
/// Whoever is called `refused` has no mailbox; with `break` it takes a letter and hangs up without a word; with `login` it
/// asks for a name and a password.
const SERVER: &str = r#"
import asyncio, email, email.policy, json, sys
from aiosmtpd.smtp import SMTP, AuthResult

port, manner = int(sys.argv[1]), sys.argv[2]

def say(value):
    print(json.dumps(value), flush=True)

class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        part = lambda kind: letter.get_body((kind,)).get_content()
        heads = {name.lower(): str(value) for name, value in letter.items()}
        say({"from": envelope.mail_from, "to": envelope.rcpt_tos, "heads": heads, "text": part("plain"), "html": part("html")})
        if manner == "break":
            server.transport.abort()
        return "250 OK"

def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(handled=False, success=(data.login, data.password) == (b"desk", b"open sesame+"))

async def main():
    wishes = dict(authenticator=authenticate, auth_required=True, auth_require_tls=False) if manner == "login" else {}
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(Handler(), enable_SMTPUTF8=True, **wishes), "127.0.0.1", port)
    say(server.sockets[0].getsockname()[1])
    await server.serve_forever()

asyncio.run(main())
"#;

/// The Python that has aiosmtpd: the system's, where another one comes first.
fn python() -> Option<&'static str> {
    let has = |python: &&str| Command::new(python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    ["python3", "/usr/bin/python3"].into_iter().find(has)
}

/// A mail server that runs until it is dropped.
pub struct MailServer {
    /// Its port.
    pub port: u16,
    child: Child,
    letters: Receiver<Value>,
    reader: Option<JoinHandle<()>>,
}

impl MailServer {
    /// A server on a free port. `None` where none is installed: a local run says so; with `CI` set that is a failure.
    pub fn start(manner: &str) -> Option<Self> {
        static ONCE: Once = Once::new();
        if python().is_none() {
            assert!(std::env::var("CI").is_err(), "aiosmtpd is not installed: run scripts/setup-tests");
            ONCE.call_once(|| {
                let mut out = std::io::stderr();
                writeln!(out, "aiosmtpd is not installed: tests with a mail server are SKIPPED (scripts/setup-tests installs it)").unwrap();
            });
            return None;
        }
        Some(Self::at(0, manner))
    }

    /// A server on this port, which is there.
    pub fn at(port: u16, manner: &str) -> Self {
        let python = python().unwrap();
        let mut child = Command::new(python).args(["-c", SERVER, &port.to_string(), manner]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.next().unwrap().unwrap().parse().unwrap();
        let (tell, letters) = channel();
        let reader = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _ = tell.send(serde_json::from_str(&line).unwrap());
            }
        });
        Self { port, child, letters, reader: Some(reader) }
    }

    /// The next letter.
    pub fn letter(&self) -> Value {
        self.letters.recv_timeout(PATIENCE).unwrap()
    }

    /// Ends the server, and gives the letters that nobody took yet.
    pub fn stop(mut self) -> Vec<Value> {
        self.end();
        self.letters.try_iter().collect()
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.end();
    }
}
