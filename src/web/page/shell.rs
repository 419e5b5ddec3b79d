//! The frame around every page: who is signed in, where one is, what was just done.

use crate::account::{KeyAction, KeyMap, Permission, Role};
use crate::claim::Substance;
use crate::code::Code;
use crate::evidence::Stance;
use crate::history::{self, Action};
use crate::ids::{EventId, PersonId};
use crate::review::undo;
use crate::web::{FormData, Room, asset};
use crate::wording::Words;
use std::sync::Arc;

/// For how long after a step the page offers to take it back, in minutes. The history offers it for good.
const OFFER_UNDO: i64 = 10;
/// How many lines back the one is looked for that a notice names.
const LINES_OF_A_DEED: i64 = 3;

/// What was just done.
#[derive(Clone, Debug)]
pub struct Done {
    /// The sentence.
    pub sentence: String,
    /// The line of history that can be taken back.
    pub undo: Option<EventId>,
}

/// The frame around a page.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The words.
    pub w: Arc<Words>,
    /// Title of the page, as the browser shows it.
    pub title: String,
    /// Which part of the desk the page belongs to: `home`, `articles`, `claims`, `sources`, `history`, or nothing.
    pub section: &'static str,
    /// Name of the person.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// The token that every form carries.
    pub csrf: String,
    /// The wished colours: `light`, `dark` or nothing.
    pub theme: String,
    /// Path and query of this page.
    pub here: String,
    /// What was just done.
    pub done: Option<Done>,
    /// Their keys.
    pub keys: KeyMap,
    /// Who they are.
    pub me: PersonId,
    /// How many lines of their inbox are unread.
    pub unread: i64,
    /// Names the state of the assets, so that a new one is fetched at once.
    pub assets: &'static str,
}

impl Shell {
    /// Whether the person may do such things.
    pub fn may(&self, permission: Permission) -> bool {
        self.role.may(permission)
    }

    /// The key of an action; empty where it has none or keys are switched off.
    pub fn key(&self, action: &str) -> String {
        KeyAction::from_code(action).and_then(|action| self.keys.key(action)).map(String::from).unwrap_or_default()
    }

    /// What an action is called.
    pub fn action(&self, action: &str) -> String {
        let w = &self.w;
        match (Substance::from_code(action), Stance::from_code(action)) {
            (Some(verdict), _) => w.s("keys-verdict", "verdict", &w.label(verdict)),
            (_, Some(stance)) => w.s("keys-stance", "stance", &w.label(stance)),
            _ => w.t(&format!("key-action-{}", action.replace('_', "-"))).into_owned(),
        }
    }

    /// What the link to their inbox is called.
    pub fn inbox_label(&self) -> String {
        match self.unread {
            0 => self.w.t("inbox-none").into_owned(),
            1 => self.w.t("inbox-one").into_owned(),
            more => self.w.t("inbox-many").replace("{count}", &more.to_string()),
        }
    }

    /// The count as it is seen.
    pub fn unread_shown(&self) -> String {
        if self.unread > 99 { "99+".to_owned() } else { self.unread.to_string() }
    }

    /// Whether they may check claims.
    pub fn may_check(&self) -> bool {
        self.may(Permission::Check)
    }

    /// Whether they may change articles and their claims.
    pub fn may_edit(&self) -> bool {
        self.may(Permission::Edit)
    }

    /// Whether they run the desk.
    pub fn may_administer(&self) -> bool {
        self.may(Permission::Administer)
    }
}

impl Room<'_> {
    /// The frame for a page of this visit.
    pub fn shell(&mut self, title: impl Into<String>, section: &'static str) -> Shell {
        let done = self.done();
        let here = self.here();
        let unread = self.unread();
        Shell {
            w: self.words.clone(),
            title: title.into(),
            section,
            name: self.me.name.clone(),
            role: self.me.role,
            csrf: self.csrf.to_owned(),
            theme: self.visit.theme.clone(),
            here,
            done,
            keys: KeyMap::read(&self.me.keys),
            me: self.me.id,
            unread,
            assets: asset::version(),
        }
    }

    /// How many lines of the inbox are unread. A page does not fail for it.
    fn unread(&mut self) -> i64 {
        match self.desk.unread(self.c, self.me.id) {
            Ok(count) => *count,
            Err(error) => {
                tracing::warn!(%error, "the unread lines of an inbox could not be counted");
                0
            }
        }
    }

    /// Path and query of the page, without the notice: a reload must not say again that something was done.
    fn here(&self) -> String {
        let (path, query) = self.visit.target.split_once('?').unwrap_or((&self.visit.target, ""));
        let query = FormData::read(query.as_bytes());
        let mut kept = url::form_urlencoded::Serializer::new(String::new());
        kept.extend_pairs(query.pairs().iter().filter(|(name, _)| !matches!(name.as_str(), "done" | "changed" | "press" | "remark")));
        let kept = kept.finish();
        if kept.is_empty() { path.to_owned() } else { format!("{path}?{kept}") }
    }

    /// What `?done=…` says was done: the person's last step can be taken back from there.
    fn done(&mut self) -> Option<Done> {
        let query = FormData::read(self.visit.query().as_bytes());
        let code = query.get("done");
        let key = format!("done-{}", code.replace('_', "-"));
        if code.is_empty() || !self.words.has(&key) {
            return None;
        }
        let sentence = self.words.t(&key).into_owned();
        // Reading changes nothing that could be taken back.
        let undo = if code.starts_with("inbox") { None } else { self.last_step(Action::from_code(code)) };
        Some(Done { sentence, undo })
    }

    /// The person's last step; where the notice names an action, the last one of that kind: a deed may write lines behind
    /// its own.
    fn last_step(&mut self, named: Option<Action>) -> Option<EventId> {
        let filter = history::EventFilter { actor: Some(self.me.id), ..history::EventFilter::default() };
        let lines = history::list(self.c, &filter, LINES_OF_A_DEED).ok()?;
        let last = lines.into_iter().find(|line| named.is_none_or(|action| line.action() == Some(action)))?;
        let fresh = self.now.0 - last.at.0 < chrono::Duration::minutes(OFFER_UNDO);
        (fresh && last.undoes.is_none() && undo::can_be_undone(&last)).then_some(last.id)
    }
}
