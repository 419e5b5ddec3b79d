//! What is known beforehand: how common words and pieces of words are, and what each feature weighs.
//!
//! All of it is one file, `models/matching.bin`, which [`super::train`] writes: a mark, a checksum, three tables of
//! numbers that stand for words (it holds no text), and the weights.

use super::feature::COUNT;
use super::stem::{is_stop, key};
use crate::checksum::fnv1a;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

const MARK: &[u8; 8] = b"CBMATCH1";
static EMBEDDED: &[u8] = include_bytes!("../../../models/matching.bin");
static KNOWN: LazyLock<Arc<Known>> = LazyLock::new(|| Arc::new(Known::read(EMBEDDED).unwrap_or_default()));

/// What a feature weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Weight {
    /// What it usually is.
    pub mean: f32,
    /// How far it usually is from that.
    pub spread: f32,
    /// Its weight in the order.
    pub order: f32,
    /// Its weight in how sure that is.
    pub sure: f32,
}

/// What is known beforehand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    /// In how many texts it was learned.
    pub texts: u32,
    /// In how many of them each stem stands.
    pub stems: HashMap<u32, u16>,
    /// How often each word stands.
    pub words: HashMap<u32, u16>,
    /// In how many texts each piece of four characters stands.
    pub grams: HashMap<u32, u16>,
    /// A weight a feature.
    pub weights: [Weight; COUNT],
    /// What it weighs, in how sure, how far a candidate is ahead of the crowd and behind the best.
    pub gaps: [f32; 2],
    /// The usual order of the crowd: of the tenth candidate.
    pub crowd: f32,
    /// What is added to how sure.
    pub bias: f32,
}

impl Default for Known {
    fn default() -> Self {
        let none = HashMap::new;
        let weights = [Weight::default(); COUNT];
        Self { texts: 0, stems: none(), words: none(), grams: none(), weights, gaps: [0.0; 2], crowd: 0.0, bias: 0.0 }
    }
}

/// What the program was built with.
pub(super) fn embedded() -> &'static Arc<Known> {
    &KNOWN
}

impl Known {
    /// Reads a file; `None` where it is none or damaged.
    pub fn read(file: &[u8]) -> Option<Self> {
        let rest = file.strip_prefix(MARK)?;
        let (sum, mut rest) = rest.split_first_chunk::<8>()?;
        if u64::from_le_bytes(*sum) != fnv1a(rest) {
            return None;
        }
        let texts = number(&mut rest)?;
        let (stems, words, grams) = (table(&mut rest)?, table(&mut rest)?, table(&mut rest)?);
        let mut weights = [Weight::default(); COUNT];
        if number(&mut rest)? as usize != COUNT {
            return None;
        }
        for weight in &mut weights {
            let mut next = || Some(f32::from_bits(number(&mut rest)?));
            *weight = Weight { mean: next()?, spread: next()?, order: next()?, sure: next()? };
        }
        let mut next = || Some(f32::from_bits(number(&mut rest)?));
        let (gaps, crowd, bias) = ([next()?, next()?], next()?, next()?);
        Some(Self { texts, stems, words, grams, weights, gaps, crowd, bias })
    }

    /// The file that holds this.
    pub fn write(&self) -> Vec<u8> {
        let mut body = self.texts.to_le_bytes().to_vec();
        for table in [&self.stems, &self.words, &self.grams] {
            let mut rows: Vec<(u32, u16)> = table.iter().map(|(key, count)| (*key, *count)).collect();
            rows.sort_unstable();
            body.extend(u32::try_from(rows.len()).unwrap_or(u32::MAX).to_le_bytes());
            for (key, count) in rows {
                body.extend(key.to_le_bytes());
                body.extend(count.to_le_bytes());
            }
        }
        body.extend(u32::try_from(COUNT).unwrap_or(u32::MAX).to_le_bytes());
        for weight in &self.weights {
            for figure in [weight.mean, weight.spread, weight.order, weight.sure] {
                body.extend(figure.to_bits().to_le_bytes());
            }
        }
        let [ahead, behind] = self.gaps;
        for figure in [ahead, behind, self.crowd, self.bias] {
            body.extend(figure.to_bits().to_le_bytes());
        }
        let mut file = MARK.to_vec();
        file.extend(fnv1a(&body).to_le_bytes());
        file.extend(body);
        file
    }

    /// In how many texts a stem stands.
    pub fn stem(&self, stem: u32) -> u32 {
        self.stems.get(&stem).copied().unwrap_or_default().into()
    }

    /// Whether a folded word is one.
    pub fn has(&self, word: &str) -> bool {
        is_stop(word) || self.words.contains_key(&key(word))
    }

    /// What a word costs in a row of words: the rarer, the more; `None` where it is none.
    pub fn price(&self, word: &str) -> Option<f32> {
        let length = word.chars().count();
        if length < 3 && !is_stop(word) {
            return None;
        }
        let count = self.words.get(&key(word)).copied().unwrap_or_default().max(if is_stop(word) { 300 } else { 0 });
        (count > 0).then(|| (f32::from(u16::MAX) * 3.0 / f32::from(count)).ln())
    }

    /// How telling a piece of four characters is.
    pub fn gram(&self, gram: u32) -> f32 {
        rarity(self.texts, self.grams.get(&gram).copied().unwrap_or_default().into())
    }
}

/// How telling something is that stands in `found` of `all` texts.
pub(super) fn rarity(all: u32, found: u32) -> f32 {
    (1.0 + (all.saturating_sub(found) as f32 + 0.5) / (found as f32 + 0.5)).ln()
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let (first, behind) = rest.split_first_chunk::<4>()?;
    *rest = behind;
    Some(u32::from_le_bytes(*first))
}

fn table(rest: &mut &[u8]) -> Option<HashMap<u32, u16>> {
    let rows = number(rest)? as usize;
    let (mine, behind) = rest.split_at_checked(rows.checked_mul(6)?)?;
    *rest = behind;
    let (rows, _) = mine.as_chunks::<6>();
    Some(rows.iter().map(|&[a, b, c, d, e, f]| (u32::from_le_bytes([a, b, c, d]), u16::from_le_bytes([e, f]))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_file_is_whole() {
        let read = Known::read(EMBEDDED).unwrap();
        assert!(read.texts > 0);
        assert_eq!(Known::read(&read.write()), Some(read));
    }

    #[test]
    fn a_damaged_file_is_none() {
        let mut bent = EMBEDDED.to_vec();
        *bent.last_mut().unwrap() ^= 1;
        assert_eq!(Known::read(&bent), None);
        assert_eq!(Known::read(b"something else"), None);
    }
}
