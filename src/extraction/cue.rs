//! Words that report: which verb a token is a form of, and which form.

use super::lexicon::{CUES, WEAK_CUES};
use super::quick::QuickMap;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Third,
    Past,
    Participle,
    Ing,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub verb: &'static str,
    pub form: Form,
    pub weak: bool,
}

static FORMS: LazyLock<QuickMap<&'static str, Cue>> = LazyLock::new(|| {
    let mut forms = QuickMap::default();
    for [base, third, past, participle, ing] in CUES {
        let weak = WEAK_CUES.contains(base);
        for (word, form) in [(base, Form::Base), (ing, Form::Ing), (participle, Form::Participle), (past, Form::Past), (third, Form::Third)] {
            forms.insert(*word, Cue { verb: base, form, weak });
        }
    }
    forms
});

/// The reporting verb that a lower-case word is a form of.
pub(super) fn cue(low: &str) -> Option<Cue> {
    FORMS.get(low).copied()
}
