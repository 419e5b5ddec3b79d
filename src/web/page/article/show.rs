//! The reading view: the text with its claims marked on one side, their cards on the other.

use super::card::{Card, Texts, cards};
use super::head::{Head, head};
use super::label::PageLabels;
use super::load::{Loaded, load};
use super::note;
use super::sentence::{Pending, PendingRow, pending};
use super::text::{Part, paragraphs};
use crate::claim::annotated::{Paragraph, ParagraphKind};
use crate::code::Code;
use crate::extraction::SentenceKind;
use crate::ids::ArticleId;
use crate::span::ScalarIndex;
use crate::web::answer::html_with;
use crate::web::page::badge::Badge;
use crate::web::page::live::LivePage;
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

/// What somebody wants to see of an article.
#[derive(Clone, Debug, Default)]
pub(super) struct Wish {
    /// A part of the text.
    pub part: Option<usize>,
    /// A sentence, by its number.
    pub sentence: Option<usize>,
    /// A claim, by its number.
    pub claim: Option<i32>,
}

impl Wish {
    fn read(query: &FormData) -> Self {
        Self { part: query.parse("part"), sentence: query.parse("sentence"), claim: query.parse("claim") }
    }

    fn part(&self, loaded: &Loaded, length: usize) -> Part {
        match (self.sentence, self.claim) {
            (Some(number), _) => Part::of_sentence(loaded, length, number.saturating_sub(1)),
            (None, Some(number)) => Part::of_claim(loaded, length, number),
            (None, None) => Part::numbered(loaded, length, self.part.unwrap_or(1)),
        }
    }
}

#[derive(Template)]
#[template(path = "article/show.html")]
struct ArticleShowPage<'a> {
    shell: Shell,
    live: LivePage,
    w: &'a Words,
    labels: &'a PageLabels<'a>,
    typed: &'a Typed,
    /// What to know of how the text was read.
    notes: Vec<String>,
    head: Head,
    part: Part,
    paragraphs: Vec<Paragraph<'a>>,
    pending: Pending<'a>,
    cards: Vec<Card<'a>>,
    kinds: Vec<Badge>,
    me: String,
    /// The language of the page, where the text is in another one.
    own_language: Option<&'a str>,
}

/// Shows an article.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let article = id(&path, "article")?;
        room.drawn(article, |room| {
            let typed = Typed::fresh(&room.words);
            draw(room, article, &Wish::read(&query), &query, &typed)
        })
    })
    .await
}

/// Draws the reading view; `typed` is a form of it that was refused.
pub(super) fn draw(room: &mut Room<'_>, article: ArticleId, wish: &Wish, query: &FormData, typed: &Typed) -> Result<Answer, Problem> {
    let words = room.words.clone();
    let w: &Words = &words;
    let read = room.reads_up_to()?;
    let loaded = load(room, article)?;
    let whole = ScalarIndex::new(&loaded.version.text);
    let part = wish.part(&loaded, whole.len());
    let text = if part.of == 1 { whole.clone() } else { ScalarIndex::new(whole.slice_within(part.span)) };
    let labels = PageLabels::of(w);
    let texts = Texts::of(&loaded, w);
    let shell = room.shell(loaded.article.title.as_str(), "articles");
    let page = ArticleShowPage {
        live: read.of_article(article, page_of(article, &part), w),
        w,
        labels: &labels,
        typed,
        notes: note::sentences(query, w),
        head: head(room, &loaded),
        paragraphs: paragraphs(&loaded, &part, &text),
        pending: pending(&loaded, &whole, wish.sentence, w),
        cards: cards(&loaded, &part, &texts, &labels, room.now.0.date_naive(), shell.may_check()),
        part,
        kinds: Badge::all::<SentenceKind>(w),
        me: room.me.id.to_string(),
        own_language: Some(w.language()).filter(|own| *own != loaded.article.language),
        shell,
    };
    html_with(typed.status(), &page)
}

/// The address of a part of an article.
fn page_of(article: ArticleId, part: &Part) -> String {
    if part.of == 1 { format!("/articles/{article}") } else { format!("/articles/{article}?part={}", part.number) }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass what they have by reference")]
impl ArticleShowPage<'_> {
    /// What a kind of sentence is called.
    fn kind(&self, kind: &SentenceKind) -> &str {
        self.kinds.iter().find(|badge| badge.code == kind.code()).map_or("", |badge| &badge.label)
    }

    /// Where the sentence with this number is decided on.
    fn place_of(&self, number: &usize) -> String {
        if self.pending.rows.iter().any(|row| row.number == *number) { format!("#open-{number}") } else { format!("?sentence={number}#open-{number}") }
    }

    /// In which version the words of a claim changed.
    fn changed_in(&self, version: &i64) -> String {
        self.w.with("version-changed-in", &[("number", Arg::from(*version))])
    }

    /// Which part of the text this is, in words.
    fn part_said(&self) -> String {
        self.w.with("article-part", &[("number", Arg::from(self.part.number)), ("of", Arg::from(self.part.of))])
    }

    /// Whether it is this sentence whose form was refused.
    fn is_refused(&self, row: &PendingRow<'_>) -> bool {
        self.typed.was_refused() && self.pending.asked == Some(row.number)
    }

    /// Whether the menu of kinds stands at this one.
    fn stands_at(&self, row: &PendingRow<'_>, kind: &Badge) -> bool {
        let typed = self.typed.value("kind", "");
        if self.is_refused(row) && !typed.is_empty() { typed == kind.code } else { row.kind.code() == kind.code }
    }

    /// The kind that was chosen in the form that was refused, in words.
    fn typed_kind(&self) -> &str {
        let typed = self.typed.value("kind", "");
        self.kinds.iter().find(|badge| badge.code == typed).map_or("", |badge| &badge.label)
    }
}
