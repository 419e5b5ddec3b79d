//! Claims of a sentence: what each asserts, who stands behind it, and how much it deserves checking.

use super::assertion;
use super::attribution::{Found, Passage, Speaker, Via};
use super::lexicon;
use super::linear::Linear;
use super::model::{Claim, Link, Quotation, Role, SentenceKind, SourceKind, Why};
use super::people::People;
use super::statement;
use super::structure::trim;
use super::text_of;
use super::theme::{Theme, Themes};
use super::token::Token;
use super::worth;
use crate::span::Span;

/// The claims of one sentence: one an attribution, or what the sentence itself asserts where nobody is cited.
pub(super) fn claims(chars: &[char], passage: &Passage, sentence: usize, tokens: &[Token], kind: SentenceKind, people: &People) -> Vec<Claim> {
    if passage.found.is_empty() {
        if kind != SentenceKind::Claim {
            return Vec::new();
        }
        return assertion::parts(chars, tokens, passage.span).into_iter().map(|span| plain(chars, span, sentence, tokens, people)).collect();
    }
    if kind == SentenceKind::Question {
        return Vec::new();
    }
    let mut made: Vec<Claim> = passage
        .found
        .iter()
        .filter(|found| !passes_on(found, &passage.found) && !is_reported(found, &passage.found))
        .filter_map(|found| {
            let pieces: Vec<Span> = found.content.iter().map(|piece| trim(chars, *piece)).filter(|piece| !piece.is_empty()).collect();
            let (first, more) = pieces.split_first()?;
            let mut chain: Vec<Link> = passage.found.iter().filter(|other| encloses(other, found)).flat_map(|other| links(other, Role::Reporter)).collect();
            chain.extend(links(found, Role::Origin));
            chain.dedup_by(|later, link| later.source == link.source);
            let words = pieces.iter().enumerate().map(|(n, piece)| words_of(chars, *piece, pieces.get(n + 1))).collect::<Vec<_>>().join(" ");
            let statement = statement::of_content(&words, found, found.source.map(|span| text_of(chars, span)).as_deref());
            let why = reasons(tokens, &pieces, &chain);
            let worthiness = worthiness(&why, tokens, &pieces);
            (!statement.is_empty()).then(|| Claim { span: *first, more: more.to_vec(), sentence, statement, check_worthiness: worthiness, why, chain })
        })
        .collect();
    made.sort_by_key(|claim| claim.span);
    made
}

/// A claim that nobody is cited for.
fn plain(chars: &[char], span: Span, sentence: usize, tokens: &[Token], people: &People) -> Claim {
    let why = reasons(tokens, &[span], &[]);
    let check_worthiness = worthiness(&why, tokens, &[span]);
    let statement = statement::of_sentence(&text_of(chars, span), |gender| people.only_one(span.start, gender).map(|named| named.name.clone()));
    Claim { span, more: Vec::new(), sentence, statement, check_worthiness, why, chain: Vec::new() }
}

/// Whether `outer` says that the source of `inner` says it: “Bloomberg reported that the ministry said …”.
fn encloses(outer: &Found, inner: &Found) -> bool {
    let Some(cue) = inner.cue else { return false };
    // A denial is not passed on, and what somebody means to do is no saying.
    let plain = !matches!(outer.verb, Some("deny" | "refute" | "reject" | "dismiss" | "rebut" | "dispute" | "want" | "plan" | "hope"));
    plain && outer.speaker != inner.speaker && outer.content.iter().any(|piece| piece.contains(cue) && inner.source.is_none_or(|source| piece.contains(source)))
}

/// Whether the attribution is part of what another source denies, or of what it says somebody means to do.
fn is_reported(inner: &Found, all: &[Found]) -> bool {
    let inside = |outer: &Found| inner.cue.is_some_and(|cue| outer.content.iter().any(|piece| piece.contains(cue)));
    let intends = matches!(
        inner.verb,
        Some("threaten" | "promise" | "vow" | "pledge" | "agree" | "plan" | "want" | "hope" | "expect" | "offer" | "propose" | "decide" | "refuse" | "decline")
    );
    all.iter().any(|outer| inside(outer) && (intends || outer.speaker != inner.speaker && !encloses(outer, inner)))
}

/// Whether all that `outer` says is what another source in its words says.
fn passes_on(outer: &Found, all: &[Found]) -> bool {
    let whole = |inner: &Found| {
        let covered: usize = inner.content.iter().map(|piece| piece.len()).sum::<usize>() + inner.cue.map_or(0, Span::len) + inner.source.map_or(0, Span::len);
        encloses(outer, inner) && covered * 10 >= outer.content.iter().map(|piece| piece.len()).sum::<usize>() * 8
    };
    all.iter().any(whole)
}

/// The links of an attribution, the one nearest to the reader first; its own source has the role `own` at least.
fn links(found: &Found, own: Role) -> Vec<Link> {
    let link = |role, speaker: &Speaker, mention, cue| Link { role, source: speaker.0.clone(), kind: speaker.1, mention, cue, quotation: found.quotation };
    let via = |role, via: &Via| link(role, &via.speaker, Some(via.source), Some(via.cue));
    let itself = if found.origin.is_some() { Role::Reporter } else { own };
    let teller = found.teller.as_ref().map(|teller| via(Role::Reporter, teller));
    let origin = found.origin.as_ref().map(|origin| via(own, origin));
    teller.into_iter().chain([link(itself, &found.speaker, found.source, found.cue)]).chain(origin).collect()
}

/// The words of a piece, with the comma that parts it from the next: unless the next goes on with its verb.
fn words_of(chars: &[char], piece: Span, next: Option<&Span>) -> String {
    let first = next.map(|next| text_of(chars, Span::new(next.start, next.end.min(next.start + 12))));
    let verb = first.is_some_and(|words| words.split(' ').next().is_some_and(|word| lexicon::FINITE.contains(&word)));
    let comma = if chars.get(piece.end) == Some(&',') && next.is_some() && !verb { "," } else { "" };
    text_of(chars, piece) + comma
}

fn reasons(tokens: &[Token], pieces: &[Span], chain: &[Link]) -> Vec<Why> {
    let inside: Vec<&Token> = tokens.iter().filter(|t| t.word && pieces.iter().any(|piece| piece.contains(t.span))).collect();
    let themes = Themes::of_all(&inside);
    let has = |theme| themes.has(theme);
    // “the two nations” counts nothing.
    let counts = inside.iter().enumerate().any(|(n, t)| {
        t.is_number()
            || themes.has(Theme::Number)
                && Themes::of(t).has(Theme::Number)
                && !inside.get(n.wrapping_sub(1)).is_some_and(|before| before.is_any(&["the", "these", "those", "both"]))
    });
    let found = [
        (counts || inside.iter().any(|t| t.is_any(&["second", "third"])), Why::Quantity),
        (has(Theme::Comparison), Why::Comparison),
        (has(Theme::Record), Why::Record),
        (has(Theme::Accusation), Why::Accusation),
        (has(Theme::Causal), Why::Causal),
        (has(Theme::Rule), Why::Rule),
    ];
    let mut why: Vec<Why> = found.into_iter().filter(|(holds, _)| *holds).map(|(_, why)| why).collect();
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

/// How much a claim deserves checking, to two places.
fn worthiness(why: &[Why], tokens: &[Token], pieces: &[Span]) -> f64 {
    (weigh(why, tokens, pieces, worth::model()) * 100.0).round() / 100.0
}

/// From 0 to 1: a third by rules (a base, a step for each reason, a little for length), the rest by what
/// fact-checkers chose.
fn weigh(why: &[Why], tokens: &[Token], pieces: &[Span], model: Option<Linear<'_>>) -> f64 {
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
    let inside: Vec<&Token> = tokens.iter().filter(|t| pieces.iter().any(|piece| piece.contains(t.span))).collect();
    let words = inside.iter().filter(|t| t.word).count();
    let length = (words.min(30) as f64) / 30.0 * 0.15;
    let ruled = 0.25 + why.iter().map(step).sum::<f64>() + length;
    let learned = model.map_or(ruled, |model| worth::chance(&inside, model));
    (ruled * 0.35 + learned * 0.65).clamp(0.0, 0.99)
}

/// How much a sentence that cites nobody deserves checking, by a model.
pub(super) fn rate(sentence: &str, model: Option<Linear<'_>>) -> f64 {
    let chars: Vec<char> = sentence.chars().collect();
    let whole = Span::new(0, chars.len());
    let tokens = super::token::tokens(&chars, whole);
    weigh(&reasons(&tokens, &[whole], &[]), &tokens, &[whole], model)
}
