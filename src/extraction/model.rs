//! What extraction finds: plain values with offsets, no behaviour.

use crate::{codes, span::Span};
use serde::{Deserialize, Serialize};

codes! {
    /// What a sentence of an article is.
    "sentence-kind"
    pub enum SentenceKind {
        /// Says something that can be checked.
        Claim = "claim",
        /// A judgement or feeling of the writer.
        Opinion = "opinion",
        /// A question.
        Question = "question",
        /// Says what will or may happen.
        Forecast = "forecast",
        /// Leads from one thought to the next; states nothing.
        Transition = "transition",
        /// A title or heading.
        Heading = "heading",
        /// Not part of the article: newsletter lines, share links, credits.
        Boilerplate = "boilerplate",
    }
}

codes! {
    /// What a source is.
    "source-kind"
    pub enum SourceKind {
        /// A newspaper, agency, broadcaster or site.
        Outlet = "outlet",
        /// A state, a ministry, a public authority.
        Government = "government",
        /// A company, union, NGO, university, court, party.
        Organisation = "organisation",
        /// A person cited for what they know.
        Expert = "expert",
        /// A person who speaks for a government or office.
        Official = "official",
        /// Any other named person.
        Person = "person",
        /// A report, study, memo, image, recording.
        Document = "document",
        /// People whom the article does not name.
        Unnamed = "unnamed",
        /// A loose group: “Russian media”, “analysts”.
        Collective = "collective",
    }
}

codes! {
    /// The part a source plays in a chain.
    "chain-role"
    pub enum Role {
        /// Passes on what another says.
        Reporter = "reporter",
        /// Is said to know it.
        Origin = "origin",
    }
}

codes! {
    /// How the words of a source are given.
    "quotation"
    pub enum Quotation {
        /// In quotation marks, whole.
        Direct = "direct",
        /// In the writer's words.
        Indirect = "indirect",
        /// In the writer's words with quoted parts.
        Mixed = "mixed",
    }
}

codes! {
    /// Why a sentence was taken for worth checking.
    "why"
    pub enum Why {
        /// It holds a figure with a meaning.
        Quantity = "quantity",
        /// It compares or ranks.
        Comparison = "comparison",
        /// A named source is cited for it.
        NamedSource = "named_source",
        /// An unnamed source is cited for it.
        UnnamedSource = "unnamed_source",
        /// It accuses somebody.
        Accusation = "accusation",
        /// It says that something is the first, largest, only one.
        Record = "record",
        /// It says that one thing caused another.
        Causal = "causal",
        /// It states that something happened at a time or place.
        Event = "event",
        /// It quotes somebody's words.
        Quote = "quote",
        /// It refers to a law, vote, ruling or agreement.
        Rule = "rule",
    }
}

/// Everything that [`extract`](super::extract) finds in a text.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Extraction {
    /// BCP 47 code of the language the text is in; `und` where it can't be told.
    pub language: String,
    /// All sentences in order; together they cover everything but white space.
    pub sentences: Vec<Sentence>,
    /// The checkable assertions in order of their place.
    pub claims: Vec<Claim>,
    /// Who says what, with the places of source, cue and content.
    #[serde(skip)]
    pub attributions: Vec<Attribution>,
}

/// One sentence, heading or line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its place, without the white space around it.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
}

/// One checkable assertion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its place; where it is in several pieces, the first.
    pub span: Span,
    /// Further pieces, in order, where the claim is discontinuous.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Span>,
    /// Index of its sentence in [`Extraction::sentences`].
    pub sentence: usize,
    /// A wording that stands on its own.
    pub statement: String,
    /// How much it deserves checking, from 0 to 1.
    pub check_worthiness: f64,
    /// Reasons for that figure.
    #[serde(with = "spoken")]
    pub why: Vec<Why>,
    /// Who it is attributed to, nearest to the reader first; empty where nobody is cited.
    pub chain: Vec<Link>,
}

/// One link of a chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The part it plays.
    pub role: Role,
    /// Name of the source, resolved within the article.
    pub source: String,
    /// What the source is.
    pub kind: SourceKind,
    /// Where the article names it, in this sentence or near; `None` where it is only understood.
    pub mention: Option<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// How its words are given.
    pub quotation: Quotation,
}

/// One attribution with discontinuous spans, in the form the scorer reads.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Attribution {
    /// Who.
    pub source: Vec<Span>,
    /// The reporting words.
    pub cue: Vec<Span>,
    /// What they are said to have said, thought or meant.
    pub content: Vec<Span>,
    /// How the words are given.
    pub kind: Option<Quotation>,
}

/// Reasons as the extraction's JSON spells them: their codes with spaces (`named source`).
mod spoken {
    use super::Why;
    use crate::code::Code;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(why: &[Why], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(why.iter().map(|reason| reason.code().replace('_', " ")))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Why>, D::Error> {
        let told = Vec::<String>::deserialize(deserializer)?;
        told.iter().map(|reason| reason.replace(' ', "_").parse().map_err(D::Error::custom)).collect()
    }
}
