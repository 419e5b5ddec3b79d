//! Which key does what, and what a person changed of that. Pure.
//!
//! Every key of every page is one action of [`KeyAction`]; no page has a key that is not. An action is at home in some
//! [`Place`]s, and no two actions of one place have the same key: not as usual, and not as a person sets them.

use crate::code::Code;
use crate::codes;
use std::collections::BTreeMap;

codes! {
    /// What a key does.
    "key-action"
    pub enum KeyAction {
        /// Shows the keys of the page.
        Help = "help",
        /// Puts a new article in.
        New = "new",
        /// To what one is told of.
        Inbox = "inbox",
        /// To the next claim or line.
        Next = "next",
        /// To the previous claim or line.
        Previous = "previous",
        /// To the next claim that nobody has decided yet.
        Unreviewed = "unreviewed",
        /// Opens the line where one is.
        Open = "open",
        /// Ticks the line where one is.
        Tick = "tick",
        /// Ticks all lines since the one that was ticked last.
        TickRange = "tick_range",
        /// Goes to the search field.
        Search = "search",
        /// Takes the claim.
        Take = "take",
        /// Begins a piece of evidence.
        Evidence = "evidence",
        /// Takes over what was found for an earlier claim that says the same.
        TakeOver = "take_over",
        /// Sets this verdict.
        Confirmed = "confirmed",
        /// Sets this verdict.
        MostlyAccurate = "mostly_accurate",
        /// Sets this verdict.
        Mixed = "mixed",
        /// Sets this verdict.
        Misleading = "misleading",
        /// Sets this verdict.
        Incorrect = "incorrect",
        /// Sets this verdict.
        Disputed = "disputed",
        /// Sets this verdict.
        Unsupported = "unsupported",
        /// Sets this verdict.
        Outdated = "outdated",
        /// Sets this verdict.
        NotCheckable = "not_checkable",
        /// Sends the claim to sign-off.
        Send = "send",
        /// Back to the list.
        List = "list",
        /// To what the thing belongs to.
        Up = "up",
        /// Opens the assignment.
        Assign = "assign",
        /// Opens the finding that is only read at first.
        Finding = "finding",
        /// To the first verdict on what a source said.
        Attribution = "attribution",
        /// To the rationale.
        Rationale = "rationale",
        /// To what was searched.
        Searched = "searched",
        /// To what should happen to the text.
        TextAction = "text_action",
        /// To the proposed wording.
        Wording = "wording",
        /// Saves.
        Save = "save",
        /// Begins checking, or goes on with it.
        Begin = "begin",
        /// Waits for an answer from outside.
        Wait = "wait",
        /// Signs the claim off.
        SignOff = "sign_off",
        /// Sends the claim back, or opens it again.
        SendBack = "send_back",
        /// Sets the claim aside.
        SetAside = "set_aside",
        /// To a new remark.
        Remark = "remark",
        /// Asks somebody to check the claim a second time.
        AskSecond = "ask_second",
        /// To the next sentence that is not accounted for.
        OpenSentence = "open_sentence",
        /// Shows what kind each sentence is.
        Kinds = "kinds",
        /// Makes a claim of the marked words.
        MakeClaim = "make_claim",
        /// Begins to mark words of the text without a mouse.
        MarkWords = "mark_words",
        /// Makes the marked words the source of the claim.
        MarkSource = "mark_source",
        /// Makes them the words that say that something is said.
        MarkCue = "mark_cue",
        /// Makes them what is said.
        MarkContent = "mark_content",
        /// Says that a pasted link supports the claim.
        Supports = "supports",
        /// Says that it supports the claim in part.
        Partly = "partly",
        /// Says that it refutes the claim.
        Refutes = "refutes",
        /// Says that it is of use in understanding the claim.
        Context = "context",
    }
}

codes! {
    /// Where keys work.
    "key-place"
    pub enum Place {
        /// Lists: the queue, articles, sources.
        List = "list",
        /// The reading view.
        Article = "article",
        /// A claim.
        Claim = "claim",
        /// A source or a piece of evidence.
        Record = "record",
        /// What a new piece of evidence says of the claim; only while the focus is there.
        Stance = "stance",
    }
}

impl KeyAction {
    /// Its key as long as nobody gave it another one.
    pub fn usual(self) -> char {
        match self {
            Self::Help => '?',
            Self::New => 'n',
            Self::Inbox => 'I',
            Self::Next => 'j',
            Self::Previous => 'k',
            Self::Unreviewed => '.',
            Self::Open | Self::List => 'o',
            Self::Tick | Self::SetAside => 'x',
            Self::TickRange => 'X',
            Self::Search | Self::SignOff => 'f',
            Self::Take => 't',
            Self::Evidence => 'e',
            Self::TakeOver => 'E',
            Self::Confirmed => '1',
            Self::MostlyAccurate => '2',
            Self::Mixed => '3',
            Self::Misleading => '4',
            Self::Incorrect => '5',
            Self::Disputed => '6',
            Self::Unsupported => '7',
            Self::Outdated => '8',
            Self::NotCheckable => '9',
            Self::Send => 'g',
            Self::MarkWords => 'l',
            Self::MarkSource => 'y',
            Self::MarkCue => 'h',
            Self::MarkContent => 'z',
            Self::Up | Self::OpenSentence => 'u',
            Self::Assign => 'i',
            Self::Finding => 'v',
            Self::Attribution => 'a',
            Self::Rationale | Self::Refutes => 'r',
            Self::Searched => 'q',
            Self::TextAction | Self::MakeClaim | Self::Context => 'c',
            Self::Wording | Self::Partly => 'p',
            Self::Save | Self::Kinds | Self::Supports => 's',
            Self::Begin => 'b',
            Self::Wait => 'w',
            Self::SendBack => 'd',
            Self::Remark => 'm',
            Self::AskSecond => 'S',
        }
    }

    /// Where it is at home.
    pub fn places(self) -> &'static [Place] {
        use Place as P;
        match self {
            Self::Help | Self::New | Self::Inbox => &[P::List, P::Article, P::Claim, P::Record],
            Self::Supports | Self::Partly | Self::Refutes | Self::Context => &[P::Stance],
            Self::Next
            | Self::Previous
            | Self::Unreviewed
            | Self::Take
            | Self::Evidence
            | Self::Confirmed
            | Self::MostlyAccurate
            | Self::Mixed
            | Self::Misleading
            | Self::Incorrect
            | Self::Disputed
            | Self::Unsupported
            | Self::Outdated
            | Self::NotCheckable
            | Self::Send => &[P::List, P::Article, P::Claim],
            Self::MarkWords | Self::MarkSource | Self::MarkCue | Self::MarkContent => &[P::Article, P::Claim],
            Self::Open => &[P::List, P::Article],
            Self::Tick | Self::TickRange | Self::Search => &[P::List],
            Self::Up | Self::Save => &[P::Claim, P::Record],
            Self::OpenSentence | Self::Kinds | Self::MakeClaim => &[P::Article],
            Self::List
            | Self::Assign
            | Self::Finding
            | Self::Attribution
            | Self::Rationale
            | Self::Searched
            | Self::TextAction
            | Self::Wording
            | Self::Begin
            | Self::Wait
            | Self::SignOff
            | Self::SendBack
            | Self::SetAside
            | Self::Remark
            | Self::AskSecond
            | Self::TakeOver => &[P::Claim],
        }
    }

    /// Whether both may be on one page.
    fn meets(self, other: Self) -> bool {
        self != other && self.places().iter().any(|place| other.places().contains(place))
    }
}

/// Why a key can't be given to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// It is not one character that a key writes.
    NotOneCharacter,
    /// Browsers search with it.
    OfTheBrowser,
    /// Another action of the same place has it.
    Taken(KeyAction),
}

/// Keys that browsers take for themselves: both begin a search in the page.
const OF_THE_BROWSER: [char; 2] = ['/', '\''];

/// The keys of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyMap {
    off: bool,
    /// Actions with another key than the usual one; `None` has no key.
    own: BTreeMap<KeyAction, Option<char>>,
}

impl KeyMap {
    /// Reads what [`KeyMap::write`] wrote; what this version does not know is passed over.
    pub fn read(text: &str) -> Self {
        let mut map = Self::default();
        for word in text.split(' ') {
            match word.split_once('=') {
                Some((action, key)) => {
                    if let Some(action) = KeyAction::from_code(action) {
                        map.own.insert(action, key.chars().next());
                    }
                }
                None => map.off |= word == "off",
            }
        }
        map
    }

    /// The map as the database keeps it: words like `take=ü`, and `off`. Empty where all is as usual.
    pub fn write(&self) -> String {
        let own = self.own.iter().map(|(action, key)| format!("{action}={}", key.map(String::from).unwrap_or_default()));
        self.off.then(|| "off".to_owned()).into_iter().chain(own).collect::<Vec<_>>().join(" ")
    }

    /// A map from what was typed for each action; what was not typed stays as usual, an empty text is no key.
    ///
    /// # Errors
    /// Each action whose key can't be given to it.
    pub fn of<'t>(on: bool, typed: impl Iterator<Item = (KeyAction, &'t str)>) -> Result<Self, Vec<(KeyAction, KeyFault)>> {
        let mut map = Self { off: !on, own: BTreeMap::new() };
        let mut faults = Vec::new();
        for (action, text) in typed {
            match key_in(text) {
                Ok(key) if key == Some(action.usual()) => {}
                Ok(key) => drop(map.own.insert(action, key)),
                Err(fault) => faults.push((action, fault)),
            }
        }
        for action in KeyAction::ALL {
            let Some(key) = map.set(*action) else { continue };
            let other = KeyAction::ALL.iter().find(|other| action.meets(**other) && map.set(**other) == Some(key));
            if let Some(other) = other.filter(|_| !faults.iter().any(|(refused, _)| refused == action)) {
                faults.push((*action, KeyFault::Taken(*other)));
            }
        }
        if faults.is_empty() { Ok(map) } else { Err(faults) }
    }

    /// Whether keys work at all.
    pub fn is_on(&self) -> bool {
        !self.off
    }

    /// How many actions have another key than the usual one.
    pub fn changed(&self) -> usize {
        self.own.len()
    }

    /// The key that works for an action.
    pub fn key(&self, action: KeyAction) -> Option<char> {
        if self.off { None } else { self.set(action) }
    }

    /// The key that is set for an action, also while keys are switched off.
    pub fn set(&self, action: KeyAction) -> Option<char> {
        self.own.get(&action).copied().unwrap_or_else(|| Some(action.usual()))
    }
}

/// The key in a text, or `None` where it is empty.
fn key_in(text: &str) -> Result<Option<char>, KeyFault> {
    let mut characters = text.trim().chars();
    match (characters.next(), characters.next()) {
        (None, _) => Ok(None),
        (Some(key), None) if OF_THE_BROWSER.contains(&key) => Err(KeyFault::OfTheBrowser),
        (Some(key), None) if !key.is_control() && !key.is_whitespace() => Ok(Some(key)),
        _ => Err(KeyFault::NotOneCharacter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_of_one_place_have_the_same_usual_key() {
        for action in KeyAction::ALL {
            assert!(key_in(&action.usual().to_string()).is_ok(), "{action} takes a key of the browser");
            for other in KeyAction::ALL.iter().filter(|other| action.meets(**other)) {
                assert_ne!(action.usual(), other.usual(), "{action} and {other}");
            }
        }
    }

    #[test]
    fn every_verdict_has_an_action_of_its_code_and_what_is_usual_is_written_as_nothing() {
        assert_eq!(KeyMap::default().write(), "");
        assert_eq!(KeyMap::read(""), KeyMap::default());
        assert_eq!(KeyMap::of(true, KeyAction::ALL.iter().map(|action| (*action, ""))).unwrap().key(KeyAction::Take), None);
    }

    #[test]
    fn a_map_is_read_as_it_was_written() {
        let map = KeyMap::of(false, [(KeyAction::Take, "ü"), (KeyAction::Tick, " "), (KeyAction::Send, "ж"), (KeyAction::Next, "=")].into_iter()).unwrap();
        assert_eq!(map.write(), "off next== tick= take=ü send=ж");
        assert_eq!(KeyMap::read(&map.write()), map);
        assert_eq!((map.key(KeyAction::Take), map.set(KeyAction::Take), map.set(KeyAction::Tick)), (None, Some('ü'), None));
        assert_eq!(KeyMap::read("on what=x take"), KeyMap::default());
    }

    #[test]
    fn a_key_that_is_taken_is_refused_at_both_actions() {
        let faults = KeyMap::of(true, [(KeyAction::Rationale, "s")].into_iter()).unwrap_err();
        assert_eq!(faults, [(KeyAction::Rationale, KeyFault::Taken(KeyAction::Save)), (KeyAction::Save, KeyFault::Taken(KeyAction::Rationale))]);
        // Two actions that are never on one page may share a key.
        assert!(KeyMap::of(true, [(KeyAction::Tick, "s")].into_iter()).is_ok());
        let faults = KeyMap::of(true, [(KeyAction::Save, "ab"), (KeyAction::Open, "/")].into_iter()).unwrap_err();
        assert_eq!(faults, [(KeyAction::Save, KeyFault::NotOneCharacter), (KeyAction::Open, KeyFault::OfTheBrowser)]);
    }
}
