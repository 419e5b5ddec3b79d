//! Words that report, and the nouns around them.

/// Verbs that pass on what somebody says, thinks or shows: base form, third person, past, participle, -ing.
/// The classes of speech verbs follow what journalism handbooks list; the inflections are written out so that a
/// look-up is one comparison.
pub(in super::super) const CUES: &[[&str; 5]] = &[
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
    ["label", "labels", "labelled", "labelled", "labelling"],
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
    ["brand", "brands", "branded", "branded", "branding"],
    ["dub", "dubs", "dubbed", "dubbed", "dubbing"],
    ["cite", "cites", "cited", "cited", "citing"],
    ["threaten", "threatens", "threatened", "threatened", "threatening"],
    ["mention", "mentions", "mentioned", "mentioned", "mentioning"],
    ["continue", "continues", "continued", "continued", "continuing"],
    ["lament", "laments", "lamented", "lamented", "lamenting"],
    ["reject", "rejects", "rejected", "rejected", "rejecting"],
    ["doubt", "doubts", "doubted", "doubted", "doubting"],
    ["worry", "worries", "worried", "worried", "worrying"],
    ["swear", "swears", "swore", "sworn", "swearing"],
    ["decide", "decides", "decided", "decided", "deciding"],
    ["offer", "offers", "offered", "offered", "offering"],
    ["answer", "answers", "answered", "answered", "answering"],
    ["post", "posts", "posted", "posted", "posting"],
    ["counter", "counters", "countered", "countered", "countering"],
    ["retort", "retorts", "retorted", "retorted", "retorting"],
    ["muse", "muses", "mused", "mused", "musing"],
    ["read", "reads", "read", "read", "reading"],
    ["reckon", "reckons", "reckoned", "reckoned", "reckoning"],
    ["suspect", "suspects", "suspected", "suspected", "suspecting"],
    ["learn", "learns", "learned", "learned", "learning"],
    ["hear", "hears", "heard", "heard", "hearing"],
    ["affirm", "affirms", "affirmed", "affirmed", "affirming"],
    ["rebut", "rebuts", "rebutted", "rebutted", "rebutting"],
    ["confess", "confesses", "confessed", "confessed", "confessing"],
];

/// Cues that are weak: they count only with `that`, an infinitive or a quotation behind them.
pub(in super::super) const WEAK_CUES: &[&str] = &[
    "find", "show", "call", "ask", "want", "plan", "feel", "know", "add", "point", "write", "expect", "quote", "observe", "repeat", "agree", "signal", "cite",
    "mention", "mock", "attack", "post", "continue", "deem", "see", "hear", "learn", "read", "decide", "threaten", "offer", "answer", "refuse", "decline",
    "respond", "reply", "maintain", "suspect", "doubt", "hold",
];

/// Cues that count only with a quotation behind them.
pub(in super::super) const QUOTING_CUES: &[&str] = &["continue", "read", "post", "answer", "mock", "attack", "see"];

/// Cues that deny what is said when it is a saying, and are plain deeds when it is anything else.
pub(in super::super) const REJECTING_CUES: &[&str] = &["reject", "dismiss", "rebut", "refute", "dispute"];

/// Cues that are also common nouns.
pub(in super::super) const NOUN_CUES: &[&str] = &[
    "report", "claim", "state", "plan", "hope", "fear", "estimate", "promise", "vow", "pledge", "demand", "remark", "note", "show", "point", "call", "ask",
    "want", "feel", "find", "joke", "boast", "tweet", "signal", "blame", "dispute", "attack", "post", "read", "offer", "answer", "reply", "quote", "praise",
    "label", "caution", "stress",
];

/// Nouns for what somebody said: “X's claim that”.
pub(in super::super) const SAYING_NOUNS: &[&str] = &[
    "claim", "claims", "allegation", "allegations", "accusation", "accusations", "assertion", "assertions", "warning", "warnings", "conclusion", "suggestion",
    "suggestions", "belief", "statement", "insistence", "argument", "view", "prediction", "assessment", "finding", "findings", "announcement", "denial",
    "report", "reports", "promise", "hope", "hopes", "fear", "fears", "estimate", "vow", "pledge", "demand", "contention", "complaint", "remark", "remarks",
    "admission", "acknowledgment", "confirmation", "comment", "comments", "charge", "charges", "criticism", "idea", "notion", "rumor", "rumors", "rumour",
    "rumours", "account",
];

/// Nouns for the occasion on which something is said.
pub(in super::super) const OCCASIONS: &[&str] = &[
    "statement", "interview", "speech", "tweet", "email", "e-mail", "conference", "briefing", "debate", "rally", "hearing", "post", "letter", "memo", "report",
    "call", "address", "event", "meeting", "remarks", "release", "twitter", "facebook", "telegram", "television", "radio", "comments", "testimony", "filing",
    "broadcast", "appearance", "show", "podcast", "article", "column", "editorial",
];

/// Words in capitals before a colon that name no speaker.
pub(in super::super) const NO_SPEAKERS: &[&str] = &[
    "update", "breaking", "note", "correction", "warning", "exclusive", "analysis", "opinion", "watch", "live", "abstract", "summary", "photo", "video",
    "full", "editor's",
];
