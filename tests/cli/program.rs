//! The program in a folder of its own: run to its end with arguments and input, or started as a server.

use crate::support::{Stage, TestDb};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

/// The program, and the database it works on.
pub struct Program {
    /// The database, migrated and empty.
    pub db: TestDb,
    /// The folder it is run in.
    pub folder: tempfile::TempDir,
}

/// What came of a run.
#[derive(Debug)]
pub struct Answer {
    /// Exit status.
    pub status: i32,
    /// What it wrote as its result.
    pub out: String,
    /// What else it said.
    pub err: String,
}

impl Answer {
    /// The result of a run that went well.
    pub fn ok(self) -> String {
        assert_eq!(self.status, 0, "{self:?}");
        self.out
    }

    /// What was said of a run that failed with this status, and left no trace of a panic.
    pub fn failed(self, status: i32) -> String {
        assert_eq!(self.status, status, "{self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
        self.err
    }
}

impl Stage for Program {
    fn on(db: TestDb) -> Self {
        Self { db, folder: tempfile::tempdir().unwrap() }
    }
}

/// The program with these arguments, in a folder, free of settings from outside.
fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_corroborate"));
    command.args(args).current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let of_language = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let from_outside = |name: &str| name == "DATABASE_URL" || name.starts_with("CORROBORATE_") || of_language.contains(&name);
    for (name, _) in std::env::vars().filter(|(name, _)| from_outside(name)) {
        command.env_remove(name);
    }
    command
}

fn finish(mut command: Command, input: &[u8]) -> Answer {
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Beside it: a program that writes while it still reads must not wait for a reader that waits for it. One that
    // does not read at all closes the pipe, and that is fine.
    let writing = thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    Answer {
        status: output.status.code().expect("an exit status, not a signal"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs the program without any database.
pub fn run_alone(args: &[&str], input: impl AsRef<[u8]>) -> Answer {
    let folder = tempfile::tempdir().unwrap();
    let answer = finish(command(folder.path(), args), input.as_ref());
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 0, "nothing is written to the disk");
    answer
}

impl Program {
    /// Runs the program on this database.
    pub fn run(&self, args: &[&str]) -> Answer {
        self.run_with(args, "")
    }

    /// Runs the program on this database with some input.
    pub fn run_with(&self, args: &[&str], input: impl AsRef<[u8]>) -> Answer {
        let mut command = command(self.folder.path(), args);
        command.env("DATABASE_URL", self.db.url());
        finish(command, input.as_ref())
    }

    /// Puts a file into the folder.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.folder.path().join(name), content).unwrap();
    }

    /// Starts a server on this database.
    pub fn serve(&self, args: &[&str]) -> Server {
        let mut command = command(self.folder.path(), &[&["serve", "--bind", "127.0.0.1:0"], args].concat());
        command.env("DATABASE_URL", self.db.url());
        Server::start(command)
    }
}

/// A server that runs until it is dropped or killed.
pub struct Server {
    child: Child,
    /// Where it listens, as host and port.
    pub address: String,
    /// What it said before it was ready.
    pub said: String,
    /// What it wrote as its result so far.
    out: Option<BufReader<std::process::ChildStdout>>,
}

impl Server {
    fn start(mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let out = child.stdout.take().map(BufReader::new);
        let mut err = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        let address = loop {
            let from = said.len();
            assert_ne!(err.read_line(&mut said).unwrap(), 0, "the server ended: {said}");
            if let Some((_, rest)) = said[from..].split_once(" on http://") {
                break rest.split_whitespace().next().unwrap().to_owned();
            }
        };
        // Read on, so that the server never waits for a reader.
        thread::spawn(move || drop(std::io::copy(&mut err, &mut std::io::sink())));
        Self { child, address, said, out }
    }

    /// Kills the server as `kill -9` does, and gives what it wrote as its result.
    pub fn kill(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let mut out = String::new();
        self.out.take().unwrap().read_to_string(&mut out).unwrap();
        out
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A connection to a server that speaks just enough HTTP for a test.
pub struct Client {
    stream: BufReader<TcpStream>,
    cookie: String,
}

impl Client {
    /// Connects.
    pub fn new(address: &str, cookie: &str) -> Self {
        Self { stream: BufReader::new(TcpStream::connect(address).unwrap()), cookie: cookie.to_owned() }
    }

    /// Asks, and gives the whole answer: status, head and body. An error where the server went away.
    pub fn ask(&mut self, method: &str, path: &str, headers: &str, body: &str) -> std::io::Result<(u16, String, String)> {
        let cookie = if self.cookie.is_empty() { String::new() } else { format!("Cookie: {}\r\n", self.cookie) };
        let request = format!("{method} {path} HTTP/1.1\r\nHost: desk\r\n{cookie}{headers}Content-Length: {}\r\n\r\n{body}", body.len());
        self.stream.get_mut().write_all(request.as_bytes())?;
        let gone = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let mut head = String::new();
        loop {
            let from = head.len();
            if self.stream.read_line(&mut head)? == 0 {
                return Err(gone());
            }
            if &head[from..] == "\r\n" {
                break;
            }
        }
        let lower = head.to_lowercase();
        let length = lower.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |n| n.parse().unwrap());
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        let status = head.split(' ').nth(1).ok_or_else(gone)?.parse().unwrap();
        Ok((status, head, String::from_utf8_lossy(&body).into_owned()))
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> std::io::Result<(u16, String, String)> {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", &body)
    }

    /// Signs in, and keeps the session.
    pub fn sign_in(&mut self, email: &str, password: &str) -> String {
        let (status, head, body) = self.post("/login", &[("email", email), ("password", password)]).unwrap();
        assert_eq!(status, 303, "{head}{body}");
        let cookie = head.lines().find_map(|line| line.strip_prefix("set-cookie: ").or_else(|| line.strip_prefix("Set-Cookie: "))).unwrap();
        self.cookie = cookie.split(';').next().unwrap().to_owned();
        self.cookie.clone()
    }

    /// The token that every form of the session carries.
    pub fn csrf(&mut self) -> String {
        let (status, _, page) = self.ask("GET", "/people", "", "").unwrap();
        assert_eq!(status, 200, "{page}");
        let (_, rest) = page.split_once("name=\"csrf\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    }
}
