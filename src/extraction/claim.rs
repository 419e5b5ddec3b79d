//! Claims of a sentence: what each asserts, in a wording that stands alone, and how much it deserves checking.

use super::attribution::Found;
use super::lexicon;
use super::model::{Claim, Link, Quotation, Role, SentenceKind, SourceKind, Why};
use super::speaker::Memory;
use super::structure::trim;
use super::text_of;
use super::token::Token;
use crate::span::Span;

/// The claims of one sentence: one an attribution, or the sentence itself where nobody is cited.
pub(super) fn claims(chars: &[char], span: Span, sentence: usize, tokens: &[Token], kind: SentenceKind, found: &[Found], _memory: &mut Memory) -> Vec<Claim> {
    if kind == SentenceKind::Heading && found.is_empty() {
        return Vec::new();
    }
    if found.is_empty() {
        if kind != SentenceKind::Claim {
            return Vec::new();
        }
        let why = reasons(tokens, span, &[]);
        return vec![Claim {
            span,
            more: Vec::new(),
            sentence,
            statement: statement(&text_of(chars, span)),
            check_worthiness: worthiness(&why, tokens, span),
            why,
            chain: Vec::new(),
        }];
    }
    found
        .iter()
        .filter_map(|found| {
            let mut pieces = found.content.iter().map(|piece| trim(chars, *piece)).filter(|piece| !piece.is_empty());
            let first = pieces.next()?;
            let chain = chain_of(found);
            let why = reasons(tokens, first, &chain);
            let more: Vec<Span> = pieces.collect();
            let words = std::iter::once(first).chain(more.iter().copied()).map(|piece| text_of(chars, piece)).collect::<Vec<_>>().join(" ");
            Some(Claim { span: first, more, sentence, statement: statement(&words), check_worthiness: worthiness(&why, tokens, first), why, chain })
        })
        .collect()
}

fn chain_of(found: &Found) -> Vec<Link> {
    let link =
        |role, (name, kind): &(String, SourceKind), mention, cue| Link { role, source: name.clone(), kind: *kind, mention, cue, quotation: found.quotation };
    match &found.via {
        None => vec![link(Role::Origin, &found.speaker, found.source, Some(found.cue))],
        Some(via) => {
            vec![link(Role::Reporter, &found.speaker, found.source, Some(found.cue)), link(Role::Origin, &via.speaker, Some(via.source), Some(via.cue))]
        }
    }
}

/// A wording that stands alone: the words, with a capital in front and a stop behind.
fn statement(words: &str) -> String {
    let mut text: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for lead in ["that ", "at ", "as ", "to the effect that "] {
        if let Some(rest) = text.strip_prefix(lead) {
            text = rest.to_owned();
            break;
        }
    }
    let trimmed = text.trim_end_matches([',', ';', ':', ' ']);
    let mut text = trimmed.to_owned();
    if let Some(first) = text.chars().next().filter(|c| c.is_lowercase()) {
        let rest: String = text.chars().skip(1).collect();
        text = first.to_uppercase().chain(rest.chars()).collect();
    }
    let last = text.chars().rev().find(|c| !matches!(c, '"' | '”' | '’' | '»' | ')'));
    if last.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | ',')) {
        // A comma before a closing quotation mark becomes the stop.
        if let Some(at) = text.rfind(",”").or_else(|| text.rfind(",\"")).filter(|at| text.len() - at <= 5) {
            text.replace_range(at..=at, ".");
        } else {
            text.push('.');
        }
    }
    text
}

fn reasons(tokens: &[Token], span: Span, chain: &[Link]) -> Vec<Why> {
    let inside: Vec<&Token> = tokens.iter().filter(|t| t.word && span.contains(t.span)).collect();
    let has = |list: &[&str]| inside.iter().any(|t| t.is_any(list));
    let mut why = Vec::new();
    if inside.iter().any(|t| t.is_number()) || has(lexicon::NUMBER_WORDS) {
        why.push(Why::Quantity);
    }
    if has(lexicon::COMPARISON) {
        why.push(Why::Comparison);
    }
    if has(lexicon::RECORD) {
        why.push(Why::Record);
    }
    if has(lexicon::ACCUSATION) {
        why.push(Why::Accusation);
    }
    if has(lexicon::CAUSAL) {
        why.push(Why::Causal);
    }
    if has(lexicon::RULE) {
        why.push(Why::Rule);
    }
    if let Some(last) = chain.last() {
        why.push(if last.kind == SourceKind::Unnamed { Why::UnnamedSource } else { Why::NamedSource });
        if last.quotation != Quotation::Indirect {
            why.push(Why::Quote);
        }
    }
    if why.is_empty() {
        why.push(Why::Event);
    }
    why
}

/// From 0 to 1: a base, a step for each reason, a little for length; to two places.
fn worthiness(why: &[Why], tokens: &[Token], span: Span) -> f64 {
    let step = |reason: &Why| match reason {
        Why::Quantity => 0.22,
        Why::Accusation => 0.16,
        Why::Record => 0.14,
        Why::Comparison | Why::Causal => 0.12,
        Why::Rule | Why::UnnamedSource => 0.10,
        Why::NamedSource => 0.08,
        Why::Event => 0.05,
        Why::Quote => 0.03,
    };
    let words = tokens.iter().filter(|t| t.word && span.contains(t.span)).count();
    let length = (words.min(30) as f64) / 30.0 * 0.15;
    let score: f64 = 0.25 + why.iter().map(step).sum::<f64>() + length;
    (score.clamp(0.0, 0.99) * 100.0).round() / 100.0
}
