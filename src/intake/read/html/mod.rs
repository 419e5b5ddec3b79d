//! HTML: the words of a page, or of its article where the page says which part that is.
//!
//! Blocks stand on lines of their own, in the order of the page. Scripts, styles, fields of forms and what is
//! hidden never give text. Time and memory grow with the length of the page alone. Start at [`read`].

mod about;
mod entity;
mod page;
mod part;
mod token;

use super::{Draft, ReadNote};
use page::{Page, Piece, Role};

/// Reads a page or a fragment of one.
pub(super) fn read(text: &str) -> Draft {
    let page = Page::of(text);
    let mut draft = Draft::default();
    about::describe(&page, &mut draft);
    let everything = || words(&page, &page.pieces, false);
    draft.text = match part::article(&page) {
        Some(part) => words(&page, page.inside(part), page.whole),
        None => words(&page, &page.pieces, page.whole),
    };
    if draft.text.trim().is_empty() {
        draft.text = everything();
    } else if page.whole && letters(&draft.text) < letters(&everything()) {
        draft.notes.push(ReadNote::PageParts);
    }
    draft
}

/// The words of a fragment.
pub(super) fn fragment(text: &str) -> String {
    let page = Page::of(text);
    words(&page, &page.pieces, false)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn words(page: &Page<'_>, pieces: &[Piece<'_>], whole: bool) -> String {
    let mut out = String::new();
    let (mut silent, mut verbatim) = (0_usize, 0_usize);
    let role_of = |number: usize| match page.element(number).map(|e| e.role) {
        Some(Role::Chrome) => {
            if whole {
                Role::Silent
            } else {
                Role::Block
            }
        }
        role => role.unwrap_or(Role::Inline),
    };
    for piece in pieces {
        match piece {
            Piece::Text(text) if silent == 0 => push_text(&mut out, text, verbatim > 0),
            Piece::Text(_) => {}
            Piece::Break => end_line(&mut out),
            Piece::Open(number) | Piece::Close(number) => {
                let opens = matches!(piece, Piece::Open(_));
                let count = |n: usize| if opens { n + 1 } else { n.saturating_sub(1) };
                match role_of(*number) {
                    Role::Silent => silent = count(silent),
                    Role::Block => end_line(&mut out),
                    Role::Verbatim => {
                        verbatim = count(verbatim);
                        end_line(&mut out);
                    }
                    Role::Cell if opens => next_cell(&mut out),
                    Role::Cell | Role::Inline | Role::Link | Role::Chrome => {}
                }
            }
        }
    }
    out
}

fn end_line(out: &mut String) {
    out.truncate(out.trim_end_matches([' ', '\t']).len());
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

fn next_cell(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\t');
    }
}

/// Adds text with its white space folded as a browser would, or as it stands.
fn push_text(out: &mut String, text: &str, verbatim: bool) {
    if verbatim {
        out.push_str(text);
        return;
    }
    for c in text.chars() {
        if !matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{C}') {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with([' ', '\n', '\t']) {
            out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn text(page: &str) -> String {
        read(page).text.trim().to_owned()
    }

    #[test]
    fn a_fragment_is_converted_as_it_is() {
        assert_eq!(
            text("<h2>Head</h2><p>One <b>two</b>,<br>three<ul><li>a<li>b</ul><nav>kept</nav>&ldquo;tail&rdquo;"),
            "Head\nOne two,\nthree\na\nb\nkept\n“tail”"
        );
    }

    #[test]
    fn nothing_hidden_leaks() {
        let page = "<p>a<script>x</script><style>x</style><template><p>x</template><noscript>x</noscript><!-- x --><svg><title>x</title><text>x</text></svg>\
            <span hidden>x<span>x</span>x</span><div style='Display: none'>x</div><select><option>x</select><textarea>x</textarea><iframe>x</iframe>b";
        assert_eq!(text(page), "a\nb");
    }

    #[test]
    fn the_article_of_a_page_is_taken_and_the_page_around_it_is_not() {
        let long = "Words of the article. ".repeat(40);
        let page = format!(
            "<!doctype html><html lang=en-GB><head><title>Head | Site</title><body><header>Menu</header><nav><a href=/>Home</a></nav>\
             <article><h1>Head</h1><p>{long}</p><blockquote>Said<footer>Ana Roe</footer></blockquote><aside>Box</aside></article>\
             <aside><article><a href=x>Teaser one</a></article><article>Teaser two</article></aside><footer>© Site</footer>"
        );
        let draft = read(&page);
        assert_eq!(draft.text.trim(), format!("Head\n{}\nSaid\nAna Roe\nBox", long.trim()));
        assert_eq!((draft.title.as_deref(), draft.language.as_deref()), (Some("Head"), Some("en")));
        assert_eq!(draft.notes, [ReadNote::PageParts]);
    }

    #[test]
    fn a_front_page_of_many_articles_is_read_whole() {
        let page = format!("<html><body>{}", "<article><h2>Item</h2><p>Some words of it.</p></article>".repeat(5));
        assert_eq!(text(&page).lines().count(), 10);
    }

    #[test]
    fn a_page_that_is_all_navigation_still_gives_its_words() {
        assert_eq!(text("<html><body><nav>All there is"), "All there is");
    }

    #[test]
    fn a_page_inside_a_form_or_table_is_read() {
        assert_eq!(
            text("<html><form id=f><table><tr><td>One</div><td>two</tr><tr><td>Three</table><input value=x><button>Go</button></form>"),
            "One\ttwo\nThree"
        );
    }

    #[test]
    fn a_page_is_believed_about_itself() {
        let page = r#"<html><head><meta property="og:title" content="A &amp; B"><meta name=Author content="https://x.example/me">
            <link rel=canonical href="/relative"><meta property=og:url content="https://news.example/a">
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"author":[{"name":"Ana Roe"},{"name":"Bo Li"}],
            "publisher":{"name":"The Paper"},"datePublished":"2026-11-20T09:00:00Z"}]}</script><body><p>x"#;
        let draft = read(page);
        assert_eq!(draft.title.as_deref(), Some("A & B"));
        assert_eq!(draft.byline.as_deref(), Some("Ana Roe, Bo Li"));
        assert_eq!(draft.publisher.as_deref(), Some("The Paper"));
        assert_eq!(draft.source_url.as_deref(), Some("https://news.example/a"));
        assert_eq!(draft.published_on, NaiveDate::from_ymd_opt(2026, 11, 20));
    }

    #[test]
    fn what_stands_in_pre_keeps_its_lines() {
        assert_eq!(text("<p>a\n  b</p><pre>c\n  d</pre>e"), "a b\nc\n  d\ne");
    }

    #[test]
    fn hostile_nesting_is_read_in_no_time() {
        for page in [
            "<div>".repeat(50_000),
            "<p><font>x".repeat(30_000),
            "<li>".repeat(50_000),
            "<svg>".repeat(30_000),
            "<a b ".repeat(50_000),
            "<!--x--!".repeat(30_000),
            "<table><tr><td>".repeat(30_000),
        ] {
            let start = std::time::Instant::now();
            read(&format!("<html>{page}end"));
            assert!(start.elapsed().as_secs() < 60, "{}", page.get(..20).unwrap());
        }
    }
}
