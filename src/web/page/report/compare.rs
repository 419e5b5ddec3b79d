//! What changed between two reports of an article, claim by claim and word by word.

use crate::article::{ArticleState, Coverage};
use crate::claim::carry::wording::{In, Piece, difference};
use crate::claim::{AttributionVerdict, Risk, SetAsideReason, Substance, TextAction, WorkState};
use crate::code::Code;
use crate::evidence::{Grade, Independence};
use crate::ids::ArticleId;
use crate::report::{ClaimChanges, ClaimMark, Comparison, ContactPart, CorrectionPart, FieldChange, LinkPart, ReportField, ReportMark, compare_reports, store};
use crate::web::answer::html;
use crate::web::page::{Shell, id};
use crate::web::{Desk, FormData, PageError, Problem, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use serde_json::Value;
use std::sync::Arc;

/// Most frozen reports offered for comparison; older ones are reached by their address.
const OFFERED: i64 = 200;

/// A field that changed: what it is called, and its words before and after.
struct Row {
    label: String,
    pieces: Vec<Piece>,
}

/// A claim, or a piece of evidence, with what changed of it.
struct Block {
    href: String,
    label: String,
    title: String,
    rows: Vec<Row>,
}

/// One of the reports that may be compared.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "report/compare.html")]
struct ComparePage {
    shell: Shell,
    w: Arc<Words>,
    id: ArticleId,
    title: String,
    lead: String,
    from: Vec<Choice>,
    to: Vec<Choice>,
    same: bool,
    article: Vec<Row>,
    added: Vec<Block>,
    removed: Vec<Block>,
    changed: Vec<Block>,
    unchanged: Option<String>,
    evidence: Vec<Block>,
    corrections: Vec<Block>,
}

/// Shows what changed: `from` and `to` are numbers of frozen reports; an empty `to` is the check as it stands.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let w = room.words.clone();
        let article: ArticleId = id(&path, "article")?;
        let number = |name: &str| match query.get(name).trim() {
            "" => Ok(None),
            text => text.parse::<i32>().map(Some).map_err(|_| Problem::not_found("report")),
        };
        room.in_full(article)?;
        let found = compare_reports(room.c, article, number("from")?, number("to")?, room.now)?;
        let numbers: Vec<i32> = store::list_reports(room.c, article, None, OFFERED)?.into_iter().map(|row| row.number).collect();
        let title = crate::article::store::title_of(room.c, article)?.unwrap_or_default();
        let page = ComparePage {
            shell: room.shell(w.t("compare-title"), "articles"),
            id: article,
            title,
            lead: w.with("compare-lead", &[("from", Arg::from(named(&found.from, &w))), ("to", Arg::from(named(&found.to, &w)))]),
            from: choices(&numbers, found.from.number, false, &w),
            to: choices(&numbers, found.to.number, true, &w),
            same: found.is_empty(),
            article: article_rows(&found, &w),
            added: found.added.iter().map(|claim| block(claim, Vec::new(), &w)).collect(),
            // A claim that was taken out has no page any more that everybody may see.
            removed: found.removed.iter().map(|claim| Block { href: String::new(), ..block(claim, Vec::new(), &w) }).collect(),
            changed: found.changed.iter().map(|changes| block(&changes.claim, claim_rows(changes, &w), &w)).collect(),
            unchanged: (found.unchanged > 0).then(|| w.n("compare-unchanged", found.unchanged)),
            evidence: found
                .evidence
                .iter()
                .map(|piece| Block {
                    href: format!("/evidence/{}", piece.id),
                    label: w.t("compare-piece").into_owned(),
                    title: piece.title.clone(),
                    rows: rows(&piece.fields, &w),
                })
                .collect(),
            corrections: found.corrections.iter().map(|correction| correction_block(correction, &w)).collect(),
            w,
        };
        html(&page)
    })
    .await
}

fn named(mark: &ReportMark, w: &Words) -> String {
    match mark.number {
        Some(number) => w.with("compare-report", &[("number", Arg::from(i64::from(number))), ("at", Arg::from(w.date_time(mark.assembled_at)))]),
        None => w.t("compare-now").into_owned(),
    }
}

fn choices(numbers: &[i32], chosen: Option<i32>, with_now: bool, w: &Words) -> Vec<Choice> {
    let report = |number: i32| Choice {
        value: number.to_string(),
        label: w.with("reports-frozen-title", &[("number", Arg::from(i64::from(number)))]),
        chosen: chosen == Some(number),
    };
    let now = with_now.then(|| Choice { value: String::new(), label: w.t("compare-now").into_owned(), chosen: chosen.is_none() });
    now.into_iter().chain(numbers.iter().copied().map(report)).collect()
}

fn block(claim: &ClaimMark, rows: Vec<Row>, w: &Words) -> Block {
    let label = w.with("report-claim", &[("number", Arg::from(i64::from(claim.number)))]);
    Block { href: format!("/claims/{}", claim.id), label, title: claim.statement.clone(), rows }
}

/// Two values side by side. An empty one is nothing.
fn pair(label: String, was: &str, is: &str) -> Row {
    let piece = |stands, text: &str| Piece { stands, text: text.to_owned() };
    let between = if was.is_empty() || is.is_empty() { "" } else { " " };
    let all = [piece(In::Old, was), piece(In::Both, between), piece(In::New, is)];
    Row { label, pieces: all.into_iter().filter(|piece| !piece.text.is_empty()).collect() }
}

fn article_rows(found: &Comparison, w: &Words) -> Vec<Row> {
    let mut all = rows(&found.article, w);
    let coverage = |c: &Coverage| {
        w.with("report-coverage-value", &[("sentences", Arg::from(c.sentences)), ("accounted", Arg::from(c.accounted)), ("open", Arg::from(c.open()))])
    };
    if let Some([was, is]) = &found.coverage {
        all.push(pair(w.t("report-coverage").into_owned(), &coverage(was), &coverage(is)));
    }
    all
}

fn rows(changes: &[FieldChange], w: &Words) -> Vec<Row> {
    changes.iter().map(|change| row(change, w)).collect()
}

fn row(change: &FieldChange, w: &Words) -> Row {
    let (was, is) = (said(change.field, &change.before, w), said(change.field, &change.after, w));
    let label = w.label(change.field).into_owned();
    if is_prose(change.field) && !was.is_empty() && !is.is_empty() { Row { label, pieces: difference(&was, &is) } } else { pair(label, &was, &is) }
}

/// Whether a field holds words that are worth comparing one by one.
fn is_prose(field: ReportField) -> bool {
    use ReportField as F;
    matches!(
        field,
        F::Title
            | F::MethodNote
            | F::SelectionReason
            | F::CoverageReason
            | F::Statement
            | F::Quote
            | F::Rationale
            | F::Searched
            | F::OverrideReason
            | F::ProposedWording
            | F::EvidenceTitle
            | F::Excerpt
            | F::Note
    )
}

fn said(field: ReportField, value: &Value, w: &Words) -> String {
    use ReportField as F;
    fn label<T: Code>(value: &Value, w: &Words) -> String {
        value.as_str().and_then(T::from_code).map(|value| w.label(value).into_owned()).unwrap_or_default()
    }
    if let Some(number) = value.as_i64() {
        return w.number(number);
    }
    if let Some(yes) = value.as_bool() {
        return w.t(if yes { "happened-yes" } else { "happened-no" }).into_owned();
    }
    match field {
        F::ArticleState => label::<ArticleState>(value, w),
        F::State => label::<WorkState>(value, w),
        F::Substance => label::<Substance>(value, w),
        F::Attribution => label::<AttributionVerdict>(value, w),
        F::SetAside => label::<SetAsideReason>(value, w),
        F::TextAction => label::<TextAction>(value, w),
        F::Risk => label::<Risk>(value, w),
        F::Grade => label::<Grade>(value, w),
        F::Independence => label::<Independence>(value, w),
        F::PublishedOn | F::EvidencePublishedOn | F::AccessedOn | F::TrueAsOf | F::RecheckBy => {
            value.as_str().and_then(|text| text.parse::<NaiveDate>().ok()).map(|day| w.date(day)).unwrap_or_default()
        }
        _ => value.as_str().unwrap_or_default().to_owned(),
    }
}

fn claim_rows(changes: &ClaimChanges, w: &Words) -> Vec<Row> {
    let mut all = rows(&changes.fields, w);
    let link = |link: &Option<LinkPart>| link.as_ref().map(|link| link_said(link, w)).unwrap_or_default();
    all.extend(changes.chain.iter().map(|change| pair(w.s("compare-link", "name", &change.source), &link(&change.before), &link(&change.after))));
    if changes.reordered {
        all.push(pair(w.t("compare-order").into_owned(), "", &w.t("compare-reordered")));
    }
    for tie in &changes.evidence {
        let stance = |stance: Option<crate::evidence::Stance>| stance.map(|stance| w.label(stance).into_owned()).unwrap_or_default();
        let title = if tie.title.is_empty() { w.t("report-confidential").into_owned() } else { tie.title.clone() };
        all.push(pair(w.s("compare-evidence", "title", &title), &stance(tie.before), &stance(tie.after)));
    }
    all.extend(changes.contacts_before.iter().map(|contact| pair(w.t("report-contacts").into_owned(), &contact_said(contact, w), "")));
    all.extend(changes.contacts_after.iter().map(|contact| pair(w.t("report-contacts").into_owned(), "", &contact_said(contact, w))));
    all
}

fn link_said(link: &LinkPart, w: &Words) -> String {
    let verdict = link.verdict.map_or_else(|| w.t("report-no-verdict").into_owned(), |verdict| w.label(verdict).into_owned());
    let named = link.mention_text.as_ref().map(|text| w.s("report-named-as", "text", text));
    let cue = link.cue_text.as_ref().map(|text| w.s("report-cue-words", "text", text));
    let note = Some(link.note.clone()).filter(|note| !note.is_empty());
    [Some(w.label(link.role).into_owned()), Some(verdict), named, cue, note].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn contact_said(contact: &ContactPart, w: &Words) -> String {
    let name = if contact.confidential { w.t("report-contact-confidential").into_owned() } else { contact.name.clone() };
    let answered = contact.answered_on.map(|day| w.s("contact-answered", "date", &w.date(day)));
    let texts = [contact.question.clone(), contact.answer.clone()].into_iter().filter(|text| !text.is_empty());
    let facts = [name, w.label(contact.outcome).into_owned(), w.s("contact-asked", "date", &w.date(contact.asked_on))];
    facts.into_iter().chain(answered).chain(texts).collect::<Vec<_>>().join(" · ")
}

fn correction_block(correction: &CorrectionPart, w: &Words) -> Block {
    let claim = correction.claim.map(|number| w.with("report-claim", &[("number", Arg::from(i64::from(number)))]));
    let mut rows = vec![pair(w.t("happened-field-published-text").into_owned(), &correction.was, &correction.now_says)];
    rows.extend((!correction.why.is_empty()).then(|| pair(w.t("report-because").into_owned(), "", &correction.why)));
    rows.retain(|row| !row.pieces.is_empty());
    let title = [Some(w.date(correction.published_on)), claim].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Block { href: String::new(), label: w.label(correction.kind).into_owned(), title, rows }
}
