//! What the bytes are: text in three forms, or something else that is named.

use super::{read_as, text, text_of};
use corroborate::intake::read::{Hint, Limits, ReadError, read};

/// What comes of bytes of which nothing else is known.
#[track_caller]
fn refused(bytes: &[u8], kind: &'static str) {
    for name in ["upload", "a.txt", "a.md", "a.html"] {
        assert_eq!(read_as(bytes, name), Err(ReadError::NotText { kind }), "{name}");
    }
}

#[test]
fn files_of_other_kinds_are_named() {
    let zip = |entry: &str| [b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0".as_slice(), &[0; 16], entry.as_bytes(), &[0, 1, 2, 0xFF]].concat();
    refused(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "pdf");
    refused(&zip("[Content_Types].xml word/document.xml"), "word");
    refused(&zip("xl/workbook.xml"), "spreadsheet");
    refused(&zip("ppt/presentation.xml"), "slides");
    refused(&zip("photo.jpg"), "archive");
    refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "word");
    refused(b"{\\rtf1\\ansi Text}", "word");
    refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image");
    refused(b"\xFF\xD8\xFF\xE0\0\x10JFIF", "image");
    refused(b"GIF89a\x01\0\x01\0", "image");
    refused(b"ID3\x04\0\0\0", "media");
    refused(b"\x1F\x8B\x08\0\0\0\0\0", "archive");
    refused(&(0..=255).cycle().take(2_000).collect::<Vec<u8>>(), "unknown");
}

#[test]
fn the_message_says_what_it_is_and_what_can_be_read() {
    let error = read_as(b"%PDF-1.4", "paper.txt").unwrap_err();
    assert_eq!(error.to_string(), "it is pdf; text, Markdown and HTML can be read");
    assert_eq!(error.code(), "not_text");
}

#[test]
fn nothing_is_empty() {
    for bytes in [
        b"".as_slice(),
        b" \r\n\t ",
        b"\xEF\xBB\xBF",
        b"\xFF\xFE",
        "\u{A0}\u{2003}\u{2028}".as_bytes(),
        b"<!doctype html><title>T</title><script>x()</script>",
        b"<!-- x -->",
    ] {
        assert_eq!(read(bytes, Hint { file_name: Some("a.html"), media_type: None }, &Limits::default()), Err(ReadError::Empty), "{bytes:?}");
    }
    assert_eq!(read_as(b"", "a.txt"), Err(ReadError::Empty));
    assert_eq!(read_as(b"---\ntitle: T\n---\n", "a.md"), Err(ReadError::Empty));
    assert_eq!(read_as(b"![](x.png)", "a.md"), Err(ReadError::Empty));
}

#[test]
fn a_text_about_markup_stays_as_it_is_written() {
    let words = "Write <script>alert(1)</script> & <b>bold</b>, *stars* and [links](http://x.example).";
    assert_eq!(text_of(words.as_bytes(), "a.txt"), words);
    assert_eq!(text(words.as_bytes()), words);
}

#[test]
fn html_gives_its_words_and_nothing_that_runs() {
    let page = "<!doctype html><html lang=en><head><title>Port Shut | The Paper</title><meta property='og:title' content='Port Shut'>\
        <style>p{color:red}</style><script>document.write('<p>INJECTED')</script></head><body onload='evil()'><nav>Home</nav><article><h1>Port Shut</h1>\
        <p>The union said <a href='javascript:evil()' onclick=evil()>“no”</a>&nbsp;&amp; left.<img src=x onerror=evil()></p><noscript>Turn on scripts</noscript>\
        <svg><script>evil()</script><text>drawn</text></svg><template><p>kept back</template><iframe srcdoc='<p>framed'></iframe>\
        <p>It was <!-- not --> quiet.<br>Very.</p><textarea>typed</textarea></article><footer>© Paper</footer></body></html>";
    let draft = read_as(page.as_bytes(), "page.html").unwrap();
    assert_eq!(draft.text, "Port Shut\nThe union said “no”\u{A0}& left.\nIt was quiet.\nVery.");
    assert_eq!((draft.title.as_deref(), draft.language.as_deref()), (Some("Port Shut"), Some("en")));
}

#[test]
fn character_references_become_characters_and_no_markup() {
    let page = "<p>1 &lt; 2 &amp;&amp; 3 &gt; 2; &#8220;so&#x201D; &copy; &notit; &#0; &#xD800; &#x110000; &lt;script&gt;x&lt;/script&gt;</p>";
    let text = text_of(page.as_bytes(), "a.html");
    assert!(text.starts_with("1 < 2 && 3 > 2; “so” © "), "{text}");
    assert!(text.ends_with("<script>x</script>") && !text.contains('\0'), "{text}");
}

#[test]
fn markdown_gives_its_words() {
    let given = "---\ntitle: Port Shut\nauthor: Anna Roe\ndate: 2026-11-20\n---\n# Port Shut\n\nThe *union* said [no](http://x.example \"t\").\nIt **left**.\n\n- one\n- two\n\n> quoted\n\n<script>evil()</script>\n\n![picture](x.png)\n";
    let draft = read_as(given.as_bytes(), "a.md").unwrap();
    assert_eq!(draft.text, "Port Shut\n\nThe union said no. It left.\n\none\ntwo\n\nquoted");
    assert_eq!((draft.title.as_deref(), draft.byline.as_deref()), (Some("Port Shut"), Some("Anna Roe")));
    assert_eq!(draft.published_on.unwrap().to_string(), "2026-11-20");
}
