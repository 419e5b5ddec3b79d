//! Small words by their part in a sentence.

pub(in super::super) const PRONOUNS: &[&str] = &["he", "she", "they", "it", "we", "i", "who", "you"];

pub(in super::super) const DETERMINERS: &[&str] = &[
    "the", "a", "an", "some", "several", "many", "two", "three", "four", "five", "other", "another", "one", "his", "her", "their", "its", "our", "my", "this",
    "these", "those", "no", "most", "few",
];

/// Words before a verb that go with it.
pub(in super::super) const AUXILIARIES: &[&str] = &[
    "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "will", "would", "may", "might", "can", "could", "should", "must",
    "did", "does", "do", "not", "never", "cannot", "to",
];

/// Verbs that a noun phrase can't hold.
pub(in super::super) const FINITE: &[&str] = &[
    "has", "have", "had", "is", "are", "was", "were", "will", "would", "may", "might", "can", "could", "should", "must", "did", "does", "do", "be", "been",
    "made", "came", "went", "got", "took", "became", "began", "gave", "left", "won", "lost", "held", "met", "kept", "led", "ran", "put", "saw", "makes",
    "comes", "goes", "gets", "takes", "becomes", "remains", "seems", "appears", "needs", "means",
];

/// Adverbs that don't end in -ly.
pub(in super::super) const ADVERBS: &[&str] = &[
    "also", "later", "then", "once", "now", "still", "even", "just", "already", "often", "earlier", "further", "again", "both", "all", "long", "himself",
    "herself", "themselves", "itself", "always", "too", "instead", "soon", "since", "first",
];

/// Words in -ly that are no adverbs.
pub(in super::super) const NOT_ADVERBS: &[&str] = &[
    "family", "ally", "assembly", "supply", "rally", "bully", "monopoly", "anomaly", "early", "daily", "weekly", "monthly", "elderly", "friendly", "deadly",
    "likely", "reply", "apply", "imply",
];

pub(in super::super) const DAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "yesterday", "today", "tonight",
];

/// Plurals without an -s.
pub(in super::super) const PLURALS: &[&str] = &[
    "people", "police", "men", "women", "children", "media", "they", "we", "i", "you", "who", "some", "many", "others", "most", "few", "both", "data",
    "critics",
];

pub(in super::super) const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

pub(in super::super) const PREPOSITIONS: &[&str] = &[
    "in", "on", "at", "by", "for", "with", "from", "to", "after", "before", "during", "since", "under", "over", "through", "amid", "despite", "of", "into",
    "against", "as", "among", "between", "about", "without", "within", "following", "until", "till", "like", "unlike", "because", "per", "via", "toward",
    "towards", "across", "upon", "around", "outside", "inside", "near", "behind", "beside",
];

/// Words that begin another clause: a source never reaches over them.
pub(in super::super) const CLAUSE: &[&str] = &[
    "that", "which", "while", "but", "and", "or", "when", "because", "if", "although", "though", "where", "whether", "so", "than", "as", "after", "before",
    "since", "until", "what", "how", "why", "whose", "yet",
];

/// Words that make a clause depend on another.
pub(in super::super) const SUBORDINATORS: &[&str] = &["after", "when", "while", "as", "since", "although", "though", "if", "because", "before", "once"];
