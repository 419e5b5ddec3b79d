//! The grammar of a sentence: words, their parts of speech and on which other word each depends.
//!
//! Small models over hashed features, trained on machine-made syntax (see `train`). Nothing here knows of sources or
//! claims.

pub mod arcs;
pub mod table;
pub mod tagger;
pub mod word;

use crate::span::Span;
use table::Table;
use word::Word;

/// The models of tags and heads.
#[derive(Clone, Debug)]
pub struct Syntax<W> {
    /// Tags.
    pub tagger: Table<W>,
    /// Heads.
    pub parser: Table<W>,
}

impl<W: AsRef<[u8]>> Syntax<W> {
    /// The grammar of a sentence; `quotes` are the quotations of its line.
    pub fn parse(&self, chars: &[char], span: Span, quotes: &[Span]) -> Parse {
        let words = word::words(chars, span, quotes);
        let tags = tagger::tags(&words, &self.tagger);
        let heads = arcs::heads(&words, &tags, &self.parser);
        let stems = words.iter().map(|word| word::stem(chars.get(word.start..word.end).unwrap_or_default())).collect();
        Parse::new(words, tags, heads, stems)
    }
}

/// A sentence with its grammar.
#[derive(Clone, Debug, Default)]
pub struct Parse {
    /// Its words.
    pub words: Vec<Word>,
    /// Their tags.
    pub tags: Vec<u8>,
    /// Their heads; the root is the number of words.
    pub heads: Vec<usize>,
    /// Hashes of their stems.
    pub stems: Vec<u32>,
    children: Vec<usize>,
    from: Vec<usize>,
}

impl Parse {
    /// Puts together what is known of each word.
    pub fn new(words: Vec<Word>, tags: Vec<u8>, heads: Vec<usize>, stems: Vec<u32>) -> Self {
        let n = words.len();
        let mut from = vec![0; n + 2];
        for head in &heads {
            if let Some(count) = from.get_mut(head + 1) {
                *count += 1;
            }
        }
        for at in 1..from.len() {
            let before = from.get(at - 1).copied().unwrap_or_default();
            if let Some(count) = from.get_mut(at) {
                *count += before;
            }
        }
        let mut place = from.clone();
        let mut children = vec![0; n];
        for (at, head) in heads.iter().enumerate() {
            if let Some(place) = place.get_mut(*head) {
                if let Some(slot) = children.get_mut(*place) {
                    *slot = at;
                }
                *place += 1;
            }
        }
        Self { words, tags, heads, stems, children, from }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words that depend on `at`, in order.
    pub fn children(&self, at: usize) -> &[usize] {
        let range = self.from.get(at).copied().unwrap_or_default()..self.from.get(at + 1).copied().unwrap_or_default();
        self.children.get(range).unwrap_or_default()
    }

    /// The form of a word; 1 outside the sentence.
    pub fn low(&self, at: usize) -> u32 {
        self.words.get(at).map_or(1, |word| word.low)
    }

    /// The stem of a word; 1 outside.
    pub fn stem(&self, at: usize) -> u32 {
        self.stems.get(at).copied().unwrap_or(1)
    }

    /// The tag of a word; 63 outside.
    pub fn tag(&self, at: usize) -> u32 {
        self.tags.get(at).map_or(63, |tag| u32::from(*tag))
    }

    /// The head of a word; itself outside.
    pub fn head(&self, at: usize) -> usize {
        self.heads.get(at).copied().unwrap_or(at)
    }

    /// The mark that a word is, else NUL.
    pub fn mark(&self, at: usize) -> char {
        self.words.get(at).map_or('\0', |word| word.mark)
    }

    /// Number of the quotation that a word stands in; 0 is none.
    pub fn quote(&self, at: usize) -> u32 {
        self.words.get(at).map_or(0, |word| word.quote)
    }

    /// Whether it is a verb.
    pub fn is_verb(&self, at: usize) -> bool {
        // VBD, VB, VBZ, VBN, VBP, VBG
        matches!(self.tag(at), 7 | 11 | 13 | 15 | 16 | 17)
    }

    /// Whether it is a noun or pronoun.
    pub fn is_noun(&self, at: usize) -> bool {
        // NN, NNP, NNS, PRP, CD, WP, WDT, NNPS
        matches!(self.tag(at), 0 | 2 | 5 | 6 | 18 | 24 | 25 | 29)
    }
}
