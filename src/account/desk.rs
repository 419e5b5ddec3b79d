//! The desk's own settings: what its reports say of it, and its rules.

use super::{AccountError, Acting, Permission, store};
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind};
use crate::ids::{ChainId, SubjectId};
use crate::input::{Fields, LINE, TEXT};
use serde::{Deserialize, Serialize};

/// What an admin can set for the whole desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeskSettings {
    /// The desk's name, as reports give it.
    pub name: String,
    /// The desk's public address.
    pub url: String,
    /// Where the desk says how it works.
    pub methodology_url: String,
    /// Where the desk says how it corrects.
    pub corrections_url: String,
    /// How the desk works, in a few sentences, for every report.
    pub method_note: String,
    /// Whether whoever set the verdict may not sign it off.
    pub four_eyes: bool,
}

impl Default for DeskSettings {
    fn default() -> Self {
        Self {
            name: String::new(),
            url: String::new(),
            methodology_url: String::new(),
            corrections_url: String::new(),
            method_note: String::new(),
            four_eyes: true,
        }
    }
}

const DESK: &str = "desk";

/// The desk's settings and their revision.
pub fn settings(c: &mut DbConnection) -> Result<(DeskSettings, i32), StoreError> {
    match store::find_settings(c, DESK)? {
        None => Ok((DeskSettings::default(), 0)),
        Some((value, revision)) => {
            let settings = serde_json::from_value(value).map_err(|e| StoreError::Broken(format!("desk settings: {e}")))?;
            Ok((settings, revision))
        }
    }
}

/// Changes the desk's settings.
pub fn change_settings(c: &mut DbConnection, acting: &Acting, new: &DeskSettings, revision: i32) -> Result<DeskSettings, AccountError> {
    acting.require(Permission::Administer)?;
    let mut fields = Fields::new();
    let new = DeskSettings {
        name: fields.line("name", &new.name, LINE),
        url: fields.web_address("url", &new.url).unwrap_or_default(),
        methodology_url: fields.web_address("methodology_url", &new.methodology_url).unwrap_or_default(),
        corrections_url: fields.web_address("corrections_url", &new.corrections_url).unwrap_or_default(),
        method_note: fields.text("method_note", &new.method_note, TEXT),
        four_eyes: new.four_eyes,
    };
    fields.done()?;
    transact(c, |c| {
        let (old, _) = settings(c)?;
        let value = |s: &DeskSettings| serde_json::to_value(s).map_err(|e| StoreError::Broken(e.to_string()));
        if !store::save_settings(c, DESK, value(&new)?, revision)? {
            return Err(AccountError::Stale);
        }
        let event = NewEvent::new(Action::SettingsChanged, SubjectKind::Desk, SubjectId(ChainId::DESK.0)).before(value(&old)?).after(value(&new)?);
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        Ok(new.clone())
    })
}
