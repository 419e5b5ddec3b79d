//! The result for reading: every sentence with its kind, the claims in it, and whom they are attributed to.

use crate::cli::failure::Outcome;
use crate::cli::terminal::{Output, shown};
use crate::extraction::{Claim, Extraction, Link};
use crate::span::ScalarIndex;
use crate::wording::Words;

/// Width of the column of kinds.
const KIND: usize = 10;

/// Writes the result.
pub(super) fn write(out: &mut Output, given: &str, found: &Extraction, words: &Words) -> Outcome {
    let text = ScalarIndex::new(given);
    let mut claims = (1..).zip(&found.claims).peekable();
    for (index, sentence) in found.sentences.iter().enumerate() {
        let kind: String = words.label(sentence.kind).chars().take(KIND).collect();
        let said = shown(text.slice_within(sentence.span));
        out.line(&format!("{kind:KIND$}  {said}"))?;
        while let Some((number, claim)) = claims.next_if(|(_, claim)| claim.sentence == index) {
            write_claim(out, number, claim, &said, &text, words)?;
        }
    }
    Ok(())
}

fn write_claim(out: &mut Output, number: usize, claim: &Claim, said: &str, text: &ScalarIndex<'_>, words: &Words) -> Outcome {
    let indent = " ".repeat(KIND + 2);
    let statement = shown(&claim.statement);
    let why: Vec<String> = claim.why.iter().map(|why| words.label(*why).into_owned()).collect();
    let statement = if statement == said { String::new() } else { format!("  {statement}") };
    out.line(&format!("{indent}{number}.{statement}"))?;
    for (place, link) in claim.chain.iter().enumerate() {
        out.line(&format!("{indent}   {}{}", if place == 0 { "" } else { "← " }, link_line(link, text, words)))?;
    }
    let worth = words.s("terminal-worth", "share", &words.percent(claim.check_worthiness));
    out.line(&format!("{indent}   {}", if why.is_empty() { worth } else { words.labelled(&worth, &words.list(&why)) }))
}

fn link_line(link: &Link, text: &ScalarIndex<'_>, words: &Words) -> String {
    let cue = link.cue.map(|cue| format!(", {}", words.s("report-quoted", "text", &shown(text.slice_within(cue))))).unwrap_or_default();
    let kind = words.label(link.kind).to_lowercase();
    let quotation = words.label(link.quotation).to_lowercase();
    format!("{} ({kind}; {}; {quotation}{cue})", shown(&link.source), words.label(link.role))
}
