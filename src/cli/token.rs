//! `token`: tokens with which programs act for a person.

use super::desk::CommandDesk;
use super::failure::{Failure, Outcome};
use super::terminal::{Output, shown};
use super::user::person;
use crate::account::{api_token, store};
use crate::config::Config;
use crate::db::DbConnection;
use crate::db::column::At;
use crate::ids::{PersonId, TokenId};
use clap::Subcommand;

/// Tokens for the API. A token acts for a person, with the role they have at the time of each call.
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token and print it; it is shown this once.
    Add {
        /// Mail address of the person it acts for.
        email: String,
        /// What it is for.
        #[arg(long)]
        name: String,
        /// For how many days it works; without it: until it is revoked.
        #[arg(long, value_parser = clap::value_parser!(i64).range(1..=3650))]
        days: Option<i64>,
    },
    /// List tokens: id, mail address, state, name; separated by tabs.
    List {
        /// Only those that act for the person with this mail address.
        email: Option<String>,
    },
    /// End a token.
    Revoke {
        /// Its id, as `token list` shows it.
        id: String,
    },
}

impl Token {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        let desk = CommandDesk::open(config)?;
        let mut c = desk.connect()?;
        let mut out = Output::open();
        match self {
            Self::Add { email, name, days } => {
                let id = person(&mut c, &email)?.id;
                let (_, secret) = api_token::make_token(&mut c, &desk.acting(), id, &name, days)?;
                eprintln!("The token is shown this once:");
                out.line(secret.expose())?;
            }
            Self::List { email } => {
                let whose = email.map(|email| person(&mut c, &email)).transpose()?.map(|person| person.id);
                list(&mut out, &mut c, whose, desk.now())?;
            }
            Self::Revoke { id } => {
                let id: TokenId = id.trim().parse().map_err(|_| Failure::Usage(format!("“{}” is not the id of a token", shown(&id))))?;
                api_token::revoke_token(&mut c, &desk.acting(), id)?;
                eprintln!("The token no longer works.");
            }
        }
        out.flush()
    }
}

fn list(out: &mut Output, c: &mut DbConnection, whose: Option<PersonId>, now: At) -> Outcome {
    const PAGE: i64 = 500;
    let mut before = None;
    loop {
        let page = store::list_tokens(c, whose, before, PAGE)?;
        let Some((last, _)) = page.last() else { return Ok(()) };
        before = Some(last.id);
        for (token, _) in &page {
            let email = store::find_person(c, token.person_id)?.map(|person| person.email).unwrap_or_default();
            let state = if token.revoked_at.is_some() {
                "revoked".to_owned()
            } else {
                match token.expires_at {
                    Some(at) if at <= now => "expired".to_owned(),
                    Some(at) => format!("until {}", at.0.date_naive()),
                    None => "active".to_owned(),
                }
            };
            out.line(&format!("{}\t{}\t{state}\t{}", token.id, shown(&email), shown(&token.name)))?;
        }
    }
}
