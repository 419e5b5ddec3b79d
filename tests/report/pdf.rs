//! The PDF form, read back by qpdf and poppler: sound, tagged, complete, in order, and nothing runs in it.

use super::hostile::EVIL;
use super::sample::{empty, filled, plain, sample};
use super::{rendered, text};
use corroborate::report::{ExportFormat, Report};
use corroborate::span::Span;
use scraper::{Html, Node};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

/// A PDF on the disk, for the programs that read it.
struct Printed {
    folder: TempDir,
}

impl Printed {
    fn new(report: &Report) -> Self {
        Self::of(&rendered(report, ExportFormat::Pdf).bytes)
    }

    fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("report.pdf"), bytes).unwrap();
        Self { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("report.pdf")
    }

    fn told_by(&self, program: &str, args: &[&str]) -> String {
        let (before, after): (Vec<&str>, Vec<&str>) = args.iter().partition(|arg| **arg != "-");
        let done = Command::new(program).args(before).arg(self.path()).args(after).output();
        let done = done.unwrap_or_else(|error| panic!("{program} is missing ({error}): scripts/setup-tests installs it"));
        assert!(done.status.success(), "{program}: {}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        // pdfinfo cuts characters beyond the basic plane in halves.
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    fn text(&self) -> String {
        self.told_by("pdftotext", &["-enc", "UTF-8", "-"])
    }

    /// The text in the order of its tags, in which it is read out.
    fn read_out(&self) -> String {
        let said = self.told_by("pdfinfo", &["-enc", "UTF-8", "-struct-text"]);
        said.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"')).collect()
    }

    /// What `pdfinfo` says under a name.
    fn info(&self, name: &str) -> String {
        let said = self.told_by("pdfinfo", &["-enc", "UTF-8"]);
        said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).unwrap_or_default().trim().to_owned()
    }

    /// The file is sound, and what it claims to keep: PDF/A-2a and PDF/UA-1.
    fn is_sound(&self) {
        self.told_by("qpdf", &["--check"]);
        assert_eq!(self.info("Tagged"), "yes");
        let meta = self.told_by("pdfinfo", &["-meta"]);
        for kept in ["pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"] {
            assert!(meta.contains(kept), "{kept} is not in {meta}");
        }
    }

    fn objects(&self) -> Value {
        serde_json::from_str(&self.told_by("qpdf", &["--json", "--json-key=qpdf", "--json-key=outlines"])).unwrap()
    }

    /// Every web address that a link leads to.
    fn addresses(&self) -> BTreeSet<String> {
        let objects = self.objects();
        let uris = objects["qpdf"][1].as_object().unwrap().values().filter_map(|object| uri_of(&object["value"]));
        uris.collect()
    }

    /// The farthest that any word reaches to the left and to the right, and how wide a page is.
    fn reach(&self) -> (f64, f64, f64) {
        let boxes = self.told_by("pdftotext", &["-bbox", "-"]);
        let all = |name: &str| -> Vec<f64> {
            let start = format!("{name}=\"");
            boxes.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
        };
        let width = all("page width")[0];
        (all("xMin").into_iter().fold(width, f64::min), all("xMax").into_iter().fold(0.0, f64::max), width)
    }
}

fn uri_of(annotation: &Value) -> Option<String> {
    let uri = annotation.get("/A")?.get("/URI")?.as_str()?;
    Some(uri.strip_prefix("u:").unwrap_or(uri).to_owned())
}

/// What a PDF shows, as text: without the places where a line may be broken, and without its ends.
pub fn readable(bytes: &[u8]) -> String {
    Printed::of(bytes).text().chars().filter(|c| !matches!(c, '\u{200B}' | '\u{2068}' | '\u{2069}' | '\u{202A}'..='\u{202E}')).collect()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_file_is_sound_tagged_named_and_kept_to_both_standards() {
    let printed = Printed::new(&sample());
    printed.is_sound();
    assert_eq!(printed.info("Title"), "Verification report: Shells for Russia");
    assert_eq!(printed.info("Author"), "Example Desk");
    assert_eq!(printed.info("Creator"), "Corroborate 0.1.0");
    assert_eq!(printed.info("JavaScript"), "no");
    assert!(printed.info("Page size").contains("A4"));
    assert!(printed.info("CreationDate").contains("Nov 24"), "{}", printed.info("CreationDate"));
    let objects = printed.objects();
    let all = objects["qpdf"][1].as_object().unwrap();
    assert!(all.values().any(|object| object["value"]["/Type"] == "/Catalog" && object["value"]["/Lang"] == "u:en"));
    assert!(printed.told_by("pdffonts", &[]).lines().skip(2).all(|line| line.contains(" yes yes yes ")), "a font is not embedded");
}

#[test]
fn everything_that_the_page_says_is_said_on_paper() {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let paper = letters(&Printed::new(&sample()).read_out());
    let page = Html::parse_document(text(&sample(), ExportFormat::Html).split_once("<header>").unwrap().1);
    let mut missing = Vec::new();
    for said in page.tree.nodes().filter_map(|node| if let Node::Text(text) = node.value() { Some(text.trim().to_owned()) } else { None }) {
        for part in said.split(['\n', '·', ':']).map(letters).filter(|part| !part.is_empty()) {
            if !paper.contains(&part) {
                missing.push(part);
            }
        }
    }
    assert!(missing.is_empty(), "missing on paper: {missing:?}\n{paper}");
}

#[test]
fn claims_stand_in_order_with_their_parts() {
    let printed = Printed::new(&sample()).read_out();
    let mut from = 0;
    for part in [
        "Verification report",
        "Shells for Russia",
        "How this was checked",
        "Summary",
        "Claims by verdict",
        "Bloomberg reports",
        "A wonderful friendship!",
        "North Korea shipped nearly",
        "Accurate with a flaw",
        "Ministry of National Defence",
        "It said “up to”.",
        "Why",
        "The ministry gave a range",
        "What was searched",
        "Evidence for it",
        "Briefing of 19 November",
        "between four and five million",
        "Evidence against it",
        "Satellite count",
        "It is Putin’s second visit, he comes every year",
        "Putin comes every year",
        "The friendship is wonderful",
        "Sells market data.",
        "ten million shells",
        "checked one claim",
    ] {
        from += printed[from..].find(part).unwrap_or_else(|| panic!("{part} is not behind what stands before it in {printed}"));
    }
}

#[test]
fn bookmarks_lead_to_sections_and_claims() {
    let objects = Printed::new(&sample()).objects();
    let titles = |list: &Value| list.as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let sections = titles(&objects["outlines"]);
    assert_eq!(sections, ["How this was checked", "Summary", "The article", "Claims", "Sources the article cites", "Corrections", "People"]);
    let claims = titles(&objects["outlines"][3]["kids"]);
    assert_eq!(claims.len(), 4);
    assert!(claims[0].contains("North Korea shipped nearly five million shells to Russia"), "{claims:?}");
}

#[test]
fn links_lead_to_the_web_and_between_the_article_and_its_claims() {
    let printed = Printed::new(&sample());
    let known: BTreeSet<String> = BTreeSet::from(
        [
            "https://news.example.com/shells?a=1&b=2",
            "https://facts.example.org/method",
            "https://facts.example.org/corrections",
            "https://ministry.example.kr/briefing",
            "https://agency.example.net/42",
            "https://orbit.example.org/count",
            "https://www.bloomberg.com/",
            "https://ministry.example.kr/",
            "https://www.wikidata.org/wiki/Q494384",
        ]
        .map(str::to_owned),
    );
    let found = printed.addresses();
    assert!(known.is_subset(&found), "missing: {:?}", known.difference(&found));
    assert!(found.iter().all(|address| address.starts_with("https://")), "{found:?}");
    let objects = printed.objects();
    let all = objects["qpdf"][1].as_object().unwrap();
    let inside = all.values().filter(|object| object["value"]["/Subtype"] == "/Link" && uri_of(&object["value"]).is_none()).count();
    // Three claims stand in the text: a way there and a way back each, and six lines of contents.
    assert!(inside >= 2 * 3 + 6, "{inside} links inside");
}

#[test]
fn every_script_is_read_back_as_it_was_written() {
    let mut report = empty();
    let lines = [
        "Übermäßig viel für Łódź, kā arī Việt Nam",
        "Проверка фактов в газете",
        "Έλεγχος γεγονότων",
        "هذا تقرير للتحقق من الحقائق",
        "זה דוח בדיקה",
        "中国国防部说北朝鲜运送了炮弹",
        "日本の防衛省は発表した",
        "한국 국방부는 포탄이 운송되었다고 말했다",
        "यह एक जाँच रिपोर्ट है",
        "นี่คือรายงานการตรวจสอบข้อเท็จจริง",
        "✓ → 🚀 👍🏽",
    ];
    report.version.text = lines.join("\n");
    report.article.title = "Проверка 사실".to_owned();
    let printed = Printed::new(&report);
    printed.is_sound();
    let read = squeezed(&readable(&rendered(&report, ExportFormat::Pdf).bytes));
    for line in &lines[..3] {
        assert!(read.contains(&squeezed(line)), "{line} is not in {read}");
    }
    for line in &lines[5..8] {
        assert!(read.contains(&squeezed(line)), "{line} is not in {read}");
    }
    for word in ["تقرير", "בדיקה", "🚀", "👍"] {
        assert!(read.contains(word), "{word} is not in {read}");
    }
    assert_eq!(printed.info("Title"), "Verification report: Проверка 사실");
    assert!(!read.contains('□'), "{read}");
}

#[test]
fn what_is_read_from_the_right_stands_at_the_right() {
    let mut report = empty();
    report.version.text = "هذا تقرير".to_owned();
    let printed = Printed::new(&report);
    let boxes = printed.told_by("pdftotext", &["-bbox", "-"]);
    let width: f64 = boxes.split("page width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    let arabic = |line: &&str| line.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
    for line in boxes.lines().filter(arabic) {
        let right: f64 = line.split("xMin=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        assert!(right > width / 2.0, "{line}");
    }
    assert!(boxes.lines().any(|line| arabic(&line)));
}

#[test]
fn hostile_texts_stay_texts_and_the_file_stays_sound() {
    let evil =
        "#read(\"/etc/passwd\") #import \"@preview/x:1.0.0\": * $x^2$ *no* _no_ <claim-1> @claim-1 // */ \\u{41} #[ ] = - + ```c```\n#set page(width: 1pt)";
    let printed = Printed::new(&filled(evil));
    printed.is_sound();
    let read = squeezed(&printed.text());
    assert!(read.contains(&squeezed("#read(\"/etc/passwd\") #import \"@preview/x:1.0.0\": * $x^2$ *no* _no_ <claim-1> @claim-1")), "{read}");
    assert!(!read.contains("root:"), "it read a file");
    let controls = "nul\u{0}bell\u{7}esc\u{1b}[31m del\u{7f} nel\u{85} \u{202E}gnp.exe \u{FFFE}\u{E000}\u{12000} 中\u{301}\u{200d} 👩‍👩‍👧‍👦 🇰🇵\u{2028}x";
    let printed = Printed::new(&filled(controls));
    printed.is_sound();
    assert!(printed.text().contains("no font in this form has them"), "{}", printed.text());
    let all = Printed::new(&filled(&EVIL.join("\n")));
    all.is_sound();
    assert!(all.addresses().iter().all(|address| address.starts_with("https://")), "{:?}", all.addresses());
    for odd in [" ", "\u{200B}", "\u{301}", "javascript:alert(1)", "data:text/html,x"] {
        let printed = Printed::new(&filled(odd));
        printed.is_sound();
        assert!(printed.addresses().iter().all(|address| address.starts_with("https://")), "{odd:?}");
    }
}

#[test]
fn long_titles_and_endless_words_stay_on_the_page() {
    let mut report = sample();
    report.article.title = "A title that does not end ".repeat(400);
    let printed = Printed::new(&report);
    printed.is_sound();
    assert!(squeezed(&printed.text()).matches("Atitlethatdoesnotend").count() >= 400);
    let endless = ["W".repeat(3_000), format!("https://example.org/{}", "a".repeat(1_500)), format!("{}!", "ж".repeat(700)), "😀".repeat(400)];
    let printed = Printed::new(&filled(&endless.join(" ")));
    printed.is_sound();
    let (left, right, width) = printed.reach();
    assert!(left > 40.0 && right < width - 40.0, "{left} to {right} of {width}");
}

#[test]
fn an_empty_article_says_what_is_missing() {
    let printed = Printed::new(&empty());
    printed.is_sound();
    let read = printed.text();
    for said in ["Article without a title", "No claims have been taken from this article.", "One-person desk"] {
        assert!(read.contains(said), "{said} is not in {read}");
    }
}

#[test]
fn numbers_that_are_there_twice_do_not_stop_it() {
    let mut report = sample();
    report.claims.iter_mut().for_each(|claim| claim.number = 1);
    report.sentences.clear();
    Printed::new(&report).is_sound();
}

#[test]
fn claims_of_every_number_are_there() {
    let mut report = empty();
    report.claims = (1..=60).map(|number| plain(number, &format!("Claim number {number} of many"), Vec::new())).collect();
    report.version.text = "Claim text here. ".repeat(60);
    let spans: BTreeMap<i32, Span> = (1..=60).zip((0..60).map(|n| Span::new(n * 17, n * 17 + 16))).collect();
    for claim in &mut report.claims {
        claim.spans = vec![spans[&claim.number]];
    }
    report.claims.push(plain(61, "Claim number 61 of many", Vec::new()));
    let printed = Printed::new(&report);
    printed.is_sound();
    let read = printed.text();
    for number in 1..=61 {
        assert!(read.contains(&format!("Claim number {number} of many")), "{number}");
    }
}

/// 200 claims, each of a sentence in one of four long paragraphs.
fn long() -> Report {
    let mut report = empty();
    report.version.text = (0..200).map(|n| format!("Sentence {:03} is here.{}", n + 1, if n % 50 == 49 { "\n\n" } else { " " })).collect();
    let mut at = 0;
    report.claims = (1..=200)
        .map(|number| {
            let span = Span::new(at, at + 21);
            at += if number % 50 == 0 { 23 } else { 22 };
            plain(number, &format!("Claim number {number} of many"), vec![span])
        })
        .collect();
    report
}

#[test]
fn a_long_report_is_set_in_parts_that_are_one_document() {
    let report = long();
    let printed = Printed::new(&report);
    printed.is_sound();

    // Bookmarks: one row, whatever part they come from, with all claims below.
    let objects = printed.objects();
    let outlines = objects["outlines"].as_array().unwrap();
    let titles: Vec<&str> = outlines.iter().map(|item| item["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Summary", "The article", "Claims · 1 to 80", "Claims · 81 to 160", "Claims · 161 to 200"]);
    let kids: usize = outlines.iter().map(|item| item["kids"].as_array().unwrap().len()).sum();
    assert_eq!(kids, 200);

    // Pages: numbered through, and the contents say where each section begins.
    let count: usize = printed.info("Pages").parse().unwrap();
    let pages: Vec<String> = printed.told_by("pdftotext", &["-layout", "-enc", "UTF-8", "-"]).split('\u{c}').map(str::to_owned).collect();
    for (number, page) in pages.iter().take(count).enumerate() {
        let foot = page.trim_end().lines().last().unwrap();
        assert!(foot.ends_with(&format!(" {}", number + 1)), "page {}: {foot}", number + 1);
    }
    let mut begins = Vec::new();
    for title in titles {
        let line =
            pages[0].lines().find(|line| line.trim_start().starts_with(title) && line.contains(". . .")).unwrap_or_else(|| panic!("{title}: {}", pages[0]));
        let page: usize = line.rsplit(' ').next().unwrap().trim_matches('.').parse().unwrap();
        assert!(pages[page - 1].contains(title), "{title} is not on page {page}");
        begins.push(page as u64);
    }
    assert_eq!(outlines.iter().map(|item| item["destpageposfrom1"].as_u64().unwrap()).collect::<Vec<_>>(), begins);

    // The order of reading goes through all parts.
    let read = printed.read_out();
    let places: Vec<usize> = (1..=200).map(|number| read.find(&format!("Claim number {number} of many")).unwrap()).collect();
    assert!(places.is_sorted());

    // Every number in the text leads to its claim, and every claim back, whichever parts they are of.
    let all = objects["qpdf"][1].as_object().unwrap();
    let leads: BTreeSet<&str> = all.values().filter_map(|object| object["value"]["/Dest"].as_str()?.strip_prefix("u:")).collect();
    let catalog = &all.values().find(|object| object["value"]["/Type"] == "/Catalog").unwrap()["value"];
    let places = catalog["/Names"]["/Dests"]["/Names"].as_array().unwrap();
    let named: BTreeSet<&str> = places.iter().step_by(2).map(|name| name.as_str().unwrap().trim_start_matches("u:")).collect();
    for number in 1..=200 {
        for label in [format!("claim-{number}"), format!("text-{number}")] {
            assert!(leads.contains(label.as_str()) && named.contains(label.as_str()), "{label}");
        }
    }
    assert!(leads.is_subset(&named), "{:?}", leads.difference(&named));
    assert!(printed.addresses().is_empty(), "{:?}", printed.addresses());
}

#[test]
fn a_long_report_is_the_same_bytes_again() {
    let report = long();
    assert_eq!(rendered(&report, ExportFormat::Pdf).bytes, rendered(&report, ExportFormat::Pdf).bytes);
}

#[test]
fn what_no_font_shows_is_counted_once_in_however_many_chapters_it_is_set() {
    let told = |mut report: Report| {
        report.article.title = "The \u{12000} border".to_owned();
        let read = Printed::new(&report).text();
        read.lines().find(|line| line.contains("shown as \u{25A1}")).unwrap_or_else(|| panic!("nothing is told: {read}")).to_owned()
    };
    assert_eq!(told(empty()), told(long()));
}
