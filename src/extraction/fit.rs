//! Learning linear models: logistic regression over hashed features, the same weights from the same examples.

/// One example.
#[derive(Clone, Debug)]
pub(super) struct Example {
    /// The keys that hold of it.
    pub keys: Vec<u32>,
    /// Whether the answer is yes.
    pub yes: bool,
    /// How much it counts.
    pub weight: f32,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// Bits of a key.
    pub bits: u32,
    /// How often all examples are seen.
    pub rounds: u32,
    /// Size of the steps.
    pub rate: f32,
    /// Pull of each weight toward 0 whenever its key is seen.
    pub pull: f32,
    /// How often a key has to be seen to get a weight.
    pub least: u32,
    /// How much more an example counts whose answer is yes.
    pub yes: f32,
}

/// Weights that tell the examples apart: logistic regression by adaptive steps, averaged over the last half.
pub(super) fn fit(examples: &[Example], plan: Plan) -> Vec<f32> {
    let size = 1_usize << plan.bits;
    let mask = (1_u32 << plan.bits) - 1;
    let (mut weights, mut squares, mut sums) = (vec![0.0_f32; size], vec![1e-3_f32; size], vec![0.0_f32; size]);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut chance = 0x5EED_u64;
    for round in 0..plan.rounds {
        shuffle(&mut order, &mut chance);
        for example in order.iter().filter_map(|at| examples.get(*at)) {
            let places = || example.keys.iter().map(|key| (key & mask) as usize);
            let score: f32 = places().filter_map(|at| weights.get(at)).sum();
            let error = f32::from(u8::from(example.yes)) - 1.0 / (1.0 + (-score).exp());
            let error = error * example.weight * if example.yes { plan.yes } else { 1.0 };
            for at in places() {
                if let (Some(weight), Some(square)) = (weights.get_mut(at), squares.get_mut(at)) {
                    let slope = error - plan.pull * *weight;
                    *square += slope * slope;
                    *weight += plan.rate * slope / square.sqrt();
                }
            }
        }
        if round * 2 >= plan.rounds {
            for (sum, weight) in sums.iter_mut().zip(&weights) {
                *sum += weight;
            }
        }
    }
    let counted = (plan.rounds - plan.rounds.div_ceil(2)).max(1) as f32;
    sums.iter().map(|sum| sum / counted).collect()
}

/// Another order, the same from the same state.
fn shuffle(order: &mut [usize], state: &mut u64) {
    for last in (1..order.len()).rev() {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from((*state >> 33) % (last as u64 + 1)).unwrap_or_default();
        order.swap(last, other);
    }
}
