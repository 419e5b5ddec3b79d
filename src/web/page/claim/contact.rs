//! Who was asked about a claim: the entries on its page, entering one, saying what came of it, taking one out.

use super::forms::{Part, carry_out, page_of, refuse};
use super::load::Loaded;
use super::way::Way;
use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::claim::store::{self as claims, Contact};
use crate::code::Code;
use crate::ids::ContactId;
use crate::review::ReviewError;
use crate::review::ask::{self, ContactEntry};
use crate::web::answer::done;
use crate::web::page::badge::Badge;
use crate::web::page::id;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};

/// An entry on the page: in words, and as the fields of its form show it.
pub(super) struct ContactView {
    pub id: String,
    pub outcome: Badge,
    /// How and when they were asked, when they answered, who entered it.
    pub about: Vec<String>,
    pub stored: StoredContact,
}

impl ContactView {
    /// What the ids of its form's fields begin with.
    pub fn form_at(&self) -> String {
        format!("contact-{}", self.id)
    }
}

/// An entry as the fields of its form show it.
pub(super) struct StoredContact {
    pub name: String,
    pub party: String,
    pub channel: &'static str,
    pub asked_on: String,
    pub question: String,
    pub outcome: &'static str,
    pub answered_on: String,
    pub answer: String,
    pub confidential: bool,
    pub revision: i32,
}

/// The entries, and what entering one needs.
pub(super) struct Contacts {
    pub entries: Vec<ContactView>,
    /// What a new entry begins with.
    pub none: StoredContact,
    pub channels: Vec<Badge>,
    pub outcomes: Vec<Badge>,
}

pub(super) fn contacts(loaded: &Loaded, today: chrono::NaiveDate, w: &Words) -> Contacts {
    let none = StoredContact {
        name: String::new(),
        party: String::new(),
        channel: ContactChannel::Email.code(),
        asked_on: today.to_string(),
        question: String::new(),
        outcome: ContactOutcome::Awaited.code(),
        answered_on: String::new(),
        answer: String::new(),
        confidential: false,
        revision: 0,
    };
    Contacts {
        entries: loaded.contacts.iter().map(|(row, by)| view(row, by, w)).collect(),
        none,
        channels: Badge::all::<ContactChannel>(w),
        outcomes: Badge::all::<ContactOutcome>(w),
    }
}

fn view(row: &Contact, by: &str, w: &Words) -> ContactView {
    let mut about = vec![w.label(row.channel).into_owned(), w.s("contact-asked", "date", &w.date(row.asked_on))];
    about.extend(row.answered_on.map(|day| w.s("contact-answered", "date", &w.date(day))));
    about.push(w.s("contact-entered-by", "name", by));
    ContactView {
        id: row.id.to_string(),
        outcome: Badge::of(row.outcome, w),
        about,
        stored: StoredContact {
            name: row.name.clone(),
            party: row.party.clone(),
            channel: row.channel.code(),
            asked_on: row.asked_on.to_string(),
            question: row.question.clone(),
            outcome: row.outcome.code(),
            answered_on: row.answered_on.map(|day| day.to_string()).unwrap_or_default(),
            answer: row.answer.clone(),
            confidential: row.confidential,
            revision: row.revision,
        },
    }
}

/// What was typed of having asked.
fn entry(form: &FormData) -> ContactEntry<'_> {
    ContactEntry {
        name: form.get("name"),
        party: form.get("party"),
        channel: form.get("channel"),
        asked_on: form.get("asked_on"),
        question: form.get("question"),
        outcome: form.get("outcome"),
        answered_on: form.get("answered_on"),
        answer: form.get("answer"),
        confidential: form.ticked("confidential"),
    }
}

/// Enters that somebody was asked.
pub async fn enter_contact(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Contact, |room, claim, form| {
        ask::enter_contact(room.c, &room.acting(), claim, &entry(form))?;
        Ok(done(&page_of(claim, "contacts"), "contact_entered"))
    })
    .await
}

/// Changes an entry.
pub async fn amend_contact(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let contact: ContactId = id(&path, "contact")?;
        let revision = form.parse("revision").unwrap_or_default();
        let amended = ask::amend_contact(room.c, &room.acting(), contact, &entry(form), revision);
        after(room, contact, form, amended, Part::ContactChange, "contact_amended")
    })
    .await
}

/// Takes an entry out.
pub async fn remove_contact(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let contact: ContactId = id(&path, "contact")?;
        let removed = ask::remove_contact(room.c, &room.acting(), contact);
        after(room, contact, form, removed, Part::ContactRemove, "contact_removed")
    })
    .await
}

fn after(
    room: &mut Room<'_>,
    contact: ContactId,
    form: &FormData,
    result: Result<Contact, ReviewError>,
    part: Part,
    said: &'static str,
) -> Result<Answer, Problem> {
    match result {
        Ok(row) => Ok(Way::of(room).keep(done(&page_of(row.claim_id, "contacts"), said))),
        Err(error) => {
            let claim = claims::find_contact(room.c, contact)?.ok_or_else(|| Problem::not_found("contact"))?.claim_id;
            // The page knows the form by the entry it belongs to, whether the form said so or not.
            let form = form.clone().and("contact", contact.to_string());
            refuse(room, claim, part, &form, error.into())
        }
    }
}
