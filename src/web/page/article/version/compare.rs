//! Two versions side by side: sentences that changed with their words compared, the others counted.

use crate::claim::carry::wording::{Piece, difference};
use crate::claim::carry::{Row, RowKind};
use crate::span::ScalarIndex;
use crate::wording::Words;

/// One line of a comparison.
pub(super) enum Line {
    /// Sentences that are the same, in words: how many.
    Same(String),
    /// Sentences that are not.
    Differs(Differs),
}

/// Sentences that belong together and are not the same, or not at the same place.
pub(super) struct Differs {
    /// What became of them, in words.
    pub label: String,
    /// The pieces of both wordings.
    pub pieces: Vec<Piece>,
    /// Whether the old version has them, and the new one.
    pub old: bool,
    pub new: bool,
    /// Whether words differ.
    pub words: bool,
}

/// The lines of a comparison, in the order of the new text.
pub(super) fn lines(rows: &[Row], old: &ScalarIndex<'_>, new: &ScalarIndex<'_>, w: &Words) -> Vec<Line> {
    let (mut lines, mut same) = (Vec::new(), 0_usize);
    for row in rows {
        if row.kind == RowKind::Same {
            same += 1;
            continue;
        }
        if same > 0 {
            lines.push(Line::Same(w.n("version-same", same)));
            same = 0;
        }
        let words = |text: &ScalarIndex<'_>, span: Option<crate::span::Span>| span.map(|span| text.slice_within(span).to_owned()).unwrap_or_default();
        let key = match row.kind {
            RowKind::Same | RowKind::Changed => "version-row-changed",
            RowKind::Moved => "version-row-moved",
            RowKind::MovedAndChanged => "version-row-moved-and-changed",
            RowKind::Out => "version-row-out",
            RowKind::In => "version-row-in",
        };
        lines.push(Line::Differs(Differs {
            label: w.t(key).into_owned(),
            pieces: difference(&words(old, row.old), &words(new, row.new)),
            old: row.old.is_some(),
            new: row.new.is_some(),
            words: row.kind != RowKind::Moved,
        }));
    }
    if same > 0 {
        lines.push(Line::Same(w.n("version-same", same)));
    }
    lines
}
