//! Drawing the page of a claim.

use super::chain::{self, ChainRow};
use super::contact::{Contacts, contacts};
use super::finding::{Finding, Todo, finding, todo};
use super::forms::Forms;
use super::gather::{Choices, Gathered, StoredPiece, gathered};
use super::head::{Head, head};
use super::hold::{self, HoldView};
use super::load::{Loaded, load};
use super::passage::{Excerpt, excerpts};
use super::remark::{RemarkView, named_remark, remarks, who_was_told};
use super::second::{self, SecondView};
use super::seen::{Seen, draft, seen};
use super::step::{Steps, steps};
use crate::account::Permission;
use crate::claim::{Priority, Risk, RiskKind, Why, WorkState};
use crate::code::Code;
use crate::history::EventFilter;
use crate::ids::ClaimId;
use crate::report::reader::store::count_on_claim;
use crate::web::answer::html_with;
use crate::web::page::badge::Badge;
use crate::web::page::happened::{self, HappenedLine};
use crate::web::page::live::LivePage;
use crate::web::page::{Shell, id};
use crate::web::{Answer, Desk, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Lines of history on the page; the history has the rest.
const HAPPENED: i64 = 30;
/// Most characters of the statement in the page's title.
const TITLE: usize = 80;

/// What this person may do with this claim as it is.
struct May {
    check: bool,
    edit: bool,
    assign: bool,
    override_missing: bool,
    /// Whether they may put a claim back that was taken out.
    restore: bool,
    me: String,
}

/// Who has the claim and what they were told.
struct Order {
    message: String,
    by: String,
    at: String,
}

#[derive(Template)]
#[template(path = "claim/show.html")]
struct ClaimShowPage {
    shell: Shell,
    live: LivePage,
    hold: HoldView,
    w: Arc<Words>,
    forms: Forms,
    may: May,
    head: Head,
    /// That readers report an error in it, where any wait for an answer.
    readers: Option<String>,
    excerpts: Vec<Excerpt>,
    /// Why the claim was taken out of the text.
    why: Vec<String>,
    /// The words that it covers, a piece a line.
    covered: String,
    finding: Finding,
    second: SecondView,
    /// Whether what was found is hidden from this person until they have checked it themselves.
    blind: bool,
    /// Whether the form of the finding is closed at first: there is a finding to be read.
    reading: bool,
    /// Whether the form of the finding is offered at all.
    editable: bool,
    /// Whether the finding can be sent on from its form.
    sendable: bool,
    todo: Vec<Todo>,
    steps: Steps,
    chain_rows: Vec<ChainRow>,
    seen: Seen,
    evidence: Gathered,
    choices: Choices,
    no_evidence: StoredPiece,
    order: Option<Order>,
    /// Those who may be given the claim, with their ids.
    checkers: Vec<(String, String)>,
    priorities: Vec<Badge>,
    risks: Vec<Badge>,
    risk_kinds: Vec<Badge>,
    /// The tags that claims of the desk have.
    all_tags: Vec<String>,
    contacts: Contacts,
    remarks: Vec<RemarkView>,
    /// How many remarks there are, shown or not.
    talk_all: i64,
    /// The remark with which the page before these begins.
    talk_earlier: Option<String>,
    /// Whether there are newer remarks than those shown.
    talk_later: bool,
    happened: Vec<HappenedLine>,
    /// Whether more happened than is shown.
    happened_more: bool,
}

/// Shows the page of a claim.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let remark = named_remark(room);
        let loaded = load(room, id(&path, "claim")?, remark)?;
        let forms = Forms::fresh(&room.words);
        draw(room, loaded, forms)
    })
    .await
}

/// Draws the page with its forms as they stand.
pub(super) fn draw(room: &mut Room<'_>, loaded: Loaded, forms: Forms) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let claim = &loaded.claim;
    let role = room.me.role;
    let here = claim.removed_at.is_none();
    let may = May {
        check: here && role.may(Permission::Check),
        edit: here && role.may(Permission::Edit),
        assign: here && role.may(Permission::Assign),
        override_missing: here && role.may(Permission::SignOff),
        restore: !here && role.may(Permission::Edit),
        me: room.me.id.to_string(),
    };
    let status = forms.refusal().status();
    let title = w.with("claim-page-title", &[("number", Arg::from(i64::from(claim.number))), ("statement", Arg::from(shortened(&claim.statement)))]);
    let order = loaded.order.as_ref().filter(|(order, _)| !order.message.is_empty() && order.assignee_id == claim.assignee_id);
    let mut finding = finding(&loaded, &w);
    let mut seen = seen(room, &loaded)?;
    if let Some(rationale) = draft(room, &loaded)?.filter(|_| may.check) {
        finding.rationale = rationale;
        seen.drafted = true;
    }
    let happened = happened::page(room, &EventFilter { claim: Some(claim.id), ..EventFilter::default() }, "", HAPPENED)?;
    let head = head(room, &loaded);
    let mut shell = room.shell(title, "claims");
    if let Some(done) = &mut shell.done {
        done.sentence.push_str(&who_was_told(room, &loaded)?);
    }
    let page = ClaimShowPage {
        shell,
        live: loaded.read.of_claim(claim.id, head.href.clone(), &w),
        head,
        hold: hold::view(room, &loaded),
        readers: readers(room, claim.id)?,
        excerpts: excerpts(loaded.passage.0, &loaded.passage.1, &loaded.spans, &loaded.chain),
        why: why(&loaded, &w),
        covered: loaded.spans.iter().map(|piece| piece.exact.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n"),
        chain_rows: chain::rows(&finding.links, forms.chain()),
        finding,
        second: second::view(room, &loaded),
        reading: !loaded.blind && matches!(claim.state, WorkState::InReview | WorkState::SignedOff | WorkState::SetAside),
        editable: may.check && !loaded.blind && claim.state != WorkState::SetAside,
        blind: loaded.blind,
        sendable: matches!(claim.state, WorkState::ToCheck | WorkState::Checking | WorkState::SignedOff),
        todo: todo(&loaded, &w),
        steps: steps(room, &loaded),
        seen,
        evidence: gathered(&loaded, &w),
        choices: Choices::of(&w),
        no_evidence: StoredPiece::none(),
        order: order.map(|(order, by)| Order { message: order.message.clone(), by: by.clone(), at: w.date_time(order.created_at.0) }),
        checkers: loaded.checkers.iter().map(|person| (person.id.to_string(), person.name.clone())).collect(),
        priorities: Badge::all::<Priority>(&w),
        risks: Badge::all::<Risk>(&w),
        risk_kinds: Badge::all::<RiskKind>(&w),
        all_tags: room.desk.menus(room.c)?.tags.clone(),
        contacts: contacts(&loaded, room.now.0.date_naive(), &w),
        remarks: remarks(&loaded, room.me.id, &w),
        talk_all: loaded.talk.all,
        talk_earlier: loaded.talk.earlier.map(|remark| remark.to_string()),
        talk_later: loaded.talk.later,
        happened_more: happened.next.is_some(),
        happened: happened.rows,
        may,
        forms,
        w,
    };
    html_with(status, &page)
}

/// How many reports of readers on a claim wait, in words.
fn readers(room: &mut Room<'_>, claim: ClaimId) -> Result<Option<String>, Problem> {
    // A desk that has none is not asked for those on its claims.
    if room.desk.menus(room.c)?.readers == 0 {
        return Ok(None);
    }
    let waiting = count_on_claim(room.c, claim)?;
    Ok((waiting > 0).then(|| room.words.n("readers-on-claim", waiting)))
}

/// The reasons for which the extraction took the claim, in words.
fn why(loaded: &Loaded, w: &Words) -> Vec<String> {
    let codes = loaded.claim.why.0.as_array().map(Vec::as_slice).unwrap_or_default();
    codes.iter().filter_map(|code| Why::from_code(code.as_str()?)).map(|why| w.label(why).into_owned()).collect()
}

impl ClaimShowPage {
    /// What stands in the field for the words that the claim covers.
    fn words_typed(&self) -> String {
        match self.forms.words().sent().filter(|form| form.has("words")) {
            Some(form) => crate::input::clean(form.get("words")),
            None => self.covered.clone(),
        }
    }

    /// What is wrong with marked words, field by field.
    fn words_refused(&self) -> Vec<String> {
        ["words", "spans", "link", "name", "as", "chain"].iter().filter_map(|field| self.forms.words().error(field)).collect()
    }
}

/// A statement that fits into a title.
fn shortened(statement: &str) -> String {
    let line = statement.replace('\n', " ");
    let short: String = line.chars().take(TITLE).collect();
    if short.len() < line.len() { format!("{short}…") } else { line }
}
