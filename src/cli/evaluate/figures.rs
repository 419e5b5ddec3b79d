//! The figures that `evaluate` prints, with the names that the evaluation kit gives them, as text and as JSON.

use crate::claim::seen::tally::{RANKS, Tally};
use crate::extraction::score::{Count, Score};
use serde_json::{Map, Value, json};

/// Named figures, in the order in which they were told.
#[derive(Default)]
pub struct Figures(Vec<(&'static str, Vec<(String, Value)>)>);

impl Figures {
    /// Who says what.
    pub fn attributions(&mut self, score: &Score) {
        let [cue, source, content] = score.tokens;
        let counts = [
            ("content >=0.5", score.content),
            ("content exact", score.exact),
            ("linked", score.linked),
            ("all exact", score.all_exact),
            ("tokens cue", cue),
            ("tokens source", source),
            ("tokens content", content),
        ];
        self.0.extend(counts.map(|(name, count)| (name, shares(count))));
        let kinds = score.kinds.iter().map(|(kind, (found, all))| (kind.clone(), json!(*found as f64 / (*all).max(1) as f64)));
        self.0.push(("recall by kind", kinds.collect()));
        self.add("counts", [("articles", json!(score.articles)), ("gold", json!(score.content.gold)), ("predicted", json!(score.content.predicted))]);
    }

    /// Whom pronouns and short forms mean.
    pub fn speakers(&mut self, right: usize, all: usize) {
        self.add("speakers", [("accuracy", json!(right as f64 / all.max(1) as f64)), ("right", json!(right)), ("gold", json!(all))]);
    }

    /// Where sentences end.
    pub fn sentences(&mut self, count: Count, documents: usize) {
        let mut all = shares(count);
        all.extend([("documents", documents), ("gold", count.gold), ("predicted", count.predicted)].map(|(name, number)| (name.to_owned(), json!(number))));
        self.0.push(("sentences", all));
    }

    /// Which sentences deserve checking.
    pub fn worthiness(&mut self, mean: f64) {
        self.add("average precision", [("mean", json!(mean))]);
    }

    /// Which earlier claims say the same.
    pub fn matching(&mut self, tally: &Tally) {
        let mut all = vec![("MAP@5".to_owned(), json!(tally.mean_average_precision())), ("MRR".to_owned(), json!(tally.reciprocal_rank()))];
        all.extend(RANKS.iter().zip(tally.recall()).map(|(rank, share)| (format!("recall@{rank}"), json!(share))));
        self.0.push(("matching", all));
        let shown = [("precision", tally.precision_shown()), ("recall", tally.recall_shown()), ("answered", tally.answered())];
        self.add("shown", shown.map(|(name, share)| (name, json!(share))));
        self.add("counts", [("queries", json!(tally.queries()))]);
    }

    fn add<const N: usize>(&mut self, name: &'static str, figures: [(&str, Value); N]) {
        self.0.push((name, figures.map(|(name, value)| (name.to_owned(), value)).into()));
    }

    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A line of text for each.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let told = |(name, value): &(String, Value)| match value.as_f64().filter(|_| value.is_f64()) {
            Some(share) => format!("{name} {share:.4}"),
            None => format!("{name} {value}"),
        };
        self.0.iter().map(move |(name, figures)| format!("{name:17} {}", figures.iter().map(told).collect::<Vec<_>>().join("  ")))
    }

    /// An object of objects.
    pub fn json(&self) -> Value {
        let object = |figures: &[(String, Value)]| Value::Object(figures.iter().cloned().collect::<Map<_, _>>());
        Value::Object(self.0.iter().map(|(name, figures)| ((*name).to_owned(), object(figures))).collect())
    }
}

fn shares(count: Count) -> Vec<(String, Value)> {
    [("precision", count.precision()), ("recall", count.recall()), ("f1", count.f1())].map(|(name, share)| (name.to_owned(), json!(share))).into()
}
