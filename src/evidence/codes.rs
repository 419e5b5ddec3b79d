//! The closed lists evidence speaks in. The codes are contracts; labels stand in the message files.

use crate::codes;

codes! {
    /// What a piece of evidence is.
    "evidence-kind"
    pub enum EvidenceKind {
        /// A page on the web.
        Link = "link",
        /// A file that somebody put in.
        File = "file",
    }
}

codes! {
    /// What a piece of evidence says of a claim.
    "stance"
    pub enum Stance {
        /// It bears the claim out.
        Supports = "supports",
        /// It bears part of it out.
        Partly = "partly",
        /// It speaks against the claim.
        Refutes = "refutes",
        /// It helps to understand and decides nothing.
        Context = "context",
    }
}

codes! {
    /// How near to the facts a piece of evidence is.
    "grade"
    pub enum Grade {
        /// The document, recording, data or witness itself.
        Primary = "primary",
        /// Somebody's account of a primary source.
        Secondary = "secondary",
        /// A summary of accounts.
        Tertiary = "tertiary",
    }
}

codes! {
    /// Whether a piece of evidence stands apart from the cited source and from the other pieces.
    "independence"
    pub enum Independence {
        /// It does.
        Independent = "independent",
        /// It rests on the same origin.
        Dependent = "dependent",
        /// Nobody knows yet.
        Unknown = "unknown",
    }
}
