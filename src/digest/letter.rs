//! A digest as a letter: plain text and simple HTML, in the words of whoever it goes to. Pure.
//!
//! It says who did what on which claim of which article, and leads there. What was said stays on the desk: e-mail passes
//! through many hands, and a remark may speak of what is confidential.

use crate::inbox::store::Shown;
use crate::inbox::words::sentence;
use crate::wording::{Arg, Words};
use std::fmt::Write;

/// A letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The name of whom it goes to.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What it is about.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

impl Letter {
    /// The letter to somebody about unread lines of their inbox: some are shown, of `count` in all.
    pub fn of(name: &str, email: &str, desk: &str, shown: &[Shown], count: usize, site: &str, w: &Words) -> Self {
        let desk = if desk.is_empty() { w.t("product").into_owned() } else { desk.to_owned() };
        let subject = w.with("digest-subject", &[("count", Arg::from(count)), ("desk", Arg::from(&desk))]);
        let hello = w.s("digest-hello", "name", name);
        let lead = w.n("digest-lead", count);
        let more = count.saturating_sub(shown.len());
        let more = (more > 0).then(|| w.n("digest-more", more));
        let (inbox, settings) = (format!("{site}/inbox"), format!("{site}/settings#digest"));
        let lines: Vec<(String, &str, String)> =
            shown.iter().map(|row| (sentence(&row.line, row.number, w), row.title.as_str(), format!("{site}/inbox/{}", row.line.id))).collect();

        let mut text = format!("{hello}\n\n{lead}\n");
        for (what, title, link) in &lines {
            let _ = write!(text, "\n* {}\n  {}\n  {link}\n", one_line(what), one_line(title));
        }
        if let Some(more) = &more {
            let _ = write!(text, "\n{more}\n");
        }
        let _ = write!(text, "\n{}\n{inbox}\n\n-- \n{}\n{settings}\n", w.t("digest-inbox"), w.t("digest-why"));

        let mut html = format!(
            "<!DOCTYPE html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>",
            w.language(),
            w.direction(),
            escaped(&subject)
        );
        let _ = write!(html, "<body style=\"font-family:sans-serif;line-height:1.5;max-width:40em\"><p>{}</p><p>{}</p><ul>", escaped(&hello), escaped(&lead));
        for (what, title, link) in &lines {
            let _ = write!(html, "<li style=\"margin-bottom:.75em\"><a href=\"{}\">{}</a><br><bdi>{}</bdi></li>", escaped(link), escaped(what), escaped(title));
        }
        html.push_str("</ul>");
        if let Some(more) = &more {
            let _ = write!(html, "<p>{}</p>", escaped(more));
        }
        let _ = write!(html, "<p><a href=\"{}\">{}</a></p><hr>", escaped(&inbox), escaped(&w.t("digest-inbox")));
        let _ =
            write!(html, "<p><small>{} <a href=\"{}\">{}</a></small></p></body></html>", escaped(&w.t("digest-why")), escaped(&settings), escaped(&settings));
        Self { name: name.to_owned(), email: email.to_owned(), subject: one_line(&subject), text, html }
    }
}

/// A text without line breaks, which would end a line of the letter.
fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A text as HTML shows it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
