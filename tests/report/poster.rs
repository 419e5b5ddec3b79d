//! The picture of a public page: always of one size, whatever a title holds.

use super::sample::{empty, filled, sample, words};
use corroborate::report::{Report, draw_poster};

#[track_caller]
fn drawn(report: &Report) -> Vec<u8> {
    let picture = draw_poster(report, &words()).unwrap();
    assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"));
    let side = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (1_200, 630));
    picture
}

#[test]
fn it_is_1200_by_630_and_the_same_each_time() {
    assert_eq!(drawn(&sample()), drawn(&sample()));
    assert_ne!(drawn(&sample()), drawn(&empty()));
}

#[test]
fn no_title_makes_it_fail_or_grow() {
    let long = "A very long title ".repeat(600);
    for title in [
        "",
        "#read(\"/etc/passwd\") $x$ *no* @ref <label>",
        &long,
        &"x".repeat(10_000),
        "Граница и её стражи",
        "حدود البلاد",
        "הגבול",
        "国境の警備についての報告",
        "국경",
        "🚀🇳🇱👩‍👩‍👧",
        "\u{202E}desrever\u{0}\u{1b}[31m",
        "]] #panic() \\ ` ```",
    ] {
        drawn(&filled(title));
    }
}
