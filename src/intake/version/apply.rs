//! A plan carried out: rows and history, inside the caller's transaction.

use super::plan::{Carried, Plan};
use crate::account::Acting;
use crate::article::extracted::{self, Extracted};
use crate::article::store::{self as articles, Article, Sentence, Version};
use crate::article::text_sha256;
use crate::claim::Anchor;
use crate::claim::store::{self as claims, Attribution, Claim, ClaimSpan};
use crate::db::DbConnection;
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ClaimId, VersionId};
use crate::intake::ImportError;
use crate::intake::rows::{Home, Rows, names_in, sentence_rows};
use crate::review::article::{article_at, reopen_with_claim, stale};
use crate::review::{ClaimState, ReviewError};
use crate::source::registry;
use crate::span::{ScalarIndex, Span};
use serde_json::{Map, Value, json};

pub(super) fn apply(c: &mut DbConnection, acting: &Acting, plan: &Plan) -> Result<(), ImportError> {
    let version: VersionId = acting.ids.make();
    let text = ScalarIndex::new(&plan.text);
    let sentences = sentences(acting, version, plan);
    articles::insert_version(c, &version_row(acting, version, plan))?;
    articles::insert_sentences(c, &sentences)?;
    extracted::store::insert(c, &Extracted::of(version, &plan.extraction))?;
    let extracted = &plan.extraction.claims;
    let used = plan.new.iter().map(|new| new.place).chain(plan.claims.iter().filter_map(|carried| carried.new_chain));
    let used: Vec<_> = used.filter_map(|place| extracted.get(place).cloned()).collect();
    let sources = registry::resolve_names(c, acting, &names_in(&used))?;
    let home = Home { article: plan.article.id, version, sentences: &sentences, sources: &sources, text: &text };
    let mut lines = vec![version_line(plan, version, sentences.len())];
    let moved: Vec<Moved> = plan.claims.iter().map(|carried| moved(acting, carried, plan, &home)).collect();
    write_carried(c, &moved)?;
    lines.extend(plan.claims.iter().zip(&moved).map(|(carried, moved)| line(plan, carried, moved)));
    let rows = Rows::of(acting, &home, plan.new.iter().filter_map(|new| Some((new.number, extracted.get(new.place)?))));
    claims::insert(c, &rows.claims)?;
    claims::insert_spans(c, &rows.spans)?;
    claims::insert_attributions(c, &rows.attributions)?;
    lines.extend(rows.claims.iter().map(|claim| {
        let pieces: Vec<Span> = rows.spans.iter().filter(|row| row.claim_id == claim.id).map(ClaimSpan::span).collect();
        NewEvent::on_claim(Action::ClaimAdded, claim.id)
            .after(json!({"number": claim.number, "statement": claim.statement, "spans": pieces, "version": plan.number}))
    }));
    reopen_with_claim(c, acting, plan.article.id, "")?;
    let article = article_at(c, plan.article.id, None)?;
    let after = Article { title: plan.title.clone(), language: plan.extraction.language.clone(), version_id: version, updated_at: acting.now, ..article };
    if !articles::update_article(c, &after)? {
        return Err(stale(&articles::find_article(c, after.id)?.ok_or(ReviewError::NotFound("article"))?).into());
    }
    history::record_all(c, &acting.pen(), chain_of(plan.article.id), lines)?;
    Ok(())
}

/// The sentences of the new version; what people marked stays so where the sentence is the same.
fn sentences(acting: &Acting, version: VersionId, plan: &Plan) -> Vec<Sentence> {
    let mut rows = sentence_rows(acting, version, &plan.extraction);
    for (row, same) in rows.iter_mut().zip(&plan.marked) {
        if let Some(same) = same.as_ref().filter(|same| same.marked_by.is_some()) {
            row.kind = same.kind;
            row.marked_by = same.marked_by;
        }
    }
    rows
}

fn version_row(acting: &Acting, id: VersionId, plan: &Plan) -> Version {
    Version {
        id,
        article_id: plan.article.id,
        number: plan.number,
        title: plan.title.clone(),
        text: plan.text.clone(),
        text_sha256: text_sha256(&plan.text),
        created_by: acting.id,
        created_at: acting.now,
    }
}

fn version_line(plan: &Plan, version: VersionId, sentences: usize) -> NewEvent {
    let count = |anchor| plan.with_anchor(anchor).count();
    let mut was = json!({"version": plan.from.number, "text_sha256": plan.from.text_sha256});
    let mut is = json!({
        "version": plan.number, "version_id": version, "text_sha256": text_sha256(&plan.text), "sentences": sentences, "claims": plan.claims.len(),
        "kept": count(Anchor::Exact), "moved": count(Anchor::Moved), "changed": count(Anchor::Changed), "lost": count(Anchor::Lost), "new": plan.new.len(),
    });
    if plan.title != plan.article.title
        && let (Some(was), Some(is)) = (was.as_object_mut(), is.as_object_mut())
    {
        was.insert("title".to_owned(), json!(plan.article.title));
        is.insert("title".to_owned(), json!(plan.title));
    }
    NewEvent::new(Action::VersionAdded, SubjectKind::Article, plan.article.id).before(was).after(is)
}

/// A claim with the rows that belong to it in the new version.
struct Moved {
    claim: Claim,
    spans: Vec<ClaimSpan>,
    chain: Vec<Attribution>,
}

fn moved(acting: &Acting, carried: &Carried, plan: &Plan, home: &Home<'_>) -> Moved {
    let id = carried.before.id;
    if carried.anchor() == Anchor::Lost {
        // It stays where it was: in the version that has its words.
        let claim = Claim { removed_at: carried.before.removed_at.or(Some(acting.now)), updated_at: acting.now, ..carried.after.clone() };
        return Moved { claim, spans: Vec::new(), chain: Vec::new() };
    }
    let found = carried.new_chain.and_then(|place| plan.extraction.claims.get(place));
    let chain = match found {
        Some(found) => home.chain(acting, id, &found.chain),
        None => carried.chain.iter().zip(&carried.places).map(|((row, _), place)| link(row, place.mention, place.cue, carried.anchor(), home.text)).collect(),
    };
    let claim = Claim {
        version_id: home.version,
        sentence_id: articles::sentence_of(home.sentences, &carried.pieces),
        updated_at: acting.now,
        check_worthiness: found.map_or(carried.after.check_worthiness, |found| found.check_worthiness),
        why: found.map_or_else(|| carried.after.why.clone(), |found| crate::db::column::Json(json!(found.why))),
        ..carried.after.clone()
    };
    Moved { claim, spans: home.pieces(acting, id, &carried.pieces), chain }
}

/// A link at its place in the new text. What was found on it was found of the old words.
fn link(row: &Attribution, mention: Option<Span>, cue: Option<Span>, anchor: Anchor, text: &ScalarIndex<'_>) -> Attribution {
    let is_changed = anchor == Anchor::Changed;
    Attribution {
        verdict: row.verdict.filter(|_| !is_changed),
        verdict_note: if is_changed { String::new() } else { row.verdict_note.clone() },
        ..row.clone().at(mention, cue, text)
    }
}

fn write_carried(c: &mut DbConnection, moved: &[Moved]) -> Result<(), ImportError> {
    let stay: Vec<&Moved> = moved.iter().filter(|moved| moved.claim.anchor != Anchor::Lost).collect();
    let ids: Vec<ClaimId> = stay.iter().map(|moved| moved.claim.id).collect();
    claims::delete_places(c, &ids)?;
    claims::insert_spans(c, &stay.iter().flat_map(|moved| moved.spans.iter().cloned()).collect::<Vec<_>>())?;
    claims::insert_attributions(c, &stay.iter().flat_map(|moved| moved.chain.iter().cloned()).collect::<Vec<_>>())?;
    for moved in moved {
        if !claims::update_carried(c, &moved.claim)? {
            return Err(ReviewError::NotFound("claim").into());
        }
    }
    Ok(())
}

/// What happened to a claim: its place and words before and after, and the work that fell away.
fn line(plan: &Plan, carried: &Carried, moved: &Moved) -> NewEvent {
    let (mut was, mut is): (Map<String, Value>, Map<String, Value>) = ClaimState::of(&carried.before).difference(&ClaimState::of(&moved.claim));
    was.insert("version".to_owned(), json!(plan.from.number));
    is.insert("version".to_owned(), json!(plan.number));
    was.insert("anchor".to_owned(), json!(carried.before.anchor));
    is.insert("anchor".to_owned(), json!(carried.anchor()));
    was.insert("spans".to_owned(), json!(carried.old_pieces));
    is.insert("spans".to_owned(), json!(carried.pieces));
    if matches!(carried.anchor(), Anchor::Changed | Anchor::Lost) {
        was.insert("words".to_owned(), json!(carried.was));
        is.insert("words".to_owned(), json!(carried.is));
    }
    if carried.anchor() == Anchor::Changed {
        is.insert("check_wording".to_owned(), json!(carried.check_wording));
        let findings: Vec<Value> = carried
            .chain
            .iter()
            .filter(|(link, _)| link.verdict.is_some())
            .map(|(link, source)| json!({"source": source.name, "verdict": link.verdict, "note": link.verdict_note}))
            .collect();
        if !findings.is_empty() {
            was.insert("found_on_sources".to_owned(), json!(findings));
        }
        if carried.new_chain.is_some() {
            was.insert("chain".to_owned(), json!(carried.chain.iter().map(|(_, source)| source.name.as_str()).collect::<Vec<_>>()));
        }
    }
    NewEvent::on_claim(Action::ClaimCarried, carried.before.id).before(Value::Object(was)).after(Value::Object(is))
}
