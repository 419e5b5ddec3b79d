//! Where English sentences end: in news, and in what people write in a hurry.

use super::read;
use corroborate::extraction::SentenceKind;

/// A text is read as these sentences, whether they stand in one line or in one each.
#[track_caller]
fn check(sentences: &[&str]) {
    for between in [" ", "\n"] {
        let text = sentences.join(between);
        assert_eq!(read(&text).sentences(), sentences);
    }
}

#[test]
fn abbreviations_initials_and_numbers_end_no_sentence() {
    check(&[
        "Sen. J. R. Doe (D-Ohio) met Gen. Roe at 9:30 a.m. on Jan. 3 in St. Paul.",
        "The U.S. Senate voted 51.5 percent to nothing on bill No. 12 that day.",
        "The S.E.C. has asked Acme Inc. for its accounts, i.e. those of 2019.",
        "He moved to the U.S. in 1999.",
    ]);
}

#[test]
fn a_name_of_several_words_is_never_cut() {
    for text in [
        "Ohio Democratic Party Chairman David Roe called the decision a mistake.",
        "The Dock Workers’ Union said that it was so.",
        "On Tuesday President Anna Roe met Prime Minister Tim Doe in New York City.",
        "A spokesman for the Federal Bureau of Investigation in Los Angeles declined to comment.",
    ] {
        assert_eq!(read(text).sentences(), [text]);
    }
}

#[test]
fn quotations_end_with_their_marks() {
    check(&["“It is over,” Anna Roe said.", "“We left at noon.”", "“Who knew?” Tim Doe asked.", "He called it “a farce.”", "Nobody answered."]);
}

#[test]
fn a_dateline_stands_alone() {
    let read = read("WASHINGTON (AP) — The Senate passed the bill on Friday.\nThe vote was close.");
    assert_eq!(read.sentences(), ["WASHINGTON (AP) —", "The Senate passed the bill on Friday.", "The vote was close."]);
}

#[test]
fn hurried_writers_are_understood() {
    let read = read("Best pizza in town!!! Will be back soon. i had the soup. it was cold :(");
    assert_eq!(read.sentences(), ["Best pizza in town!!!", "Will be back soon.", "i had the soup.", "it was cold :("]);
}

#[test]
fn a_short_line_of_several_sentences_is_no_heading() {
    let text = "The harbour was closed for nine days.\nNobody came. Nobody knew why\nThe harbour opened again in May.";
    assert!(read(text).found.sentences.iter().all(|sentence| sentence.kind != SentenceKind::Heading));
}
