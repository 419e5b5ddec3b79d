//! The wordings of claims: each stands on its own and says what is said, not that it is said.

use super::read;
use chrono::NaiveDate;
use corroborate::extraction::{Options, extract};

/// The statements of the claims in a text of sentences.
#[track_caller]
fn check(text: &str, statements: &[&str]) {
    assert_eq!(read(text).statements(), statements, "{text}");
}

#[test]
fn what_is_said_that_way_is_left_as_it_is() {
    check("Mr Doe said that the bridge was closed in 2019.", &["The bridge was closed in 2019."]);
    check("The bridge, Mr Doe said, was closed in 2019.", &["The bridge was closed in 2019."]);
    check("“The bridge is closed,” Mr Doe said.", &["“The bridge is closed.”"]);
}

#[test]
fn a_name_stands_where_the_speaker_speaks_of_themselves() {
    check("Anna Roe said she would resign.", &["Anna Roe would resign."]);
    check("The ministry said its budget had doubled.", &["The ministry’s budget had doubled."]);
    check("The company vowed to cut 200 jobs.", &["The company will cut 200 jobs."]);
    check("Anna Roe wants to abolish the tax.", &["Anna Roe wants to abolish the tax."]);
}

#[test]
fn what_is_denied_is_said_not_to_be_so() {
    check("The ministry denied that the files were lost.", &["It is not true that the files were lost."]);
    check("The ministry denied having lost the files.", &["It is not true that the ministry has lost the files."]);
    check("The minister rejected the allegations as “nonsense.”", &["The allegations are not true."]);
    check("Oslo denied any arms trade between them.", &["There is no arms trade between them."]);
    check("Oslo denied any role in the attack.", &["Oslo has no role in the attack."]);
    check("The union rejected the offer of 4 percent.", &["The union rejected the offer of 4 percent."]);
}

#[test]
fn things_named_become_sentences() {
    check("Officials hinted at the imminent closure of the mine.", &["The closure of the mine is imminent."]);
    check("The Kremlin confirmed Mr Doe’s visit to Oslo on Friday.", &["Mr Doe’s visit to Oslo takes place on Friday."]);
    check("Experts stressed the risk of a second flood.", &["There is a risk of a second flood."]);
    check("The aid group reported shortages of clean water.", &["There are shortages of clean water."]);
}

#[test]
fn labels_advice_and_blame_become_sentences() {
    check("The mayor described the plan as “a gift to speculators.”", &["The plan is “a gift to speculators.”"]);
    check("The agency urged residents to boil their water.", &["Residents should boil their water."]);
    check("The opposition accused the minister of fraud.", &["The minister is guilty of fraud."]);
    check("The report blamed the pilots for the crash.", &["The pilots are to blame for the crash."]);
}

#[test]
fn a_word_that_ties_a_sentence_to_the_one_before_goes() {
    check("However, exports fell by 3 percent in May.", &["Exports fell by 3 percent in May."]);
    check("In addition, the road was closed for two weeks.", &["The road was closed for two weeks."]);
}

#[test]
fn quotations_that_are_cut_are_closed_again() {
    check("“We saw it. Nobody helped,” Anna Roe said.", &["“We saw it.”", "“Nobody helped.”"]);
}

#[test]
fn two_main_clauses_are_two_claims() {
    check(
        "Exports rose by 3 percent, and the imports of coal fell by 2 percent in May.",
        &["Exports rose by 3 percent.", "The imports of coal fell by 2 percent in May."],
    );
    check("The bridge was closed in 2019; the tunnel was opened a year later.", &["The bridge was closed in 2019.", "The tunnel was opened a year later."]);
}

#[test]
fn what_hangs_together_stays_one_claim() {
    for text in [
        "The firm sold 12 ships, and kept the docks.",
        "If exports rise by 3 percent, and imports fall by 2, the bank has gained.",
        "The fleet of ships, barges and tugs was sold in 2019.",
        "The mine that the firm bought in 2010, and the dock that it built, were closed.",
        "The road was closed in May, and it was opened in June.",
    ] {
        check(text, &[text]);
    }
}

#[test]
fn he_and_she_are_named_where_only_one_can_be_meant() {
    let text = "Susan Roe joined the board in 2011. She was its chair for six years.";
    check(text, &["Susan Roe joined the board in 2011.", "Susan Roe was its chair for six years."]);
    let two = "Susan Roe and Anna Doe joined the board in 2011. She was its chair for six years.";
    check(two, &["Susan Roe and Anna Doe joined the board in 2011.", "She was its chair for six years."]);
}

/// The statements of a text that was published on Friday 14 June 2024.
#[track_caller]
fn check_dated(text: &str, statements: &[&str]) {
    let options = Options { published: NaiveDate::from_ymd_opt(2024, 6, 14), ..Options::default() };
    let found: Vec<String> = extract(text, &options).claims.into_iter().map(|claim| claim.statement).collect();
    assert_eq!(found, statements, "{text}");
}

#[test]
fn days_are_dates_where_the_day_of_publication_tells() {
    check_dated("The harbour of Oslo was closed on Monday.", &["The harbour of Oslo was closed on Monday (10 June 2024)."]);
    check_dated("Tim Doe said that the harbour was closed on Friday.", &["The harbour was closed on Friday (14 June 2024)."]);
    check_dated("The mayor confirmed that the harbour will open on Tuesday.", &["The harbour will open on Tuesday (18 June 2024)."]);
    check_dated("About 40 cows were lost yesterday.", &["About 40 cows were lost yesterday (13 June 2024)."]);
    check_dated("The firm sold 12 ships last year.", &["The firm sold 12 ships last year (2023)."]);
    check_dated("The firm sold 12 ships last month.", &["The firm sold 12 ships last month (May 2024)."]);
}

#[test]
fn what_may_mean_another_day_is_left_alone() {
    for text in [
        "The market was open every Monday in 2019.",
        "The harbour was closed on Monday, 3 June.",
        "The harbour was closed on Monday (10 June).",
        "Monday’s vote was the third in 2024.",
        "The 12 ships sail on a Monday.",
    ] {
        check_dated(text, &[text]);
    }
    check_dated("“We left on Monday,” Tim Doe said.", &["“We left on Monday.”"]);
}

#[test]
fn without_a_day_of_publication_no_date_is_told() {
    check("The harbour of Oslo was closed on Monday.", &["The harbour of Oslo was closed on Monday."]);
}

#[test]
fn who_is_cited_in_turn_and_for_how_long_are_no_part_of_what_is_said() {
    let text = "Bloomberg reports, citing South Korea’s defence ministry, that North Korea has shipped five million shells.";
    check(text, &["North Korea has shipped five million shells."]);
    check("Sources in Vladivostok had hinted for days that the trip was close.", &["The trip was close."]);
    check("The Kremlin called the trip a “friendly state visit.”", &["The trip is a “friendly state visit.”"]);
}

#[test]
fn nobody_in_particular_makes_no_claim() {
    let text = "The Kremlin spoke of “very deep relations” with its neighbour and advised those who worry about them to think again.";
    assert!(!read(text).statements().contains(&"Them to think again."), "{:?}", read(text).statements());
}
