//! The hand that plays the script: finds claims by their words, and does the deeds in the name of the three people,
//! some minutes apart.

use super::{ARTICLE, PEOPLE, SampleError};
use crate::account::member::{self, NewPerson};
use crate::account::{Acting, Person, desk};
use crate::article::store as articles;
use crate::article::{Article, SentenceKind};
use crate::claim::store as claims;
use crate::claim::{AttributionVerdict, Priority, Quotation, Role, SetAsideReason, Substance, TextAction, WorkState};
use crate::db::DbConnection;
use crate::db::column::At;
use crate::ids::{ClaimId, Ids, VersionId};
use crate::intake::read::Limits;
use crate::intake::{NewArticle, import_article};
use crate::review::amend;
use crate::review::article::{ArticleDetails, amend_article};
use crate::review::ask::{self, ContactEntry};
use crate::review::assign::{Order, assign_claim};
use crate::review::attribute::{self, LinkEntry};
use crate::review::decide::{self, Finding, LinkFinding, Move};
use crate::review::discuss;
use crate::review::gather::{self, EvidenceEntry};
use crate::source::registry::{self, SourceEntry};
use crate::source::{SourceKind, name_key, store as sources};
use crate::span::Span;
use chrono::{DateTime, Duration, Utc};

/// One of the three people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The editor.
    Marta,
    /// The reviewer.
    Daniel,
    /// The admin.
    Ines,
}

/// What somebody finds on a claim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did they say so? By the links of the chain, in order.
    pub links: &'static [AttributionVerdict],
    /// Why.
    pub rationale: &'static str,
    /// What was searched.
    pub searched: &'static str,
    /// What should happen to the text, and in which words.
    pub text: Option<(TextAction, &'static str)>,
}

/// A desk that is being filled.
pub(super) struct Hand<'d> {
    c: &'d mut DbConnection,
    ids: &'d Ids,
    people: [Person; 3],
    article: Article,
    text: String,
    version: VersionId,
    /// When the next deed happens.
    clock: DateTime<Utc>,
    /// When the desk is filled: due dates go by it.
    today: DateTime<Utc>,
    /// Claims that the script has spoken of.
    used: Vec<ClaimId>,
}

impl<'d> Hand<'d> {
    /// Puts the people on the desk, and the article, two days ago.
    pub(super) fn begin(c: &'d mut DbConnection, now: At, ids: &'d Ids, password: &str) -> Result<Self, SampleError> {
        let clock = now.0 - Duration::hours(47);
        let program = Acting::command_line(At(clock), ids);
        let mut add = |who: &super::SignIn| -> Result<Person, SampleError> {
            let new = NewPerson { name: who.name, email: who.email, role: who.role };
            Ok(member::add_person(c, &program, &new, Some(password))?.0)
        };
        let [marta, daniel, ines] = &PEOPLE;
        let people = [add(marta)?, add(daniel)?, add(ines)?];
        let [editor, ..] = &people;
        let new = NewArticle {
            byline: "Eva Brandt",
            publisher: "The Harbour Gazette",
            source_url: "https://gazette.example.org/world/moscow-confirms-trip-to-pyongyang",
            published_on: "2024-06-17",
            text: ARTICLE,
            ..NewArticle::default()
        };
        let clock = clock + Duration::minutes(25);
        let article = import_article(c, &Acting::person(editor, At(clock), ids), &new, &Limits::default())?.article;
        let (article, version) = articles::find_with_version(c, article.id)?.ok_or(SampleError::NotInText("title"))?;
        Ok(Self { c, ids, people, article, text: version.text, version: version.id, clock, today: now.0, used: Vec::new() })
    }

    /// Lets some time pass.
    pub(super) fn wait(&mut self, minutes: i64) {
        self.clock += Duration::minutes(minutes);
    }

    /// Somebody at work, some minutes after the deed before.
    fn acting(&mut self, who: Who) -> Acting {
        self.wait(4);
        let [marta, daniel, ines] = &self.people;
        let person = match who {
            Who::Marta => marta,
            Who::Daniel => daniel,
            Who::Ines => ines,
        };
        Acting::person(person, At(self.clock), self.ids)
    }

    /// Says what the desk is and how this article is checked.
    pub(super) fn set_up_desk(&mut self, settings: &desk::DeskSettings) -> Result<(), SampleError> {
        let admin = self.acting(Who::Ines);
        let (_, revision) = desk::settings(self.c)?;
        desk::change_settings(self.c, &admin, settings, revision)?;
        Ok(())
    }

    /// The editor says how this article is checked, and why this one.
    pub(super) fn describe_article(&mut self, method_note: &str, selection_reason: &str) -> Result<(), SampleError> {
        let editor = self.acting(Who::Marta);
        let article = &self.article;
        let details = ArticleDetails {
            title: &article.title,
            byline: &article.byline,
            publisher: &article.publisher,
            source_url: article.source_url.as_deref().unwrap_or_default(),
            published_on: &article.published_on.map(|day| day.to_string()).unwrap_or_default(),
            method_note,
            selection_reason,
        };
        self.article = amend_article(self.c, &editor, article.id, &details, None)?;
        Ok(())
    }

    /// The place of some words in the text.
    fn place(&self, words: &'static str) -> Result<Span, SampleError> {
        let (before, _) = self.text.split_once(words).ok_or(SampleError::NotInText(words))?;
        let start = before.chars().count();
        Ok(Span::new(start, start + words.chars().count()))
    }

    /// The claim that says these words: the narrowest that holds them, else one that is made of their sentence.
    pub(super) fn claim(&mut self, words: &'static str) -> Result<ClaimId, SampleError> {
        let place = self.place(words)?;
        let pieces = claims::spans_of_article(self.c, self.article.id)?;
        let holds = pieces.iter().filter(|piece| piece.span().overlaps(place) && !self.used.contains(&piece.claim_id));
        let best = holds.min_by_key(|piece| (!piece.span().contains(place), piece.span().len())).map(|piece| piece.claim_id);
        let id = if let Some(id) = best {
            id
        } else {
            let sentences = articles::list_sentences(self.c, self.version)?;
            let sentence = sentences.iter().map(articles::Sentence::span).find(|span| span.contains(place)).unwrap_or(place);
            let editor = self.acting(Who::Marta);
            amend::add_claim(self.c, &editor, self.article.id, &[sentence], "")?.id
        };
        self.used.push(id);
        Ok(id)
    }

    /// The editor sees to it that a claim has a chain of such sources, nearest to the reader first: each with what it is
    /// and where the text names it.
    pub(super) fn cite(&mut self, claim: ClaimId, sources: &[(&'static str, SourceKind, &'static str)]) -> Result<(), SampleError> {
        let chain = claims::chains_of(self.c, &[claim])?;
        if chain.iter().map(|(_, source)| source.kind).eq(sources.iter().map(|(_, kind, _)| *kind)) {
            return Ok(());
        }
        let editor = self.acting(Who::Marta);
        let mut links = Vec::new();
        for (place, (name, kind, mention)) in sources.iter().enumerate() {
            let role = if place + 1 == sources.len() { Role::Origin } else { Role::Reporter };
            let mention = Some(self.place(mention)?);
            links.push(LinkEntry { role, source: (*name).to_owned(), kind: *kind, quotation: Quotation::Indirect, mention, cue: None });
        }
        attribute::change_chain(self.c, &editor, claim, &links, None)?;
        Ok(())
    }

    /// Says what the sentence with these words is.
    pub(super) fn mark(&mut self, words: &'static str, kind: SentenceKind) -> Result<(), SampleError> {
        let place = self.place(words)?;
        let editor = self.acting(Who::Marta);
        let sentences = articles::list_sentences(self.c, self.version)?;
        let sentence = sentences.iter().find(|sentence| sentence.span().contains(place)).ok_or(SampleError::NotInText(words))?;
        amend::mark_sentence(self.c, &editor, sentence.id, kind, None)?;
        Ok(())
    }

    /// The editor gives a claim to somebody, due some days from today.
    pub(super) fn assign(&mut self, claim: ClaimId, to: Who, days: i64, priority: Priority, message: &str) -> Result<(), SampleError> {
        let editor = self.acting(Who::Marta);
        let assignee = self.acting(to).id;
        let due = (self.today + Duration::days(days)).date_naive();
        let order = Order { assignee: Some(assignee), due_on: Some(Some(due)), priority: Some(priority), message };
        assign_claim(self.c, &editor, claim, &order, None)?;
        Ok(())
    }

    /// Sets a claim's risk to high.
    pub(super) fn raise_risk(&mut self, claim: ClaimId) -> Result<(), SampleError> {
        let editor = self.acting(Who::Marta);
        amend::set_risk(self.c, &editor, claim, crate::claim::Risk::High, None)?;
        Ok(())
    }

    /// Somebody attaches evidence.
    pub(super) fn attach(&mut self, who: Who, claim: ClaimId, stance: &str, entry: &EvidenceEntry<'_>) -> Result<(), SampleError> {
        let acting = self.acting(who);
        gather::attach_evidence(self.c, &acting, claim, entry, stance)?;
        Ok(())
    }

    /// Somebody asked for comment.
    pub(super) fn ask(&mut self, who: Who, claim: ClaimId, entry: &ContactEntry<'_>) -> Result<(), SampleError> {
        let acting = self.acting(who);
        ask::enter_contact(self.c, &acting, claim, entry)?;
        Ok(())
    }

    /// Somebody says what they found.
    pub(super) fn decide(&mut self, who: Who, claim: ClaimId, found: &Found) -> Result<(), SampleError> {
        let acting = self.acting(who);
        let chain = claims::chains_of(self.c, &[claim])?;
        let links =
            chain.iter().zip(found.links).map(|((link, _), verdict)| LinkFinding { attribution_id: link.id, verdict: Some(*verdict), note: String::new() });
        let finding = Finding {
            substance: found.substance,
            links: links.collect(),
            rationale: found.rationale,
            searched: found.searched,
            text_action: found.text.map(|(action, wording)| (action, wording, action == TextAction::Keep)),
            override_reason: "",
        };
        decide::set_verdict(self.c, &acting, claim, &finding, None)?;
        Ok(())
    }

    /// Somebody moves a claim on.
    pub(super) fn go(&mut self, who: Who, claim: ClaimId, to: WorkState, reason: &str) -> Result<(), SampleError> {
        let acting = self.acting(who);
        decide::transition(self.c, &acting, claim, &Move { to, reason, set_aside: None, override_reason: "" }, None)?;
        Ok(())
    }

    /// Somebody sets a claim aside.
    pub(super) fn set_aside(&mut self, who: Who, claim: ClaimId, why: SetAsideReason, reason: &str) -> Result<(), SampleError> {
        let acting = self.acting(who);
        decide::transition(self.c, &acting, claim, &Move { to: WorkState::SetAside, reason, set_aside: Some(why), override_reason: "" }, None)?;
        Ok(())
    }

    /// Somebody makes a remark.
    pub(super) fn remark(&mut self, who: Who, claim: ClaimId, body: &str) -> Result<(), SampleError> {
        let acting = self.acting(who);
        discuss::add_comment(self.c, &acting, claim, body)?;
        Ok(())
    }

    /// The editor fills in a source's entry, and notes something about its reliability.
    pub(super) fn know_source(&mut self, entry: &SourceEntry<'_>, note: &str) -> Result<(), SampleError> {
        let editor = self.acting(Who::Marta);
        let found = sources::find_by_keys(self.c, &[name_key(entry.name)])?;
        let source = match found.first() {
            Some((_, id)) => sources::find(self.c, *id)?,
            None => None,
        };
        let id = match source {
            Some(source) => registry::amend_source(self.c, &editor, source.id, entry, source.revision)?.id,
            None => registry::add_source(self.c, &editor, entry)?.id,
        };
        if !note.is_empty() {
            registry::note_reliability(self.c, &editor, id, note)?;
        }
        Ok(())
    }
}
