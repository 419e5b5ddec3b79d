//! Whatever the bytes are, they give a tidy text or a reason.

use corroborate::intake::read::{Hint, Limits, read};
use proptest::prelude::*;

/// Whether a text is in the plain form that every reading gives.
fn is_tidy(text: &str) -> bool {
    let lines_end = text.lines().all(|line| line.trim_end() == line);
    let controls = text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    lines_end && controls && !text.contains("\n\n\n") && !text.trim().is_empty()
}

fn check(bytes: &[u8], hint: Hint<'_>) {
    if let Ok(draft) = read(bytes, hint, &Limits::default()) {
        assert!(is_tidy(&draft.text), "{:?}", draft.text);
        for line in [&draft.title, &draft.byline, &draft.publisher, &draft.source_url].into_iter().flatten() {
            assert!(is_tidy(line), "{line:?}");
        }
    }
}

fn name() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("[a-z]{1,3}\\.(md|html|htm|txt|TXT|doc)")
}

fn media_type() -> impl Strategy<Value = Option<String>> {
    proptest::option::of("(text/plain|text/html|text/markdown|application/pdf|x)(; charset=(utf-8|utf-16|windows-1251|iso-2022-jp|shift_jis|nonsense|\"))?")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400), name in name(), media_type in media_type()) {
        check(&bytes, Hint { file_name: name.as_deref(), media_type: media_type.as_deref() });
    }

    #[test]
    fn any_text(text in "\\PC{0,200}", name in name(), media_type in media_type()) {
        check(text.as_bytes(), Hint { file_name: name.as_deref(), media_type: media_type.as_deref() });
    }

    #[test]
    fn any_markup(page in "(<|>|</|/>|!--|-->|&|#|x|;|=|'|\"|[a-d]|script|title|meta name=author content=|h1|article|table|td|svg|p|nav|hidden| |é|\n|\\[|\\]\\(|\\*|`|---\n|title: ){0,80}", name in name()) {
        check(page.as_bytes(), Hint { file_name: name.as_deref(), media_type: None });
    }
}
