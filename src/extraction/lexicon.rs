//! Word lists for English. Lower case; apostrophes as `'`.

/// Beginnings of lines that are no part of an article.
pub(super) const BOILERPLATE_STARTS: &[&str] = &[
    "follow us", "read more", "read also", "also read", "see also", "related:", "related articles", "related stories", "subscribe", "sign up for",
    "sign up to", "share this", "share on", "click here", "advertisement", "photo:", "photo by", "photograph:", "image credit", "image:", "picture:",
    "getty images", "copyright", "©", "all rights reserved", "download our app", "join our", "like us on", "get the latest", "listen to this", "watch:",
    "print this", "email this", "skip to", "newsletter", "more on this story", "most read", "recommended for you", "have a tip", "contact us",
];
/// Parts that make a short line boilerplate wherever they stand.
pub(super) const BOILERPLATE_PARTS: &[&str] = &["all rights reserved", "follow us on", "sign up for our newsletter", "subscribe to our", "click here to"];

/// Titles before a name: a stop behind one never ends a sentence.
pub(super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "cmdr", "adm", "sen", "rep", "gov", "rev", "hon", "st", "messrs", "maj", "pres", "sec",
    "supt", "fr", "vs", "no", "nos", "art", "fig",
];
/// Abbreviations whose stop may also end a sentence.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc", "corp", "co", "ltd", "jr", "sr", "etc", "est", "approx",
    "dept", "univ", "assn", "bros", "ave", "blvd", "rd", "mt", "ft", "cf", "ca", "al", "p", "pp", "vol", "ed", "eds", "e.g", "i.e", "a.m", "p.m", "u.s", "u.k",
    "u.n", "d.c",
];
/// Words that often begin a sentence: behind an abbreviation they mean that one begins.
pub(super) const SENTENCE_STARTERS: &[&str] = &[
    "the", "a", "an", "it", "he", "she", "they", "we", "i", "you", "this", "that", "these", "those", "in", "on", "at", "but", "and", "however", "there", "his",
    "her", "their", "its", "if", "when", "while", "after", "before", "as", "for", "some", "many", "most", "both", "what", "who", "how", "why", "where",
    "according", "by", "with", "our", "my", "so", "yet", "still", "then", "now", "no", "not", "one",
];

/// Verbs that pass on what somebody says, thinks or shows: base form, third person, past, participle, -ing.
/// The classes of speech verbs follow what journalism handbooks list; the inflections are written out so that a
/// look-up is one comparison.
pub(super) const CUES: &[[&str; 5]] = &[
    ["say", "says", "said", "said", "saying"],
    ["tell", "tells", "told", "told", "telling"],
    ["confirm", "confirms", "confirmed", "confirmed", "confirming"],
    ["announce", "announces", "announced", "announced", "announcing"],
    ["report", "reports", "reported", "reported", "reporting"],
    ["claim", "claims", "claimed", "claimed", "claiming"],
    ["suggest", "suggests", "suggested", "suggested", "suggesting"],
    ["state", "states", "stated", "stated", "stating"],
    ["add", "adds", "added", "added", "adding"],
    ["note", "notes", "noted", "noted", "noting"],
    ["warn", "warns", "warned", "warned", "warning"],
    ["argue", "argues", "argued", "argued", "arguing"],
    ["insist", "insists", "insisted", "insisted", "insisting"],
    ["believe", "believes", "believed", "believed", "believing"],
    ["think", "thinks", "thought", "thought", "thinking"],
    ["deny", "denies", "denied", "denied", "denying"],
    ["hint", "hints", "hinted", "hinted", "hinting"],
    ["emphasize", "emphasizes", "emphasized", "emphasized", "emphasizing"],
    ["emphasise", "emphasises", "emphasised", "emphasised", "emphasising"],
    ["stress", "stresses", "stressed", "stressed", "stressing"],
    ["label", "labels", "labeled", "labeled", "labeling"],
    ["labelling", "labels", "labelled", "labelled", "labelling"],
    ["describe", "describes", "described", "described", "describing"],
    ["indicate", "indicates", "indicated", "indicated", "indicating"],
    ["show", "shows", "showed", "shown", "showing"],
    ["reveal", "reveals", "revealed", "revealed", "revealing"],
    ["acknowledge", "acknowledges", "acknowledged", "acknowledged", "acknowledging"],
    ["admit", "admits", "admitted", "admitted", "admitting"],
    ["advise", "advises", "advised", "advised", "advising"],
    ["allege", "alleges", "alleged", "alleged", "alleging"],
    ["assert", "asserts", "asserted", "asserted", "asserting"],
    ["concede", "concedes", "conceded", "conceded", "conceding"],
    ["conclude", "concludes", "concluded", "concluded", "concluding"],
    ["contend", "contends", "contended", "contended", "contending"],
    ["declare", "declares", "declared", "declared", "declaring"],
    ["estimate", "estimates", "estimated", "estimated", "estimating"],
    ["explain", "explains", "explained", "explained", "explaining"],
    ["expect", "expects", "expected", "expected", "expecting"],
    ["fear", "fears", "feared", "feared", "fearing"],
    ["find", "finds", "found", "found", "finding"],
    ["hope", "hopes", "hoped", "hoped", "hoping"],
    ["maintain", "maintains", "maintained", "maintained", "maintaining"],
    ["predict", "predicts", "predicted", "predicted", "predicting"],
    ["promise", "promises", "promised", "promised", "promising"],
    ["recall", "recalls", "recalled", "recalled", "recalling"],
    ["remark", "remarks", "remarked", "remarked", "remarking"],
    ["repeat", "repeats", "repeated", "repeated", "repeating"],
    ["reply", "replies", "replied", "replied", "replying"],
    ["respond", "responds", "responded", "responded", "responding"],
    ["tweet", "tweets", "tweeted", "tweeted", "tweeting"],
    ["vow", "vows", "vowed", "vowed", "vowing"],
    ["write", "writes", "wrote", "written", "writing"],
    ["accuse", "accuses", "accused", "accused", "accusing"],
    ["blame", "blames", "blamed", "blamed", "blaming"],
    ["call", "calls", "called", "called", "calling"],
    ["criticize", "criticizes", "criticized", "criticized", "criticizing"],
    ["criticise", "criticises", "criticised", "criticised", "criticising"],
    ["urge", "urges", "urged", "urged", "urging"],
    ["demand", "demands", "demanded", "demanded", "demanding"],
    ["ask", "asks", "asked", "asked", "asking"],
    ["agree", "agrees", "agreed", "agreed", "agreeing"],
    ["complain", "complains", "complained", "complained", "complaining"],
    ["testify", "testifies", "testified", "testified", "testifying"],
    ["boast", "boasts", "boasted", "boasted", "boasting"],
    ["joke", "jokes", "joked", "joked", "joking"],
    ["quip", "quips", "quipped", "quipped", "quipping"],
    ["disclose", "discloses", "disclosed", "disclosed", "disclosing"],
    ["propose", "proposes", "proposed", "proposed", "proposing"],
    ["pledge", "pledges", "pledged", "pledged", "pledging"],
    ["caution", "cautions", "cautioned", "cautioned", "cautioning"],
    ["point", "points", "pointed", "pointed", "pointing"],
    ["speculate", "speculates", "speculated", "speculated", "speculating"],
    ["want", "wants", "wanted", "wanted", "wanting"],
    ["plan", "plans", "planned", "planned", "planning"],
    ["feel", "feels", "felt", "felt", "feeling"],
    ["know", "knows", "knew", "known", "knowing"],
    ["reiterate", "reiterates", "reiterated", "reiterated", "reiterating"],
    ["refute", "refutes", "refuted", "refuted", "refuting"],
    ["dismiss", "dismisses", "dismissed", "dismissed", "dismissing"],
    ["quote", "quotes", "quoted", "quoted", "quoting"],
    ["denounce", "denounces", "denounced", "denounced", "denouncing"],
    ["condemn", "condemns", "condemned", "condemned", "condemning"],
    ["praise", "praises", "praised", "praised", "praising"],
    ["observe", "observes", "observed", "observed", "observing"],
    ["recommend", "recommends", "recommended", "recommended", "recommending"],
    ["imply", "implies", "implied", "implied", "implying"],
    ["signal", "signals", "signaled", "signaled", "signaling"],
    ["assure", "assures", "assured", "assured", "assuring"],
    ["calculate", "calculates", "calculated", "calculated", "calculating"],
    ["dispute", "disputes", "disputed", "disputed", "disputing"],
    ["portray", "portrays", "portrayed", "portrayed", "portraying"],
];
/// Cues that are weak: they count only with `that`, an infinitive or a quotation behind them.
pub(super) const WEAK_CUES: &[&str] =
    &["find", "show", "call", "ask", "want", "plan", "feel", "know", "add", "point", "write", "expect", "quote", "observe", "repeat", "agree", "signal"];

/// Heads of source phrases that name nobody.
pub(super) const UNNAMED: &[&str] = &["source", "sources", "insider", "insiders", "person", "people", "aide", "aides", "witness", "witnesses"];
/// Heads of source phrases that stand for an office.
pub(super) const GOVERNMENT: &[&str] = &[
    "government", "ministry", "department", "kremlin", "pentagon", "parliament", "congress", "senate", "house", "cabinet", "administration", "police", "army",
    "military", "navy", "embassy", "regime", "authority", "authorities", "agency", "bureau", "commission", "council", "court", "prosecutors", "regulator",
    "state", "treasury", "fbi", "cia", "nato", "un", "eu",
];
pub(super) const OFFICIAL: &[&str] = &[
    "president", "minister", "secretary", "chancellor", "spokesman", "spokeswoman", "spokesperson", "governor", "senator", "mayor", "ambassador", "general",
    "chief", "commissioner", "director", "premier", "official", "officials", "leader", "king", "queen", "congressman", "congresswoman", "judge", "sheriff",
    "officer", "prosecutor", "diplomat", "diplomats", "lawmaker", "lawmakers", "envoy",
];
pub(super) const EXPERT: &[&str] = &[
    "scientist", "scientists", "professor", "analyst", "analysts", "expert", "experts", "economist", "economists", "researcher", "researchers", "historian",
    "doctor", "doctors", "scholar", "scholars", "strategist", "pollster", "lawyer", "engineer",
];
pub(super) const DOCUMENT: &[&str] = &[
    "report", "reports", "study", "studies", "images", "image", "data", "document", "documents", "memo", "poll", "polls", "survey", "surveys", "video",
    "footage", "photos", "photographs", "statement", "figures", "statistics", "letter", "email", "emails", "records", "transcript", "filing", "filings",
    "research", "analysis", "evidence", "findings", "indictment", "complaint", "lawsuit", "statements", "article", "book",
];
pub(super) const COLLECTIVE: &[&str] = &[
    "media", "observers", "critics", "supporters", "opponents", "voters", "democrats", "republicans", "press", "outlets", "newspapers", "activists",
    "residents", "americans", "many", "some", "others", "allies", "westerners", "residents", "families", "workers", "students", "women", "men", "protesters",
    "conservatives", "liberals", "politicians", "campaigners", "commentators", "reporters", "journalists",
];
pub(super) const ORGANISATION: &[&str] = &[
    "company", "university", "institute", "bank", "union", "party", "group", "campaign", "foundation", "association", "committee", "organization",
    "organisation", "firm", "team", "board", "centre", "center", "church", "federation", "corporation", "fund", "hospital", "school", "league",
];
pub(super) const OUTLET_WORDS: &[&str] =
    &["newspaper", "broadcaster", "magazine", "news", "times", "post", "journal", "tribune", "herald", "gazette", "daily", "radio", "channel", "tv", "network"];
/// Outlets known by name.
pub(super) const OUTLETS: &[&str] = &[
    "bloomberg", "reuters", "afp", "ap", "bbc", "cnn", "politico", "axios", "tass", "interfax", "xinhua", "yonhap", "kcna", "nhk", "dpa", "efe", "ansa",
    "aljazeera", "spiegel", "guardian", "economist", "buzzfeed", "vox", "msnbc", "nbc", "cbs", "abc", "npr", "pbs", "breitbart", "huffpost", "kyodo", "novaya",
    "meduza",
];

pub(super) const PRONOUNS: &[&str] = &["he", "she", "they", "it", "we", "i", "who", "you"];
pub(super) const AUXILIARIES: &[&str] = &[
    "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "will", "would", "may", "might", "can", "could", "should", "must",
    "also", "later", "then", "once", "now", "still", "even", "just", "already", "often", "never", "not", "did", "does", "do", "has", "previously", "earlier",
    "recently", "simply", "further", "again", "both", "all", "previously", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "himself", "herself", "themselves", "today",
];
pub(super) const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "been"];
pub(super) const PREPOSITIONS: &[&str] = &[
    "in", "on", "at", "by", "for", "with", "from", "to", "after", "before", "during", "since", "under", "over", "through", "amid", "despite", "of", "into",
    "against", "as", "among", "between", "about", "without", "within", "following", "until", "till", "like", "unlike", "because", "per",
];
/// Words that begin another clause: a source never reaches over them.
pub(super) const CLAUSE: &[&str] = &[
    "that", "which", "while", "but", "and", "or", "when", "because", "if", "although", "though", "where", "whether", "so", "than", "as", "after", "before",
    "since", "until", "what", "how", "why",
];
pub(super) const OPINION: &[&str] = &[
    "disgraceful", "shameful", "wonderful", "terrible", "horrible", "beautiful", "amazing", "outrageous", "disastrous", "brilliant", "stupid", "unfortunate",
    "unfortunately", "sadly", "arguably", "should", "ought", "frankly", "regrettably", "absurd", "ridiculous", "remarkable", "clearly", "burgeoning", "i",
    "my", "hopefully", "underscores", "inevitably", "must",
];
pub(super) const FORECAST: &[&str] =
    &["will", "would", "may", "might", "could", "shall", "likely", "expected", "forecast", "predicted", "soon", "upcoming", "aims", "aim", "going"];
pub(super) const TRANSITION_STARTS: &[&str] = &[
    "here is", "here are", "here's", "this is why", "the following", "in other words", "let us", "let's", "more on", "what follows", "to sum up", "first, the",
    "now to",
];
pub(super) const COMPARISON: &[&str] = &[
    "more", "less", "fewer", "higher", "lower", "larger", "smaller", "than", "twice", "double", "half", "doubled", "tripled", "rose", "fell", "increased",
    "decreased", "grew", "dropped",
];
pub(super) const RECORD: &[&str] = &[
    "first", "last", "only", "largest", "biggest", "smallest", "highest", "lowest", "record", "unprecedented", "never", "worst", "best", "most", "oldest",
    "youngest",
];
pub(super) const ACCUSATION: &[&str] = &[
    "accused", "accuses", "accusing", "illegal", "illegally", "fraud", "corruption", "bribery", "guilty", "crime", "crimes", "violated", "violation", "lied",
    "abuse", "stole", "murder", "killed", "assault", "invasion", "vetoed",
];
pub(super) const CAUSAL: &[&str] = &["because", "caused", "causes", "due", "led", "driven", "resulted", "therefore", "triggered", "prompted"];
pub(super) const RULE: &[&str] =
    &["law", "bill", "act", "ruling", "vote", "voted", "treaty", "agreement", "sanctions", "resolution", "constitution", "court", "tax", "tariff", "tariffs"];
pub(super) const NUMBER_WORDS: &[&str] = &[
    "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "dozen", "dozens", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "second", "third", "percent",
];
