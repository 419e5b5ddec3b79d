//! `user`: the people of the desk.

use super::desk::{self, CommandDesk};
use super::failure::{Failure, Outcome};
use super::terminal::{Output, read_secret, shown};
use crate::account::member::{self, NewPerson};
use crate::account::{Person, Role, Secret, store};
use crate::code::Code;
use crate::config::Config;
use crate::db::DbConnection;
use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// The people of the desk. They are named by their mail address.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Add a person; prints the link with which they choose a password.
    Add {
        /// Their mail address; they sign in with it.
        email: String,
        /// Their name.
        #[arg(long)]
        name: String,
        /// What they may do.
        #[arg(long, value_parser = roles())]
        role: Role,
        /// Set a password at once instead of making a link: it is asked for, or read from the standard input stream.
        #[arg(long)]
        password: bool,
    },
    /// List everybody: mail address, role, state, name; separated by tabs.
    List,
    /// Give a person another role.
    Role {
        /// Their mail address.
        email: String,
        /// What they may do from now on.
        #[arg(value_parser = roles())]
        role: Role,
    },
    /// Bar a person from signing in; their sessions and tokens stop at once.
    Disable {
        /// Their mail address.
        email: String,
    },
    /// Let a person sign in again.
    Enable {
        /// Their mail address.
        email: String,
    },
    /// Set a person's password: it is asked for, or read from the standard input stream. All their sessions end.
    Password {
        /// Their mail address.
        email: String,
        /// Make a link with which they choose one themselves, and print it.
        #[arg(long)]
        link: bool,
    },
}

fn roles() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.iter().map(|role| role.code())).try_map(|code| code.parse::<Role>())
}

impl User {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        let desk = CommandDesk::open(config)?;
        let mut c = desk.connect()?;
        let mut out = Output::open();
        match self {
            Self::Add { email, name, role, password } => {
                let password = if password { Some(read_secret("password")?) } else { None };
                let new = NewPerson { name: &name, email: &email, role: role.code() };
                let (person, link) = member::add_person(&mut c, &desk.acting(), &new, password.as_deref())?;
                eprintln!("{} is on the desk as {role}.", shown(&person.name));
                if let Some(secret) = link {
                    print_link(&mut out, config, &secret)?;
                }
            }
            Self::List => list(&mut out, &mut c)?,
            Self::Role { email, role } => {
                let id = person(&mut c, &email)?.id;
                let changed = member::change_role(&mut c, &desk.acting(), id, role, None)?;
                eprintln!("{} is {role} now.", shown(&changed.name));
            }
            Self::Disable { email } => {
                let id = person(&mut c, &email)?.id;
                let changed = member::set_disabled(&mut c, &desk.acting(), id, true, None)?;
                eprintln!("{} can no longer sign in.", shown(&changed.name));
            }
            Self::Enable { email } => {
                let id = person(&mut c, &email)?.id;
                let changed = member::set_disabled(&mut c, &desk.acting(), id, false, None)?;
                eprintln!("{} can sign in again.", shown(&changed.name));
            }
            Self::Password { email, link: true } => {
                let id = person(&mut c, &email)?.id;
                print_link(&mut out, config, &member::make_password_link(&mut c, &desk.acting(), id)?)?;
            }
            Self::Password { email, link: false } => {
                let id = person(&mut c, &email)?.id;
                let changed = member::set_password(&mut c, &desk.acting(), id, &read_secret("password")?)?;
                eprintln!("{} has a new password; all their sessions have ended.", shown(&changed.name));
            }
        }
        out.flush()
    }
}

/// The person with this mail address.
pub fn person(c: &mut DbConnection, email: &str) -> Result<Person, Failure> {
    let found = store::find_person_by_email(c, &email.trim().to_lowercase())?;
    found.ok_or_else(|| format!("nobody on this desk has the mail address {}", shown(email)).into())
}

fn print_link(out: &mut Output, config: &Config, secret: &Secret) -> Outcome {
    eprintln!("The link with which they choose a password works once, within three days:");
    out.line(&format!("{}/password?token={}", desk::address(config), secret.expose()))
}

fn list(out: &mut Output, c: &mut DbConnection) -> Outcome {
    const PAGE: i64 = 500;
    let mut after = None;
    loop {
        let page = store::list_people(c, after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some((last.name.clone(), last.id));
        for person in &page {
            let state = match (person.disabled_at.is_some(), person.password_hash.is_some()) {
                (true, _) => "disabled",
                (false, true) => "active",
                (false, false) => "no password yet",
            };
            out.line(&format!("{}\t{}\t{state}\t{}", shown(&person.email), person.role, shown(&person.name)))?;
        }
    }
}
