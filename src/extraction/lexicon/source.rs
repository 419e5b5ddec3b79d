//! Words that tell what a source is.

/// Heads of source phrases that name nobody.
pub(in super::super) const UNNAMED: &[&str] = &["source", "sources", "insider", "insiders", "person", "people", "aide", "aides", "witness", "witnesses"];

/// Heads of source phrases that stand for an office.
pub(in super::super) const GOVERNMENT: &[&str] = &[
    "government", "ministry", "department", "kremlin", "pentagon", "parliament", "congress", "senate", "house", "cabinet", "administration", "police", "army",
    "military", "navy", "embassy", "regime", "authority", "authorities", "agency", "bureau", "commission", "council", "court", "prosecutors", "regulator",
    "state", "treasury", "fbi", "cia", "nato", "un", "eu",
];

pub(in super::super) const OFFICIAL: &[&str] = &[
    "president", "minister", "secretary", "chancellor", "spokesman", "spokeswoman", "spokesperson", "governor", "senator", "mayor", "ambassador", "general",
    "chief", "commissioner", "director", "premier", "official", "officials", "leader", "king", "queen", "congressman", "congresswoman", "judge", "sheriff",
    "officer", "prosecutor", "diplomat", "diplomats", "lawmaker", "lawmakers", "envoy", "chairman", "chairwoman", "speaker", "attorney", "deputy",
    "representative", "delegate", "candidate", "nominee", "adviser", "advisor", "pope", "prince", "mp",
];

/// Offices that a title can be of: “Secretary of State”.
pub(in super::super) const OFFICES: &[&str] = &[
    "state", "defense", "defence", "treasury", "justice", "health", "energy", "education", "commerce", "labor", "labour", "homeland", "security", "interior",
    "foreign", "affairs", "finance", "staff",
];

pub(in super::super) const EXPERT: &[&str] = &[
    "scientist", "scientists", "professor", "analyst", "analysts", "expert", "experts", "economist", "economists", "researcher", "researchers", "historian",
    "doctor", "doctors", "scholar", "scholars", "strategist", "pollster", "lawyer", "engineer",
];

pub(in super::super) const DOCUMENT: &[&str] = &[
    "report", "reports", "study", "studies", "images", "image", "data", "document", "documents", "memo", "poll", "polls", "survey", "surveys", "video",
    "footage", "photos", "photographs", "statement", "figures", "statistics", "letter", "email", "emails", "records", "transcript", "filing", "filings",
    "research", "analysis", "evidence", "findings", "indictment", "complaint", "lawsuit", "statements", "article", "book",
];

pub(in super::super) const COLLECTIVE: &[&str] = &[
    "media", "observers", "opposition", "industry", "unions", "critics", "supporters", "opponents", "voters", "democrats", "republicans", "press", "outlets",
    "newspapers", "activists", "residents", "americans", "many", "some", "others", "allies", "westerners", "residents", "families", "workers", "students",
    "women", "men", "protesters", "conservatives", "liberals", "politicians", "campaigners", "commentators", "reporters", "journalists",
];

pub(in super::super) const ORGANISATION: &[&str] = &[
    "company", "university", "institute", "bank", "union", "party", "group", "campaign", "foundation", "association", "committee", "organization",
    "organisation", "firm", "team", "board", "centre", "center", "church", "federation", "corporation", "fund", "hospital", "school", "league",
];

pub(in super::super) const OUTLET_WORDS: &[&str] =
    &["newspaper", "broadcaster", "magazine", "news", "times", "post", "journal", "tribune", "herald", "gazette", "daily", "radio", "channel", "tv", "network"];

/// Outlets known by name.
pub(in super::super) const OUTLETS: &[&str] = &[
    "bloomberg", "reuters", "afp", "ap", "bbc", "cnn", "politico", "axios", "tass", "interfax", "xinhua", "yonhap", "kcna", "nhk", "dpa", "efe", "ansa",
    "aljazeera", "spiegel", "guardian", "economist", "buzzfeed", "vox", "msnbc", "nbc", "cbs", "abc", "npr", "pbs", "breitbart", "huffpost", "kyodo", "novaya",
    "meduza",
];

/// Places whose names stand for their governments.
pub(in super::super) const PLACES: &[&str] = &[
    "moscow", "washington", "beijing", "kyiv", "kiev", "pyongyang", "seoul", "london", "paris", "berlin", "tokyo", "tehran", "brussels", "ankara", "delhi",
    "jerusalem", "warsaw", "rome", "madrid", "ottawa", "canberra", "taipei", "riyadh", "cairo", "damascus", "baghdad", "kabul", "islamabad", "hanoi", "minsk",
    "vienna", "prague", "budapest", "athens", "russia", "china", "ukraine", "japan", "iran", "israel", "germany", "france", "britain", "india", "turkey",
    "poland", "italy", "spain", "canada", "australia", "taiwan", "syria", "iraq", "pakistan", "belarus", "egypt", "mexico", "brazil", "korea", "qatar",
    "hungary", "greece", "sweden", "norway", "finland", "denmark", "netherlands", "belgium", "switzerland", "austria", "vietnam", "venezuela", "cuba", "saudi",
    "arabia", "north", "south", "united", "states", "kingdom",
];

/// Titles before a name: a stop behind one never ends a sentence.
pub(in super::super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "cmdr", "adm", "sen", "rep", "gov", "rev", "hon", "st", "messrs", "maj", "pres", "sec",
    "supt", "fr", "vs",
];
