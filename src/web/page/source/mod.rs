//! The registry of sources: the list, and the page of one.

mod alike;
mod ledger;
mod list;
mod merge;
mod show;

pub(in crate::web) use alike::reason;
pub use alike::{different, suggestions};
pub(in crate::web) use ledger::judged;

pub use list::{create, list};
pub use merge::{merge, preview, unmerge};
pub use show::{add_note, show, update, withdraw};

use super::Typed;
use super::badge::Badge;
use crate::ids::SourceId;
use crate::source::SourceKind;
use crate::source::registry::SourceEntry;
use crate::source::store::Source;
use crate::web::{FormData, Problem};
use crate::wording::Words;

/// What the form of an entry begins with: the entry as it is kept, or nothing.
#[derive(Default)]
struct Stored {
    name: String,
    kind: &'static str,
    /// One a line.
    aliases: String,
    country: String,
    /// One a line.
    links: String,
    interests: String,
}

impl Stored {
    fn of(source: &Source, aliases: &[String]) -> Self {
        Self {
            name: source.name.clone(),
            kind: crate::code::Code::code(source.kind),
            aliases: aliases.join("\n"),
            country: source.country.clone(),
            links: source.link_list().join("\n"),
            interests: source.interests.clone(),
        }
    }
}

/// What a form says of a source.
fn entry(form: &FormData) -> SourceEntry<'_> {
    SourceEntry {
        name: form.get("name"),
        kind: form.get("kind"),
        aliases: form.get("aliases"),
        country: form.get("country"),
        links: form.get("links"),
        interests: form.get("interests"),
    }
}

fn kinds(w: &Words) -> Vec<Badge> {
    Badge::all::<SourceKind>(w)
}

/// The form as it was sent, where it can be put right; any other problem is a page of its own.
fn sent_again(form: &FormData, problem: Problem, words: &std::sync::Arc<Words>) -> Result<Typed, Problem> {
    let can_be_put_right = !problem.fields.is_empty() || problem.code == "stale";
    if can_be_put_right { Ok(Typed::refused(form, problem, words)) } else { Err(problem) }
}

/// The page of a source.
fn link_to(id: SourceId) -> String {
    format!("/sources/{id}")
}
