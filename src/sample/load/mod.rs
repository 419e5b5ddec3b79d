//! Generated work for load tests: articles of realistic length, their claims in all states, people, evidence, history.
//!
//! The one place that writes rows past the deeds: a million claims by a million small transactions would take hours.
//! What it writes is what the deeds would have left, down to every line of history (`corroborate verify` and the tests
//! hold it to that), and each batch is one transaction. Never called but by `load-sample`. Start at [`fill`].

mod dice;
mod rows;
mod text;
mod work;

use super::SampleError;
use super::password::make_password;
use crate::account::member::{self, NewPerson};
use crate::account::{Acting, Person, api_token, store as accounts};
use crate::article::store::{Article, Sentence, Version, column_of};
use crate::article::{ArticleState, text_sha256};
use crate::claim::store::{Attribution, Claim, ClaimSpan};
use crate::db::column::{At, Json};
use crate::db::{DbConnection, begin_bulk, end_bulk, transact};
use crate::ids::{ArticleId, Ids, SourceId, VersionId};
use crate::source::{name_key, registry};
use crate::span::ScalarIndex;
use chrono::{DateTime, Duration, Utc};
use dice::Dice;
use rows::{Rows, Told};
use serde_json::json;
use work::{Desk, People};

/// Claims of each article.
pub const CLAIMS: usize = 25;
/// Articles that are written in one transaction.
const BATCH: usize = 100;
/// Over how many days up to now the articles came in.
const DAYS: i64 = 400;
/// How many people of each kind there are.
const EDITORS: usize = 2;
const REVIEWERS: usize = 12;

/// What somebody needs to know of a desk that was filled.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Mail address of an editor.
    pub editor: String,
    /// Mail address of a reviewer.
    pub reviewer: String,
    /// The password of everybody who was put on the desk.
    pub password: String,
    /// A token for the API that acts for the reviewer.
    pub token: String,
    /// How many claims were written.
    pub claims: usize,
}

/// Puts `articles` generated articles on the desk, telling how many are written after each batch. The same articles
/// and work come out each time but for ids, times and secrets.
///
/// # Errors
/// A database that failed; batches written before stay.
pub fn fill(c: &mut DbConnection, now: At, ids: &Ids, articles: usize, written: &mut dyn FnMut(usize)) -> Result<Loaded, SampleError> {
    let password = make_password()?;
    let people =
        People { editors: add_people(c, now, ids, "editor", EDITORS, &password)?, reviewers: add_people(c, now, ids, "reviewer", REVIEWERS, &password)? };
    let first = |people: &[Person]| people.first().cloned().ok_or(SampleError::NotInText("people"));
    let (editor, reviewer) = (first(&people.editors)?, first(&people.reviewers)?);
    let program = Acting::command_line(now, ids);
    let (_, token) = api_token::make_token(c, &program, reviewer.id, "load test", None)?;
    let names: Vec<_> = text::SOURCES.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect();
    let sources = transact(c, |c| registry::resolve_names(c, &program, &names))?;
    let sources: Vec<SourceId> = names.iter().filter_map(|(name, _)| sources.get(&name_key(name)).copied()).collect();
    let maker = Maker { people: &people, sources, ids: ids.clone(), today: now.0, articles };
    begin_bulk(c)?;
    let mut done = 0;
    while done < articles {
        let mut rows = Rows::default();
        let batch = done..(done + BATCH).min(articles);
        done = batch.end;
        batch.for_each(|number| maker.article(number, &mut rows));
        rows.write(c, ids)?;
        written(done);
    }
    end_bulk(c)?;
    Ok(Loaded { editor: editor.email, reviewer: reviewer.email, password, token: token.expose().to_owned(), claims: articles * CLAIMS })
}

/// People of one role; those who are there from an earlier load get the new password.
fn add_people(c: &mut DbConnection, now: At, ids: &Ids, role: &str, count: usize, password: &str) -> Result<Vec<Person>, SampleError> {
    let program = Acting::command_line(now, ids);
    let mut people = Vec::new();
    for n in 1..=count {
        let email = format!("{role}-{n}@load.example.org");
        let person = if let Some(person) = accounts::find_person_by_email(c, &email)? {
            member::set_password(c, &program, person.id, password)?
        } else {
            let name = format!("Load {role} {n}");
            member::add_person(c, &program, &NewPerson { name: &name, email: &email, role }, Some(password))?.0
        };
        people.push(person);
    }
    Ok(people)
}

/// Makes articles.
struct Maker<'p> {
    people: &'p People,
    sources: Vec<SourceId>,
    ids: Ids,
    today: DateTime<Utc>,
    articles: usize,
}

impl<'p> Maker<'p> {
    /// When an article came in: evenly over the days, the newest two days ago.
    fn came_in(&self, number: usize) -> DateTime<Utc> {
        let left = i64::try_from((self.articles - number) * 1_000 / self.articles.max(1)).unwrap_or(0);
        self.today - Duration::days(2) - Duration::minutes(DAYS * 24 * 60 * left / 1_000)
    }

    fn article(&self, number: usize, rows: &mut Rows<'p>) {
        let mut dice = Dice::new(u64::try_from(number).unwrap_or(0));
        let written = text::write(&mut dice, CLAIMS);
        let at = self.came_in(number);
        let (id, version_id) = (self.ids.make(), self.ids.make());
        let Some(mut desk) = Desk::new(self.people, number, &self.ids, id, at, self.today) else { return };
        let editor = desk.editor();
        let sha256 = text_sha256(&written.text);
        let event = work::imported(id, &written, &sha256);
        rows.told.push(Told { article: id, who: editor, at: At(at), events: vec![event.clone()] });
        rows.told_desk.push(Told { article: id, who: editor, at: At(at), events: vec![event] });
        let index = ScalarIndex::new(&written.text);
        let sentences: Vec<Sentence> = (0..)
            .zip(&written.sentences)
            .map(|(ordinal, (span, kind))| Sentence {
                id: self.ids.make(),
                version_id,
                ordinal,
                span_start: column_of(span.start),
                span_end: column_of(span.end),
                kind: *kind,
                marked_by: None,
                revision: 1,
            })
            .collect();
        for (number, found) in (1..).zip(&written.claims) {
            let mut claim = self.claim(number, found, (id, version_id), At(at), &mut dice);
            claim.sentence_id = sentences.get(found.sentence).map(|sentence| sentence.id);
            rows.spans.push(ClaimSpan::at(self.ids.make(), claim.id, 0, found.span, &index));
            rows.attributions.extend(self.links(&claim, found, &index));
            desk.work(&mut dice, rows, &mut claim, found.chain.len());
            rows.claims.push(claim);
        }
        rows.sentences.extend(sentences);
        rows.told.extend(desk.told());
        rows.versions.push(Version {
            id: version_id,
            article_id: id,
            number: 1,
            title: written.title.clone(),
            text_sha256: sha256,
            created_by: Some(editor.id),
            created_at: At(at),
            text: written.text,
        });
        rows.articles.push(Article {
            id,
            title: written.title,
            byline: "Load Writer".to_owned(),
            publisher: "The Load Gazette".to_owned(),
            source_url: Some(format!("https://gazette.example.org/{number}")),
            published_on: Some(at.date_naive()),
            language: "en".to_owned(),
            state: ArticleState::Open,
            version_id,
            method_note: String::new(),
            selection_reason: String::new(),
            coverage_reason: None,
            signed_off_by: None,
            signed_off_at: None,
            created_by: Some(editor.id),
            created_at: At(at),
            updated_at: At(at),
            revision: 1,
        });
    }

    fn claim(&self, number: i32, found: &text::Claimed, (article_id, version_id): (ArticleId, VersionId), at: At, dice: &mut Dice) -> Claim {
        #[expect(clippy::cast_possible_truncation, reason = "a number below 60")]
        let worthiness = f64::from(40 + dice.below(60) as u32) / 100.0;
        Claim {
            statement: found.statement.clone(),
            check_worthiness: worthiness,
            why: Json(json!(found.why)),
            ..Claim::fresh(self.ids.make(), article_id, version_id, number, at)
        }
    }

    fn links(&self, claim: &Claim, found: &text::Claimed, text: &ScalarIndex<'_>) -> Vec<Attribution> {
        let link = |(ordinal, cited): (i32, &text::Cited)| {
            let source = *self.sources.get(cited.source)?;
            let link = Attribution::fresh(self.ids.make(), claim.id, ordinal, cited.role, source, found.quotation);
            Some(link.at(Some(cited.mention), Some(cited.cue), text))
        };
        (0..).zip(&found.chain).filter_map(link).collect()
    }
}
