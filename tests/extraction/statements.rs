//! The wordings of claims: each stands on its own and says what is said, not that it is said.

use super::read;

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
