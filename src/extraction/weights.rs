//! The weights of all models of attribution, as one file.
//!
//! The file is a magic number, a checksum of the rest, and the tables in a fixed order. It is made by the training
//! command and embedded in the program; reading it copies nothing.

use super::attribution::role::{LABELS, PAIRS};
use super::syntax::Syntax;
use super::syntax::arcs::MOVES;
use super::syntax::table::Table;
use super::syntax::tagger::TAGS;
use std::sync::LazyLock;

/// What the file begins with; the digits are its version.
const MAGIC: &[u8; 8] = b"CBATTR02";
/// How many tables it holds.
const TABLES: usize = 8;

/// The models.
#[derive(Clone, Debug)]
pub struct Weights<W> {
    /// Tags and heads.
    pub syntax: Syntax<W>,
    /// What is known of stems as cues: 0 nothing, 1 that they are none, 2 that they can be.
    pub stems: Table<W>,
    /// Whether a word is a cue.
    pub spot: Table<W>,
    /// Labels of words, given the cue.
    pub single: Table<W>,
    /// Labels of neighbours.
    pub double: Table<W>,
    /// Whether a content takes in another sentence.
    pub reach: Table<W>,
    /// Whether a guess is accepted.
    pub accept: Table<W>,
}

/// Why a file of weights can't be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    /// It is none, or one of another version.
    #[error("the file of weights is none of this version")]
    Kind,
    /// It was changed.
    #[error("the file of weights is damaged: its checksum does not fit")]
    Checksum,
    /// It ends too early.
    #[error("the file of weights is cut off")]
    Cut,
}

/// The weights of the model of sentences.
pub(super) static SENTENCES: &[u8] = include_bytes!("../../models/sentences.bin");
/// The weights of the model of check-worthiness.
pub(super) static WORTHINESS: &[u8] = include_bytes!("../../models/worthiness.bin");
static EMBEDDED: &[u8] = include_bytes!("../../models/attribution.bin");
static WEIGHTS: LazyLock<Result<Weights<&'static [u8]>, WeightsError>> = LazyLock::new(|| Weights::read(EMBEDDED));

/// The weights that the program was built with.
pub fn embedded() -> Result<&'static Weights<&'static [u8]>, WeightsError> {
    WEIGHTS.as_ref().map_err(|error| *error)
}

static FINGERPRINT: LazyLock<String> = LazyLock::new(|| {
    let attribution = EMBEDDED.get(MAGIC.len()..).and_then(<[u8]>::first_chunk).map_or(0, |sum| u64::from_le_bytes(*sum));
    let sums = [attribution, checksum(SENTENCES), checksum(WORTHINESS)];
    sums.map(|sum| format!("{sum:016x}")).join("-")
});

/// Names all weights that the program was built with: other weights, another name.
pub fn fingerprint() -> String {
    FINGERPRINT.clone()
}

impl Weights<Vec<u8>> {
    /// Weights that know nothing.
    pub fn empty() -> Self {
        let syntax = Syntax { tagger: Table::empty(TAGS), parser: Table::empty(MOVES) };
        let one = || Table::empty(1);
        Self { syntax, stems: one(), spot: one(), single: Table::empty(LABELS), double: Table::empty(PAIRS), reach: one(), accept: one() }
    }
}

impl<'w> Weights<&'w [u8]> {
    /// The weights that a file holds.
    pub fn read(file: &'w [u8]) -> Result<Self, WeightsError> {
        let rest = file.strip_prefix(MAGIC).ok_or(WeightsError::Kind)?;
        let (sum, mut rest) = rest.split_first_chunk::<8>().ok_or(WeightsError::Cut)?;
        if u64::from_le_bytes(*sum) != checksum(rest) {
            return Err(WeightsError::Checksum);
        }
        let mut tables = Vec::with_capacity(TABLES);
        while tables.len() < TABLES {
            let (bits, behind) = number(rest)?;
            let (marks, behind) = number(behind)?;
            let (scale, behind) = number(behind)?;
            let (length, behind) = number(behind)?;
            let (weights, behind) = behind.split_at_checked(length as usize).ok_or(WeightsError::Cut)?;
            tables.push(Table { bits: bits.min(31), marks, scale: f32::from_bits(scale), weights });
            rest = behind;
        }
        let [tagger, parser, stems, spot, single, double, reach, accept] = <[Table<&[u8]>; TABLES]>::try_from(tables).map_err(|_| WeightsError::Cut)?;
        Ok(Self { syntax: Syntax { tagger, parser }, stems, spot, single, double, reach, accept })
    }
}

impl<W: AsRef<[u8]>> Weights<W> {
    /// The file that holds these weights.
    pub fn write(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for table in [&self.syntax.tagger, &self.syntax.parser, &self.stems, &self.spot, &self.single, &self.double, &self.reach, &self.accept] {
            let weights = table.weights.as_ref();
            body.extend(table.bits.to_le_bytes());
            body.extend(table.marks.to_le_bytes());
            body.extend(table.scale.to_bits().to_le_bytes());
            body.extend(u32::try_from(weights.len()).unwrap_or(u32::MAX).to_le_bytes());
            body.extend(weights);
        }
        let mut file = MAGIC.to_vec();
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        file
    }

    /// What is known of a stem as a cue.
    pub fn stem(&self, stem: u32) -> u8 {
        self.stems.weights.as_ref().get((stem & ((1 << self.stems.bits) - 1)) as usize).copied().unwrap_or_default()
    }
}

fn number(bytes: &[u8]) -> Result<(u32, &[u8]), WeightsError> {
    let (number, rest) = bytes.split_first_chunk::<4>().ok_or(WeightsError::Cut)?;
    Ok((u32::from_le_bytes(*number), rest))
}

/// A sum that a change of any byte changes.
fn checksum(bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let step = |sum: u64, value: u64| (sum ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let sum = chunks.iter().fold(bytes.len() as u64, |sum, chunk| step(sum, u64::from_le_bytes(*chunk)));
    rest.iter().fold(sum, |sum, byte| step(sum, u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_weights_are_whole() {
        assert!(embedded().is_ok());
    }

    #[test]
    fn the_weights_have_a_name_of_three_sums() {
        let sums: Vec<u64> = fingerprint().split('-').map(|sum| u64::from_str_radix(sum, 16).unwrap()).collect();
        assert!(sums.len() == 3 && !sums.contains(&0), "{sums:?}");
    }

    #[test]
    fn damaged_weights_are_refused() {
        let mut file = EMBEDDED.to_vec();
        let last = file.len() - 1;
        file[last] ^= 1;
        assert_eq!(Weights::read(&file).map(|_| ()), Err(WeightsError::Checksum));
        assert_eq!(Weights::read(b"something else").map(|_| ()), Err(WeightsError::Kind));
        assert_eq!(Weights::read(MAGIC).map(|_| ()), Err(WeightsError::Cut));
    }
}
