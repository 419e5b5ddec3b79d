//! HTML: one self-contained page that prints well, follows light and dark, and runs nothing.
//!
//! Here every part of the report is put into the words and codes that `templates/report/export.html` shows;
//! the template escapes them. The only file of a format that knows askama. Start at [`write`].

use super::claimreview;
use super::table::{Pieces, by_id};
use super::telling::{self, Second, Tally, is_web, tone, verdict};
use super::{ClaimPart, ContactPart, CorrectionPart, EvidencePart, ExportError, LinkPart, Report, SourcePart};
use crate::claim::annotated::Paragraph;
use crate::code::Code;
use crate::evidence::Stance;
use crate::wording::Words;
use askama::Template;
use askama::filters::Safe;

struct ClaimBlock<'r> {
    claim: &'r ClaimPart,
    substance: String,
    substance_code: &'static str,
    attribution: Option<(String, &'static str)>,
    state: String,
    set_aside: Option<String>,
    in_text: bool,
    links: Vec<LinkRow<'r>>,
    action: Option<(String, &'r str, bool)>,
    contacts: Vec<Asked<'r>>,
    evidence: Vec<(String, Vec<Item<'r>>)>,
    seconds: Vec<Second<'r>>,
    work: Vec<String>,
    people: String,
    earlier: Vec<String>,
}

struct Asked<'r> {
    contact: &'r ContactPart,
    name: String,
    details: Vec<String>,
}

struct LinkRow<'r> {
    link: &'r LinkPart,
    kind: String,
    place: Vec<String>,
    verdict: String,
    tone: &'static str,
}

struct Item<'r> {
    piece: &'r EvidencePart,
    stance: String,
    link: Option<&'r str>,
    archived: Option<&'r str>,
    details: Vec<String>,
    snapshot: Option<String>,
}

struct Bar {
    label: String,
    tone: &'static str,
    count: String,
    width: usize,
}

struct SourceBlock<'r> {
    source: &'r SourcePart,
    kind: String,
    aliases: Option<String>,
    notes: Vec<(String, String)>,
    links: Vec<&'r str>,
}

struct CorrectionBlock<'r> {
    day: String,
    claim: Option<i32>,
    kind: String,
    texts: Vec<(String, &'r str)>,
    details: Vec<String>,
}

#[derive(Template)]
#[template(path = "report/export.html")]
struct ExportPage<'r> {
    w: &'r Words,
    r: &'r Report,
    title: String,
    by: Vec<String>,
    original: Option<&'r str>,
    facts: Vec<(String, String)>,
    charts: Vec<(String, Vec<Bar>)>,
    methodology: Option<&'r str>,
    corrections_policy: Option<&'r str>,
    paragraphs: Vec<Paragraph<'r>>,
    claims: Vec<ClaimBlock<'r>>,
    sources: Vec<SourceBlock<'r>>,
    corrections: Vec<CorrectionBlock<'r>>,
    people: Vec<(String, String)>,
    footer: String,
    public: Option<&'r PublicFrame>,
    jsonld: Option<Safe<String>>,
    description: String,
}

/// What stands around a report on its public page.
#[derive(Clone, Debug, Default)]
pub struct PublicFrame {
    /// The address of the site, without a slash at the end.
    pub site: String,
    /// The page's path.
    pub path: String,
    /// Whether search engines may list the page.
    pub listed: bool,
    /// Whether it has a picture for sharing.
    pub poster: bool,
    /// Names the state of the style sheets.
    pub assets: &'static str,
    /// Longest report that a reader may send.
    pub longest: usize,
}

/// Renders a frozen report as the page that everybody may read: under the desk's own style sheets, with what search
/// engines and other sites look for, and a form to report an error.
pub fn write_public(report: &Report, w: &Words, frame: &PublicFrame) -> Result<String, ExportError> {
    page(report, w, Some(frame))
}

pub(super) fn write(report: &Report, w: &Words) -> Result<String, ExportError> {
    page(report, w, None)
}

fn page(report: &Report, w: &Words, public: Option<&PublicFrame>) -> Result<String, ExportError> {
    let embedded = public.map(|p| claimreview::embedded(report, w, &p.site, &format!("{}{}", p.site, p.path))).transpose()?.flatten();
    let pieces = by_id(&report.evidence);
    let paragraphs = telling::annotated(report);
    let in_text = telling::in_text(&paragraphs);
    let page = ExportPage {
        w,
        r: report,
        title: telling::title(&report.article, w),
        by: telling::byline(report, w),
        original: report.article.source_url.as_deref().filter(|url| is_web(url)),
        facts: telling::facts(report, w),
        charts: telling::charts(report, w).into_iter().map(|(caption, rows)| (caption, bars(rows, w))).collect(),
        methodology: Some(report.desk.methodology_url.as_str()).filter(|url| is_web(url)),
        corrections_policy: Some(report.desk.corrections_url.as_str()).filter(|url| is_web(url)),
        paragraphs,
        claims: report.claims.iter().map(|claim| ClaimBlock { in_text: in_text.contains(&claim.number), ..block(&pieces, claim, w) }).collect(),
        sources: report.sources.iter().map(|source| source_block(source, w)).collect(),
        corrections: report.corrections.iter().map(|c| correction_block(c, w)).collect(),
        people: telling::roll(report, w),
        footer: telling::footer(report, w),
        public,
        jsonld: embedded.map(Safe),
        description: telling::in_a_sentence(report, w),
    };
    let text = page.render().map_err(|e| ExportError(e.to_string()))?;
    Ok(telling::printable(&text))
}

/// How long the longest bar of a chart is, in the units of its drawing.
const LONGEST: usize = 300;

fn bars(rows: Vec<Tally>, w: &Words) -> Vec<Bar> {
    let most = rows.iter().map(|(.., n)| *n).max().unwrap_or(1).max(1);
    rows.into_iter().map(|(label, tone, n)| Bar { label, tone, count: w.number(n), width: (n * LONGEST / most).max(4) }).collect()
}

fn block<'r>(pieces: &Pieces<'r>, claim: &'r ClaimPart, w: &Words) -> ClaimBlock<'r> {
    let items = |ties: telling::Ties<'r>| ties.into_iter().map(|(stance, piece)| item(piece, stance, w)).collect();
    ClaimBlock {
        substance: verdict(claim.substance, w),
        substance_code: claim.substance.map_or("none", Code::code),
        attribution: (!claim.chain.is_empty()).then(|| (verdict(claim.attribution, w), tone(claim.attribution))),
        state: w.label(claim.state).into_owned(),
        set_aside: claim.set_aside.map(|reason| w.s("report-set-aside-because", "reason", &w.label(reason))),
        in_text: false,
        links: claim.chain.iter().map(|link| link_row(link, w)).collect(),
        action: claim.text_action.as_ref().map(|a| (w.label(a.action).into_owned(), a.proposed_wording.as_str(), a.done)),
        contacts: claim.contacts.iter().map(|contact| asked(contact, w)).collect(),
        evidence: telling::evidence(claim, pieces, w).into_iter().map(|(heading, ties)| (heading, items(ties))).collect(),
        seconds: telling::seconds(claim, w),
        work: telling::work(claim, w),
        people: telling::people(claim, w),
        earlier: telling::earlier(claim, w),
        claim,
    }
}

fn asked<'r>(contact: &'r ContactPart, w: &Words) -> Asked<'r> {
    let (name, details) = telling::contact(contact, w);
    Asked { contact, name, details }
}

fn link_row<'r>(link: &'r LinkPart, w: &Words) -> LinkRow<'r> {
    LinkRow {
        link,
        kind: format!("{}, {}", w.label(link.kind), w.label(link.role)),
        place: telling::place(link, w),
        verdict: verdict(link.verdict, w),
        tone: tone(link.verdict),
    }
}

fn item<'r>(piece: &'r EvidencePart, stance: Stance, w: &Words) -> Item<'r> {
    Item {
        piece,
        stance: w.label(stance).into_owned(),
        link: piece.url.as_deref().filter(|url| is_web(url)),
        archived: piece.archive_url.as_deref().filter(|url| is_web(url)),
        details: telling::evidence_details(piece, w),
        snapshot: piece.snapshot_sha256.as_ref().map(|hash| w.s("report-snapshot", "hash", hash)),
    }
}

fn source_block<'r>(source: &'r SourcePart, w: &Words) -> SourceBlock<'r> {
    SourceBlock {
        kind: telling::source_kind(source, w),
        aliases: (!source.aliases.is_empty()).then(|| w.s("report-aliases", "names", &w.list(&source.aliases))),
        notes: source.reliability.iter().map(|note| (telling::note(note, w), telling::note_by(note, w))).collect(),
        links: source.links.iter().map(String::as_str).filter(|url| is_web(url)).collect(),
        source,
    }
}

fn correction_block<'r>(c: &'r CorrectionPart, w: &Words) -> CorrectionBlock<'r> {
    CorrectionBlock {
        day: w.date(c.published_on),
        kind: w.label(c.kind).into_owned(),
        texts: telling::correction_texts(c, w),
        // The claim is a link of its own.
        claim: c.claim,
        details: telling::correction_people(c, w),
    }
}

/// A text as the page holds it: what [`super::claimreview`] looks for on the page.
pub(super) fn escaped(text: &str) -> String {
    askama::filters::escape(telling::printable(text), askama::filters::Html).map(|safe| safe.to_string()).unwrap_or_default()
}
