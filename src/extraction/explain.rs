//! Why attributions were made: for each, how likely it is right as a whole and what speaks most for it and against it.

use super::attribution::accept;
use super::attribution::guess::Scene;
use super::attribution::spot;
use super::layout::Layout;
use super::model::Attribution;
use super::weights;
use crate::span::Span;

/// How many reasons are given.
const MOST: usize = 4;

/// An attribution with what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The attribution.
    pub attribution: Attribution,
    /// How likely it is right, from 0 to 1; 0 where a rule made it.
    pub chance: f32,
    /// Whether the rules find it too.
    pub ruled: bool,
    /// What counts most, and for how much: what speaks for it is above 0.
    pub reasons: Vec<(&'static str, f32)>,
}

/// Explains the attributions that [`extract`](super::extract) found in `text`.
pub fn explain(text: &str, attributions: &[Attribution]) -> Vec<Explained> {
    let chars: Vec<char> = text.chars().collect();
    let layout = Layout::of(&chars, true);
    attributions.iter().map(|one| explained(&chars, &layout, one)).collect()
}

fn explained(chars: &[char], layout: &Layout, attribution: &Attribution) -> Explained {
    let cue = attribution.cue.first().copied().unwrap_or_default();
    let place = layout.places.get(layout.places.partition_point(|place| place.span.end <= cue.start));
    let mut made = Explained { attribution: attribution.clone(), chance: 0.0, ruled: false, reasons: Vec::new() };
    let (Some(place), Ok(weights)) = (place, weights::embedded()) else { return made };
    let scene = Scene::new(chars, place.span, layout.quotes_of(place), place.setting, weights);
    made.ruled = scene.reading.ruled.iter().chain(&scene.reading.credit).any(|one| one.cue.overlaps(cue));
    let inside = |at: usize| scene.parse.words.get(at).is_some_and(|word| word.span().overlaps(cue));
    let likely = scene.likely(weights);
    if let Some((at, chance)) = likely.iter().filter(|(at, _)| inside(*at)).max_by(|a, b| a.1.total_cmp(&b.1)) {
        let guess = scene.guess(*at, *chance, weights);
        let score = scene.worth(&guess, &likely, weights);
        made.chance = 1.0 / (1.0 + (-score).exp());
        let cue = spot::NAMES.iter().copied().zip(scene.spot(*at).map(|key| weights.spot.weight(key)));
        let whole = accept::NAMES.iter().copied().zip(accept::features(&scene, &guess, &likely).map(|key| weights.accept.weight(key)));
        let mut reasons: Vec<(&'static str, f32)> = cue.chain(whole).collect();
        reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        reasons.truncate(MOST);
        made.reasons = reasons;
    }
    made
}

impl Explained {
    /// The reasons in words, with the texts under the spans.
    pub fn in_words(&self, text: impl Fn(Span) -> String) -> String {
        let told = |spans: &[Span]| spans.iter().map(|span| text(*span)).collect::<Vec<_>>().join(" … ");
        let one = &self.attribution;
        let mut reasons: Vec<String> = self.reasons.iter().map(|(name, weight)| format!("{name} {weight:+.2}")).collect();
        if self.ruled {
            reasons.push("a rule agrees".to_owned());
        }
        format!("[{}] <{}> {}\n    {:.2}: {}", told(&one.source), told(&one.cue), told(&one.content), self.chance, reasons.join("; "))
    }
}
