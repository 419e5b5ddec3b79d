//! One's own keys: which key does what, whether they work at all, and back to the usual ones.

use super::{Shell, Typed};
use crate::account::keys::{KeyAction, KeyFault, KeyMap, Place};
use crate::account::member;
use crate::claim::Substance;
use crate::code::Code;
use crate::input::FieldError;
use crate::web::answer::{html_with, see_other};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// An action with its key.
struct Row {
    action: &'static str,
    label: String,
    key: String,
    /// The usual key, where that is another one.
    usual: Option<String>,
}

/// Actions that belong together.
struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "settings/keys.html")]
struct KeysPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    on: bool,
    groups: Vec<Group>,
    revision: i32,
}

/// Shows one's keys.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let typed = Typed::fresh(&room.words);
        page(room, typed)
    })
    .await
}

fn page(room: &mut Room<'_>, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let shell = room.shell(w.t("key-settings-title"), "settings");
    let titles = ["key-settings-moving", "key-settings-verdicts", "key-settings-claim", "key-settings-article", "key-settings-stances"];
    let group = |title: &str| Group {
        title: w.t(title).into_owned(),
        rows: KeyAction::ALL.iter().filter(|action| group_of(**action) == title).map(|action| row(*action, &shell)).collect(),
    };
    let groups = titles.into_iter().map(group).collect();
    let (on, revision, status) = (shell.keys.is_on(), room.me.revision, typed.status());
    html_with(status, &KeysPage { shell, w, typed, on, groups, revision })
}

/// Under which title an action stands.
fn group_of(action: KeyAction) -> &'static str {
    use KeyAction as A;
    match action {
        A::Help | A::New | A::Next | A::Previous | A::Unreviewed | A::Open | A::Tick | A::TickRange | A::Search | A::List | A::Up => "key-settings-moving",
        _ if Substance::from_code(action.code()).is_some() => "key-settings-verdicts",
        _ => match action.places() {
            [Place::Stance] => "key-settings-stances",
            [Place::Article, ..] => "key-settings-article",
            _ => "key-settings-claim",
        },
    }
}

fn row(action: KeyAction, shell: &Shell) -> Row {
    let key = shell.keys.set(action);
    Row {
        action: action.code(),
        label: shell.action(action.code()),
        key: key.map(String::from).unwrap_or_default(),
        usual: (key != Some(action.usual())).then(|| action.usual().to_string()),
    }
}

/// Keeps the keys that were typed, or with `reset` goes back to the usual ones.
pub async fn change(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let reset = form.has("reset");
        let keys = if reset { Ok(KeyMap::default()) } else { typed_keys(room, form) };
        let kept = keys.and_then(|keys| Ok(member::change_own_keys(room.c, &room.acting(), &keys, form.parse("revision"))?));
        match kept {
            Ok(_) => Ok(see_other(if reset { "/settings/keys?done=keys_reset" } else { "/settings/keys?done=keys_changed" })),
            Err(problem) if problem.reference.is_some() => Err(problem),
            Err(problem) => {
                let typed = Typed::refused(form, problem, &room.words);
                page(room, typed)
            }
        }
    })
    .await
}

fn typed_keys(room: &mut Room<'_>, form: &FormData) -> Result<KeyMap, Problem> {
    let typed = KeyAction::ALL.iter().filter(|action| form.has(action.code())).map(|action| (*action, form.get(action.code())));
    KeyMap::of(form.ticked("on"), typed).map_err(|faults| {
        let shell = room.shell("", "settings");
        let refuse = |(action, fault): (KeyAction, KeyFault)| {
            let key = crate::input::clean(form.get(action.code())).trim().to_owned();
            let error = |message| FieldError::new(action.code(), message).with("key", &key);
            match fault {
                KeyFault::NotOneCharacter => FieldError::new(action.code(), "field-key-not-one"),
                KeyFault::OfTheBrowser => error("field-key-browser"),
                KeyFault::Taken(other) => error("field-key-taken").with("this", shell.action(action.code())).with("other", shell.action(other.code())),
            }
        };
        Problem::invalid(faults.into_iter().map(refuse).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Stance;

    #[test]
    fn every_verdict_and_every_stance_has_a_key_and_every_action_its_words() {
        let words = crate::wording::Catalogue::embedded().unwrap().choose(None, None);
        let codes = Substance::ALL.iter().map(|verdict| verdict.code()).chain(Stance::ALL.iter().map(|stance| stance.code()));
        let chosen: Vec<KeyAction> = codes.map(|code| KeyAction::from_code(code).unwrap_or_else(|| panic!("{code} has no key"))).collect();
        for action in KeyAction::ALL.iter().filter(|action| !chosen.contains(action)) {
            assert!(words.has(&format!("key-action-{}", action.code().replace('_', "-"))), "{action}");
        }
    }
}
