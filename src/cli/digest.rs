//! `digest`: sends the daily digests that are due, as `serve` does by itself.

use super::desk::{CommandDesk, address};
use super::failure::{Failure, Outcome};
use super::terminal::{Output, shown};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::DbConnection;
use crate::db::column::At;
use crate::digest::{Round, written};
use crate::wording::Catalogue;

/// Send the daily digests that are due and not sent yet.
///
/// A server that is told of a mail server does this by itself; this is for a machine that would rather have it done by
/// cron, and to try the settings. No digest goes out twice, whoever sends it.
#[derive(Debug, clap::Args)]
pub struct Digest {
    /// Send today's although it is not yet the time of day at which they go out, and do not wait to try again.
    #[arg(long)]
    now: bool,
    /// Print what would be sent to whom, and send nothing.
    #[arg(long)]
    dry_run: bool,
}

impl Digest {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        let desk = CommandDesk::open_existing(config)?;
        let catalogue = Catalogue::embedded().map_err(|e| e.to_string())?;
        let mut c = desk.connect()?;
        if self.dry_run {
            return print(&mut c, &catalogue, &address(config), desk.now());
        }
        let mail = config.mail.as_ref().ok_or("no mail server is set: say where it is in --smtp-url, or SMTP_URL")?;
        let round = Round { clock: Clock::System, catalogue: &catalogue, site: &address(config), mail, now: self.now };
        let sent = round.go(&mut c)?;
        eprintln!("Sent {}.", counted(sent.sent));
        match sent.error {
            None => Ok(()),
            Some(why) if sent.failed > 0 => {
                Err(Failure::Failed(format!("{} could not be sent and can be tried again soon: {}", counted(sent.failed), shown(&why))))
            }
            Some(why) => {
                Err(Failure::Failed(format!("the mail server broke off; {} may have arrived and is not sent again: {}", counted(sent.unsure), shown(&why))))
            }
        }
    }
}

fn counted(digests: usize) -> String {
    if digests == 1 { "1 digest".to_owned() } else { format!("{digests} digests") }
}

fn print(c: &mut DbConnection, catalogue: &Catalogue, site: &str, now: At) -> Outcome {
    let letters = written(c, catalogue, site, now)?;
    let mut out = Output::open();
    for letter in &letters {
        out.line(&format!("To: {} <{}>\nSubject: {}\n", shown(&letter.name), shown(&letter.email), shown(&letter.subject)))?;
        for line in letter.text.lines() {
            out.line(&shown(line))?;
        }
        out.line("")?;
    }
    out.flush()?;
    eprintln!("{} would be sent.", counted(letters.len()));
    Ok(())
}
