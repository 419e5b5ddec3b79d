//! Why a report can't be imported: what does not fit, and where it stands in the file.

use crate::codes;

codes! {
    /// What does not fit.
    "misfit"
    pub enum MisfitKind {
        /// It is no JSON, or a field is missing or of another kind.
        Unreadable = "unreadable",
        /// It is in a form that a later version of the program writes.
        LaterForm = "later_form",
        /// This version of the program does not know the field.
        UnknownField = "unknown_field",
        /// The text holds NUL, which not every database can keep.
        Nul = "nul",
        /// There is no text.
        NoText = "no_text",
        /// The text is longer than this desk takes.
        LongText = "long_text",
        /// The text is not the one of which the hash was taken.
        TextHash = "text_hash",
        /// The signature is not one on what the report says.
        Signature = "signature",
        /// The place is not in the text.
        SpanOutside = "span_outside",
        /// The sentence begins before the one ahead of it ends.
        SentenceOrder = "sentence_order",
        /// It does not say what stands at its place in the text.
        OtherWords = "other_words",
        /// A version or a claim has a number below one.
        NumberUnfit = "number_unfit",
        /// Two have this number or id.
        Twice = "twice",
        /// There is no such piece of evidence in the report.
        NoEvidence = "no_evidence",
        /// There is no such source in the report.
        NoSource = "no_source",
        /// There is no such claim in the report.
        NoClaim = "no_claim",
        /// The chain has no such link.
        NoLink = "no_link",
        /// It names nobody and nothing.
        NoName = "no_name",
        /// Rationale and search are from none of the findings.
        NoFinding = "no_finding",
        /// Several findings are in force.
        SeveralInForce = "several_in_force",
        /// Whether a second finding agrees with the first is not what both say.
        Agreement = "agreement",
        /// It is set aside, and nothing says why.
        NoReason = "no_reason",
        /// It is not a web address.
        NotALink = "not_a_link",
        /// It is longer than such a text may be.
        Long = "long",
        /// The year is not one from 1 to 9999.
        Date = "date",
        /// The figure is not one from 0 to 1.
        Figure = "figure",
    }
}

/// What does not fit in a report that somebody wants to import.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {kind}")]
pub struct Misfit {
    /// Where, as a path in the file: `claims[2].spans[0]`.
    pub place: String,
    /// What.
    pub kind: MisfitKind,
    /// What else there is to say of it: the field that is missing, how much is allowed; may be empty.
    pub detail: String,
}

impl Misfit {
    /// Something that does not fit.
    pub(super) fn at(place: impl Into<String>, kind: MisfitKind) -> Self {
        Self { place: place.into(), kind, detail: String::new() }
    }

    /// The same with more to say.
    pub(super) fn saying(self, detail: impl ToString) -> Self {
        Self { detail: detail.to_string(), ..self }
    }
}
