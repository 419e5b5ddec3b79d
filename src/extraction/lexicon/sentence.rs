//! Words that tell what a line or sentence is, what it asserts, and where it ends.

/// Beginnings of lines that are no part of an article.
pub(in super::super) const BOILERPLATE_STARTS: &[&str] = &[
    "follow us", "read more", "read also", "also read", "see also", "related:", "related articles", "related stories", "subscribe", "sign up for",
    "sign up to", "share this", "share on", "click here", "advertisement", "photo:", "photo by", "photograph:", "image credit", "image:", "picture:",
    "getty images", "copyright", "©", "all rights reserved", "download our app", "join our", "like us on", "get the latest", "listen to this", "watch:",
    "print this", "email this", "skip to", "newsletter", "more on this story", "most read", "recommended for you", "have a tip", "contact us", "read next",
    "read the full", "watch now", "watch live", "more:", "more from", "more on", "trending:", "top stories", "most popular", "you may also like",
    "you might also like", "support our journalism", "support independent", "become a member", "become a subscriber", "donate", "log in", "sign in",
    "register", "leave a comment", "view comments", "comments (", "share article", "share story", "copy link", "file photo", "caption:", "credit:",
    "illustration by", "reporting by", "editing by", "additional reporting", "compiled by", "translated by", "written by", "posted by", "updated:",
    "updated on", "published:", "published on", "last updated", "last modified", "first published", "posted on", "terms of use", "terms of service",
    "privacy policy", "cookie", "this article was originally", "this story was originally", "the associated press contributed", "reuters contributed",
    "with files from",
];

/// Short lines that are no part of an article when nothing else stands in them.
pub(in super::super) const BOILERPLATE_LINES: &[&str] = &[
    "share", "tweet", "pin", "print", "email", "save", "comment", "comments", "related", "topics", "tags", "facebook", "twitter", "whatsapp", "linkedin",
    "reddit", "telegram", "menu", "search", "home", "loading", "more", "next", "previous", "close", "reply", "like", "advertisement", "sponsored", "promoted",
];

/// Parts that make a short line boilerplate wherever they stand.
pub(in super::super) const BOILERPLATE_PARTS: &[&str] = &[
    "all rights reserved", "contributed to this report", "contributed reporting", "follow us on", "sign up for our newsletter", "subscribe to our",
    "click here to",
];

/// Abbreviations before a number only.
pub(in super::super) const NUMBERED: &[&str] = &["no", "nos", "art", "fig", "figs", "par", "ch", "c", "p", "pp", "vol"];

/// German words behind which a figure with a stop is an ordinal.
pub(in super::super) const ORDINAL_LEADS: &[&str] =
    &["am", "der", "die", "das", "dem", "den", "des", "zum", "zur", "im", "vom", "ab", "seit", "bis", "Am", "Der", "Die", "Das", "Vom", "Seit"];
/// Abbreviations whose stop may also end a sentence.
pub(in super::super) const ABBREVIATIONS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "corp", "co", "ltd", "jr", "sr", "etc", "est", "approx",
    "dept", "univ", "assn", "bros", "ave", "blvd", "rd", "mt", "ft", "cf", "ca", "al", "p", "pp", "vol", "ed", "eds", "e.g", "i.e", "a.m", "p.m", "u.s", "u.k",
    "u.n", "d.c",
];

/// Words that often begin a sentence: behind an abbreviation they mean that one begins.
pub(in super::super) const SENTENCE_STARTERS: &[&str] = &[
    "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on", "at", "but", "and", "however", "there", "his",
    "her", "their", "its", "if", "when", "while", "after", "before", "as", "for", "some", "many", "most", "both", "what", "who", "how", "why", "where",
    "according", "by", "with", "our", "my", "so", "yet", "still", "then", "now", "no", "not", "one", "to", "from", "even", "such", "all", "each", "every",
    "other", "another", "once", "since", "until", "because", "although", "though", "despite", "following", "during", "under", "over", "about", "here",
    "perhaps", "maybe", "meanwhile", "moreover", "also", "instead", "indeed", "more", "much", "few", "several", "two", "three", "first", "second", "last",
    "just", "only", "or", "nor", "did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "may",
    "might", "must", "let",
];

/// Words that begin a letter or an answer.
pub(in super::super) const GREETINGS: &[&str] =
    &["hi", "hello", "hey", "dear", "greetings", "good", "morning", "yes", "no", "yeah", "well", "oh", "ok", "okay"];

/// Words that close a letter or a post.
pub(in super::super) const CLOSINGS: &[&str] =
    &["regards", "thanks", "thx", "sincerely", "respectfully", "cheers", "best", "yours", "truly", "love", "ty", "thank", "fyi", "ps", "p.s", "lol", "luck"];

pub(in super::super) const OPINION: &[&str] = &[
    "disgraceful", "shameful", "wonderful", "terrible", "horrible", "beautiful", "amazing", "outrageous", "disastrous", "brilliant", "stupid", "unfortunate",
    "unfortunately", "sadly", "arguably", "should", "ought", "frankly", "regrettably", "absurd", "ridiculous", "remarkable", "clearly", "burgeoning", "i",
    "my", "hopefully", "underscores", "inevitably", "must",
];

pub(in super::super) const FORECAST: &[&str] =
    &["will", "would", "may", "might", "could", "shall", "likely", "expected", "forecast", "predicted", "soon", "upcoming", "aims", "aim", "going"];

pub(in super::super) const TRANSITION_STARTS: &[&str] = &[
    "here is", "here are", "here's", "this is why", "the following", "in other words", "let us", "let's", "more on", "what follows", "to sum up", "first, the",
    "now to",
];

/// Words that, side by side, lead from one thought to the next.
pub(in super::super) const TRANSITION_PARTS: &[&[&str]] = &[
    &["attention", "now", "shifts"],
    &["attention", "shifts"],
    &["attention", "turns"],
    &["attention", "now", "turns"],
    &["focus", "now", "shifts"],
    &["speculation", "abounds"],
    &["questions", "remain"],
    &["remains", "to", "be", "seen"],
    &["time", "will", "tell"],
    &["all", "eyes"],
    &["begs", "the", "question"],
    &["raises", "the", "question"],
];

/// Words that, side by side, tell what something means in the writer's eyes.
pub(in super::super) const INTERPRETING: &[&[&str]] = &[
    &["serves", "as", "a"],
    &["serves", "as", "an"],
    &["served", "as", "a", "reminder"],
    &["highlights"],
    &["underlines"],
    &["underscored"],
    &["symbolizes"],
    &["symbolises"],
    &["exemplifies"],
    &["epitomizes"],
    &["a", "testament", "to"],
    &["embodies"],
    &["speaks", "volumes"],
    &["sends", "a", "message"],
    &["sends", "a", "signal"],
    &["a", "sign", "of"],
    &["a", "symbol", "of"],
];

pub(in super::super) const COMPARISON: &[&str] = &[
    "more", "less", "fewer", "higher", "lower", "larger", "smaller", "than", "twice", "double", "half", "doubled", "tripled", "rose", "fell", "increased",
    "decreased", "grew", "dropped",
];

pub(in super::super) const RECORD: &[&str] = &[
    "first", "only", "largest", "biggest", "smallest", "highest", "lowest", "record", "unprecedented", "never", "worst", "best", "most", "oldest", "youngest",
];

pub(in super::super) const ACCUSATION: &[&str] = &[
    "accused", "accuses", "accusing", "illegal", "illegally", "fraud", "corruption", "bribery", "guilty", "crime", "crimes", "violated", "violation", "lied",
    "abuse", "stole", "murder", "killed", "assault", "invasion", "vetoed",
];

pub(in super::super) const CAUSAL: &[&str] = &["because", "caused", "causes", "due", "led", "driven", "resulted", "therefore", "triggered", "prompted"];

pub(in super::super) const RULE: &[&str] =
    &["law", "bill", "act", "ruling", "vote", "voted", "treaty", "agreement", "sanctions", "resolution", "constitution", "court", "tax", "tariff", "tariffs"];

pub(in super::super) const NUMBER_WORDS: &[&str] = &[
    "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "dozen", "dozens", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "second", "third", "percent",
];

/// Openings that tie a sentence to the one before.
pub(in super::super) const CONNECTIVES: &[&str] = &[
    "however", "but", "and", "moreover", "furthermore", "in addition", "additionally", "meanwhile", "in conclusion", "in return", "in turn", "nevertheless",
    "nonetheless", "therefore", "thus", "as a result", "in fact", "indeed", "in short", "in sum", "overall", "on the other hand", "by contrast", "in contrast",
    "likewise", "similarly", "besides", "still", "yet", "also", "finally", "for example", "for instance", "of course", "instead", "at the same time",
    "consequently", "in other words",
];

/// Nouns for what happens at a time and place.
pub(in super::super) const EVENT_NOUNS: &[&str] = &[
    "visit", "trip", "meeting", "meetings", "talks", "summit", "attack", "attacks", "strike", "strikes", "launch", "launches", "test", "tests", "election",
    "elections", "exercise", "exercises", "drill", "drills", "negotiations", "protest", "protests", "ceremony", "raid", "raids", "journey", "vote",
    "referendum", "parade", "offensive", "handover", "tour", "conference", "hearing", "trial",
];

pub(in super::super) const POSSIBILITY_NOUNS: &[&str] = &[
    "possibility", "potential", "likelihood", "risk", "risks", "chance", "chances", "danger", "dangers", "prospect", "prospects", "lack", "threat", "threats",
    "need", "opportunity", "opportunities", "shortage", "absence", "existence", "presence",
];

/// Adjectives that say all there is to say of an event.
pub(in super::super) const IMMINENT: &[&str] =
    &["imminent", "possible", "likely", "planned", "impending", "inevitable", "unlikely", "impossible", "unavoidable", "necessary"];
