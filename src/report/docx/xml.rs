//! Paragraphs, tables, links and comments in `WordprocessingML`, in which no text becomes anything else. Pure.
//!
//! A [`Doc`] collects the parts of a document; a [`Line`] is one paragraph while it is written. Order inside the
//! properties of runs and paragraphs is the one that the standard (ECMA-376, part 1, 17.3) asks for: Word refuses
//! files in which it is another. Every text goes through [`escaped`](crate::report::xml::escaped).

use crate::report::telling::{address, closing, first_strong};
use crate::report::xml::escaped;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Run properties: heavier.
pub const BOLD: &str = "<w:b/><w:bCs/>";
/// Run properties: beside the point.
pub const SOFT: &str = "<w:color w:val=\"5D584D\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>";
/// Run properties of a link.
const LINK: &str = "<w:rStyle w:val=\"Hyperlink\"/>";

/// The parts of a document that is being written.
#[derive(Default)]
pub struct Doc {
    /// What stands in the document.
    pub body: String,
    /// The comments.
    pub comments: String,
    /// Where links lead, each once, by number.
    pub links: BTreeMap<String, usize>,
    comment_count: usize,
    bookmark_count: usize,
}

/// A comment on a piece of text.
pub struct Remark<'t> {
    /// Who says it.
    pub by: &'t str,
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Its paragraphs; the first is heavier.
    pub lines: Vec<String>,
}

impl Doc {
    /// Writes a paragraph into the document.
    pub fn line(&mut self, style: &str, write: impl for<'d> FnOnce(Line<'d>) -> Line<'d>) {
        let line = self.made(style, write);
        self.body.push_str(&line);
    }

    /// A paragraph, for a cell of a table.
    pub fn made(&mut self, style: &str, write: impl for<'d> FnOnce(Line<'d>) -> Line<'d>) -> String {
        write(Line { doc: self, runs: String::new(), rtl: None, kept: false }).end(style)
    }

    /// Writes a table. Widths are in twentieths of a point; the first row is its head where `head` says so.
    pub fn table(&mut self, style: &str, widths: &[usize], head: bool, rtl: bool, rows: &[Vec<String>]) {
        let look = if head { "0420" } else { "0400" };
        let _ = write!(self.body, "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/>{}", if rtl { "<w:bidiVisual/>" } else { "" });
        let _ = write!(self.body, "<w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>", widths.iter().sum::<usize>());
        let _ = write!(self.body, "<w:tblLook w:val=\"{look}\" w:firstRow=\"{}\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\"", u8::from(head));
        self.body.push_str(" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
        for width in widths {
            let _ = write!(self.body, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.body.push_str("</w:tblGrid>");
        for (n, row) in rows.iter().enumerate() {
            let is_head = if head && n == 0 { "<w:tblHeader/>" } else { "" };
            let _ = write!(self.body, "<w:tr><w:trPr><w:cantSplit/>{is_head}</w:trPr>");
            for (cell, width) in row.iter().zip(widths) {
                let _ = write!(self.body, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>");
            }
            self.body.push_str("</w:tr>");
        }
        // Two tables that touch are one to Word.
        self.body.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>");
    }

    fn link_id(&mut self, address: String) -> usize {
        let next = self.links.len();
        *self.links.entry(address).or_insert(next)
    }
}

/// A paragraph that is being written.
pub struct Line<'d> {
    doc: &'d mut Doc,
    runs: String,
    /// Whether its first letter that has a direction is written from right to left.
    rtl: Option<bool>,
    kept: bool,
}

impl Line<'_> {
    /// Adds a text.
    pub fn text(self, text: &str) -> Self {
        self.looked(text, "")
    }

    /// Adds a text that looks in a way: run properties.
    pub fn looked(mut self, text: &str, look: &str) -> Self {
        let run = self.run(text, look);
        self.runs.push_str(&run);
        self
    }

    /// Adds several texts with a mark between them.
    pub fn row(self, texts: &[String], look: &str) -> Self {
        texts.iter().enumerate().fold(self, |line, (n, text)| {
            let line = if n > 0 { line.looked(" · ", look) } else { line };
            line.looked(text, look)
        })
    }

    /// Adds a text that leads to the web; where the address can't be followed, it is only a text.
    pub fn link(mut self, url: &str, text: &str) -> Self {
        let Some(address) = address(url) else { return self.text(text) };
        let run = self.run(text, LINK);
        let id = self.doc.link_id(address);
        let _ = write!(self.runs, "<w:hyperlink r:id=\"link{id}\" w:history=\"1\">{run}</w:hyperlink>");
        self
    }

    /// Adds a text that leads to a bookmark.
    pub fn jump(mut self, bookmark: &str, text: &str, style: &str) -> Self {
        let run = self.run(text, &format!("<w:rStyle w:val=\"{style}\"/>"));
        let _ = write!(self.runs, "<w:hyperlink w:anchor=\"{bookmark}\" w:history=\"1\">{run}</w:hyperlink>");
        self
    }

    /// Sets a bookmark here. Names are ours: letters, digits and underscores, at most 40.
    pub fn bookmark(mut self, name: &str) -> Self {
        let id = self.doc.bookmark_count;
        self.doc.bookmark_count += 1;
        let _ = write!(self.runs, "<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{id}\"/>");
        self
    }

    /// Begins a piece of text that a comment will be on; gives the comment's number.
    pub fn begin_remark(&mut self, remark: &Remark<'_>) -> usize {
        let id = self.doc.comment_count;
        self.doc.comment_count += 1;
        let _ = write!(self.runs, "<w:commentRangeStart w:id=\"{id}\"/>");
        let comment = comment(id, remark);
        self.doc.comments.push_str(&comment);
        id
    }

    /// Ends the piece of text that a comment is on.
    pub fn end_remark(mut self, id: usize) -> Self {
        let reference = format!("<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>");
        let _ = write!(self.runs, "<w:commentRangeEnd w:id=\"{id}\"/>{reference}");
        self
    }

    /// Keeps the paragraph on one page with the next.
    pub fn keep(mut self) -> Self {
        self.kept = true;
        self
    }

    fn run(&mut self, text: &str, look: &str) -> String {
        let strong = first_strong(text);
        self.rtl = self.rtl.or(strong);
        run(text, look, strong)
    }

    fn end(self, style: &str) -> String {
        let keep = if self.kept { "<w:keepNext/>" } else { "" };
        let bidi = if self.rtl == Some(true) { "<w:bidi/>" } else { "" };
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}{bidi}</w:pPr>{}</w:p>", self.runs)
    }
}

/// A paragraph that is a bar of a colour, as long as its column less some twentieths of a point.
pub fn bar(colour: &str, less: usize, rtl: bool) -> String {
    let bidi = if rtl { "<w:bidi/>" } else { "" };
    format!("<w:p><w:pPr><w:pStyle w:val=\"Bar\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{colour}\"/>{bidi}<w:ind w:right=\"{less}\"/></w:pPr></w:p>")
}

fn run(text: &str, look: &str, rtl: Option<bool>) -> String {
    let rtl = if rtl == Some(true) { "<w:rtl/>" } else { "" };
    let mut run = if look.is_empty() && rtl.is_empty() { "<w:r>".to_owned() } else { format!("<w:r><w:rPr>{look}{rtl}</w:rPr>") };
    let text = format!("{text}{}", closing(text));
    for (n, line) in text.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        if n > 0 {
            run.push_str("<w:br/>");
        }
        for (n, part) in line.split('\t').enumerate() {
            if n > 0 {
                run.push_str("<w:tab/>");
            }
            if !part.is_empty() {
                let _ = write!(run, "<w:t xml:space=\"preserve\">{}</w:t>", escaped(part));
            }
        }
    }
    run.push_str("</w:r>");
    run
}

fn comment(id: usize, remark: &Remark<'_>) -> String {
    let initials: String = remark.by.split_whitespace().filter_map(|word| word.chars().next()).take(3).collect();
    let (by, initials) = (escaped(remark.by.trim()), escaped(&initials));
    let mut comment = format!("<w:comment w:id=\"{id}\" w:author=\"{by}\" w:date=\"{}\" w:initials=\"{initials}\">", remark.at);
    for (n, line) in remark.lines.iter().enumerate() {
        let strong = first_strong(line);
        let bidi = if strong == Some(true) { "<w:bidi/>" } else { "" };
        let _ = write!(comment, "<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/>{bidi}</w:pPr>");
        if n == 0 {
            comment.push_str("<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>");
        }
        comment.push_str(&run(line, if n == 0 { BOLD } else { "" }, strong));
        comment.push_str("</w:p>");
    }
    comment.push_str("</w:comment>");
    comment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_only_a_text() {
        assert_eq!(escaped("a<b>&\"c\"\u{0}\u{FFFF}"), "a&lt;b&gt;&amp;&quot;c&quot;\u{FFFD}\u{FFFD}");
        assert_eq!(
            run("a\r\nb\tc", "", None),
            "<w:r><w:t xml:space=\"preserve\">a</w:t><w:br/><w:t xml:space=\"preserve\">b</w:t><w:tab/><w:t xml:space=\"preserve\">c</w:t></w:r>"
        );
    }

    #[test]
    fn what_is_written_from_right_to_left_says_so() {
        let mut doc = Doc::default();
        assert!(doc.made("Normal", |line| line.text("«مرحبا»")).contains("<w:bidi/>"));
        assert!(!doc.made("Normal", |line| line.text("1. hello مرحبا")).contains("<w:bidi/>"));
    }
}
