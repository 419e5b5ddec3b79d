//! Words that tell what a source is.

/// Heads of source phrases that name nobody.
pub(in super::super) const UNNAMED: &[&str] = &["source", "sources", "insider", "insiders", "person", "people", "aide", "aides", "witness", "witnesses"];

/// Heads of source phrases that stand for an office.
pub(in super::super) const GOVERNMENT: &[&str] = &[
    "government", "ministry", "department", "kremlin", "pentagon", "parliament", "congress", "senate", "house", "cabinet", "administration", "police", "army",
    "military", "navy", "embassy", "regime", "authority", "authorities", "agency", "bureau", "commission", "council", "court", "prosecutors", "regulator",
    "state", "office", "treasury", "fbi", "cia", "nato", "un", "eu",
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
    "foreign", "affairs", "finance", "staff", "ceo", "cfo", "sens", "reps", "founder",
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
    "delegates", "demonstrators", "senators", "candidates", "media", "observers", "opposition", "industry", "unions", "critics", "supporters", "opponents",
    "voters", "democrats", "republicans", "press", "outlets", "newspapers", "activists", "residents", "americans", "many", "some", "others", "allies",
    "westerners", "residents", "families", "workers", "students", "women", "men", "protesters", "conservatives", "liberals", "politicians", "campaigners",
    "commentators", "reporters", "journalists",
];

pub(in super::super) const ORGANISATION: &[&str] = &[
    "company", "university", "institute", "bank", "union", "party", "group", "campaign", "foundation", "association", "committee", "organization",
    "organisation", "firm", "team", "board", "centre", "center", "church", "federation", "corporation", "fund", "hospital", "school", "league",
];

pub(in super::super) const OUTLET_WORDS: &[&str] =
    &["newspaper", "broadcaster", "magazine", "news", "times", "post", "journal", "tribune", "herald", "gazette", "daily", "radio", "channel", "tv", "network"];

/// Nouns that mean a body, an authority or an outlet named before.
pub(in super::super) const GENERIC_BODIES: &[&str] = &["company", "firm", "group", "organization", "organisation"];
pub(in super::super) const GENERIC_AUTHORITIES: &[&str] = &["agency", "department", "ministry"];
pub(in super::super) const GENERIC_OUTLETS: &[&str] = &["newspaper", "paper", "outlet", "magazine", "network", "broadcaster", "site"];

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

/// First names of men.
#[rustfmt::skip]
pub(in super::super) const MEN: &[&str] = &[
    "Aaron", "Adam", "Alan", "Albert", "Alex", "Alexander", "Andrew", "Anthony", "Antonin", "Arnold", "Barack", "Ben", "Benjamin", "Bernard",
    "Bernie", "Bill", "Bob", "Boris", "Brad", "Brian", "Bruce", "Carl", "Carlos", "Charles", "Charlie", "Chris", "Christopher", "Craig", "Dan",
    "Daniel", "Dave", "David", "Dennis", "Dmitry", "Donald", "Doug", "Ed", "Edward", "Emmanuel", "Eric", "Ernest", "Evan", "Francis", "Frank", "Fred",
    "Gary", "George", "Gerald", "Gordon", "Greg", "Harold", "Harry", "Henry", "Howard", "Hugh", "Ian", "Igor", "Ivan", "Jack", "Jacob", "Jake",
    "James", "Jason", "Jeb", "Jeff", "Jeffrey", "Jeremy", "Jerry", "Jim", "Jimmy", "Joe", "Joel", "John", "Jon", "Jonathan", "Jose", "Joseph", "Josh",
    "Juan", "Justin", "Karl", "Keith", "Ken", "Kenneth", "Kevin", "Kim", "Larry", "Lars", "Lawrence", "Len", "Leo", "Leonard", "Lester", "Lindsey",
    "Lloyd", "Luis", "Marco", "Mark", "Martin", "Matt", "Matthew", "Michael", "Mike", "Mitch", "Mitt", "Mohammed", "Muhammad", "Nathan", "Neil",
    "Nicholas", "Nick", "Norman", "Oliver", "Oscar", "Patrick", "Paul", "Pedro", "Peter", "Phil", "Philip", "Rafael", "Ralph", "Ray", "Raymond",
    "Richard", "Rick", "Rob", "Robert", "Roger", "Ron", "Ronald", "Rudy", "Rupert", "Russell", "Ryan", "Sam", "Samuel", "Scott", "Sean", "Sergei",
    "Simon", "Stephen", "Steve", "Steven", "Stuart", "Ted", "Terrence", "Theodore", "Thomas", "Tim", "Timothy", "Todd", "Tom", "Tony", "Victor",
    "Viktor", "Vince", "Vladimir", "Volodymyr", "Walter", "Warren", "Wayne", "William", "Xi",
];

/// First names of women.
#[rustfmt::skip]
pub(in super::super) const WOMEN: &[&str] = &[
    "Abigail", "Alice", "Alicia", "Amanda", "Amy", "Andrea", "Angela", "Anita", "Ann", "Anna", "Anne", "Annie", "Barbara", "Beth", "Betty", "Brenda",
    "Carla", "Carly", "Carol", "Caroline", "Catherine", "Charlotte", "Cheryl", "Christina", "Christine", "Cindy", "Claire", "Condoleezza", "Cynthia",
    "Dana", "Deborah", "Debra", "Diana", "Diane", "Donna", "Doris", "Dorothy", "Edith", "Elaine", "Eleanor", "Elena", "Elizabeth", "Ellen", "Emily",
    "Emma", "Erin", "Eva", "Evelyn", "Fiona", "Frances", "Gail", "Gina", "Gloria", "Grace", "Hannah", "Heather", "Heidi", "Helen", "Hillary", "Hope",
    "Irene", "Ivanka", "Jacqueline", "Jane", "Janet", "Jennifer", "Jessica", "Jill", "Joan", "Joanna", "Joyce", "Judith", "Judy", "Julia", "Julie",
    "Kamala", "Karen", "Kate", "Katherine", "Kathleen", "Kathy", "Katie", "Kellyanne", "Kelly", "Kimberly", "Laura", "Lauren", "Leah", "Lily",
    "Linda", "Lisa", "Loretta", "Lori", "Louise", "Lucy", "Lynn", "Madeleine", "Maggie", "Margaret", "Maria", "Marie", "Marilyn", "Martha", "Mary",
    "Megan", "Melania", "Melanie", "Melissa", "Michelle", "Monica", "Nancy", "Natalie", "Nicole", "Nina", "Olga", "Pamela", "Patricia", "Paula",
    "Rachel", "Rebecca", "Rita", "Rosa", "Rose", "Ruth", "Sally", "Samantha", "Sandra", "Sara", "Sarah", "Sharon", "Sheila", "Shirley", "Sophia",
    "Stephanie", "Susan", "Susanna", "Suzanne", "Svetlana", "Sylvia", "Tatiana", "Teresa", "Theresa", "Tina", "Tulsi", "Ursula", "Valerie", "Vanessa",
    "Vera", "Victoria", "Virginia", "Wendy", "Yulia",
];

/// Words that tell where somebody is from, before a title or a name.
#[rustfmt::skip]
pub(in super::super) const NATIONS: &[&str] = &[
    "american", "british", "russian", "chinese", "french", "german", "japanese", "korean", "iranian", "israeli", "ukrainian", "turkish", "indian",
    "polish", "italian", "spanish", "canadian", "australian", "mexican", "brazilian", "egyptian", "syrian", "iraqi", "pakistani", "saudi", "european",
    "dutch", "swedish", "norwegian", "danish", "finnish", "greek", "hungarian", "belarusian", "massachusetts", "texas", "florida", "ohio",
    "california", "new", "jersey", "york", "north", "south", "us", "u.s",
];
