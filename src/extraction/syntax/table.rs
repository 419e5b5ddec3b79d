//! Weights by hashed feature: a table of small rows, one column a class.

/// A feature's key from its template and up to three values.
pub fn key(template: u32, a: u32, b: u32, c: u32) -> u32 {
    let mut sum = template.wrapping_mul(0x9E37_79B1) ^ a.wrapping_mul(0x85EB_CA77);
    sum = (sum ^ (sum >> 15)).wrapping_mul(0xC2B2_AE3D) ^ b.wrapping_mul(0x27D4_EB2F);
    sum = (sum ^ (sum >> 13)).wrapping_mul(0x1656_67B1) ^ c.wrapping_mul(0x9E37_79B1);
    sum = (sum ^ (sum >> 16)).wrapping_mul(0x85EB_CA6B);
    sum ^ (sum >> 14)
}

/// A small number as a part of a key.
pub fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A small number as a byte.
pub fn byte(n: usize) -> u8 {
    u8::try_from(n).unwrap_or(u8::MAX)
}

/// Something that scores `N` classes by the features that hold.
pub trait Scorer<const N: usize> {
    /// The score of each class.
    fn scores(&self, keys: &[u32]) -> [f32; N];
}

/// A table of weights of one byte each.
///
/// Several features may fall on one row; it belongs to one of them, whose mark stands in front of the weights. For the
/// others the table knows nothing. So it can be small without taking one feature for another.
#[derive(Clone, Debug)]
pub struct Table<W> {
    /// Bits of a key that choose the row.
    pub bits: u32,
    /// Mask of the bits above them that mark the feature.
    pub marks: u32,
    /// What one step of a weight is worth.
    pub scale: f32,
    /// The rows: the mark, then a weight for each class.
    pub weights: W,
}

impl Table<Vec<u8>> {
    /// A table that knows nothing, with rows of `classes` columns.
    pub fn empty(classes: usize) -> Self {
        Self { bits: 0, marks: 0, scale: 0.0, weights: vec![0; classes + 1] }
    }
}

impl<W: AsRef<[u8]>> Table<W> {
    /// The weights of a feature, if the table knows it.
    fn row<const N: usize>(&self, key: u32) -> Option<&[u8; N]> {
        let row = (key & ((1 << self.bits) - 1)) as usize * (N + 1);
        let (mark, rest) = self.weights.as_ref().get(row..)?.split_first()?;
        if u32::from(*mark) == (key >> self.bits) & self.marks { rest.first_chunk::<N>() } else { None }
    }

    /// The weight of a feature in a table of one column.
    pub fn weight(&self, key: u32) -> f32 {
        self.row::<1>(key).map_or(0.0, |[weight]| f32::from(weight.cast_signed()) * self.scale)
    }
}

/// How many features are looked up at once.
const TOGETHER: usize = 64;

impl<W: AsRef<[u8]>> Table<W> {
    /// The sum of the weights of each class, in steps.
    pub fn steps<const N: usize>(&self, keys: &[u32]) -> [i16; N] {
        let weights = self.weights.as_ref();
        let rows = (1 << self.bits) - 1;
        let mut sums = [0_i16; N];
        for keys in keys.chunks(TOGETHER) {
            // All marks are read before any row is: rows lie far apart, and this way memory is waited for once, not for
            // each in turn. All ones where the row is the feature's, else none: no branch, as it would be pure chance.
            let mut known = [0_u8; TOGETHER];
            for (known, key) in known.iter_mut().zip(keys) {
                let mark = weights.get((key & rows) as usize * (N + 1)).copied().unwrap_or_default();
                let differs = u32::from(mark) ^ ((key >> self.bits) & self.marks);
                [_, _, _, *known] = differs.wrapping_sub(1).to_le_bytes();
            }
            for (known, key) in known.iter().zip(keys) {
                let Some(row) = weights.get((key & rows) as usize * (N + 1) + 1..).and_then(<[u8]>::first_chunk::<N>) else { continue };
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum = sum.wrapping_add(i16::from((weight & known).cast_signed()));
                }
            }
        }
        sums
    }
}

impl<const N: usize, W: AsRef<[u8]>> Scorer<N> for Table<W> {
    fn scores(&self, keys: &[u32]) -> [f32; N] {
        self.steps::<N>(keys).map(|sum| f32::from(sum) * self.scale)
    }
}
