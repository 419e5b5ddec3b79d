//! Who is cited: names, kinds, chains, and who a pronoun is.

use super::read;
use corroborate::extraction::SourceKind;

/// The chain of the first claim of a text.
#[track_caller]
fn check(text: &str, chain: &[(&str, SourceKind)]) {
    let read = read(text);
    let found: Vec<_> = read.found.claims.first().map(|claim| claim.chain.iter().map(|link| (link.source.as_str(), link.kind)).collect()).unwrap_or_default();
    assert_eq!(found, chain, "{text}");
}

#[test]
fn a_title_is_no_part_of_a_name() {
    check("Russian President Vladimir Putin said that it was so.", &[("Vladimir Putin", SourceKind::Official)]);
    check("Secretary of State John F. Kerry said that it was so.", &[("John F. Kerry", SourceKind::Official)]);
    check("Political scientist Sergei Markov suggests it was so.", &[("Sergei Markov", SourceKind::Expert)]);
    check("It was so, said Dr. Anna Roe, an economist at Keele.", &[("Anna Roe", SourceKind::Expert)]);
    check("The firm’s head, Tim Roe, said that it was so.", &[("Tim Roe", SourceKind::Person)]);
    check("Martin Luther King said that it was so.", &[("Martin Luther King", SourceKind::Person)]);
}

#[test]
fn kinds_are_told_apart() {
    check("Bloomberg reported that it was so.", &[("Bloomberg", SourceKind::Outlet)]);
    check("The newspaper Halden Dagblad wrote that it was so.", &[("Halden Dagblad", SourceKind::Outlet)]);
    check("The defense ministry said that it was so.", &[("defense ministry", SourceKind::Government)]);
    check("Beijing insists that it was so.", &[("Beijing", SourceKind::Government)]);
    check("The Dock Workers’ Union said that it was so.", &[("Dock Workers’ Union", SourceKind::Organisation)]);
    check("Sources close to the talks said that it was so.", &[("unnamed sources", SourceKind::Unnamed)]);
    check("Two senior officials said that it was so.", &[("unnamed officials", SourceKind::Unnamed)]);
    check("Sources in Vladivostok said that it was so.", &[("sources in Vladivostok", SourceKind::Unnamed)]);
    check("Moscow and Pyongyang said that it was so.", &[("Moscow and Pyongyang", SourceKind::Government)]);
    check("Russian media suggested that it was so.", &[("Russian media", SourceKind::Collective)]);
    check("Satellite images show that it was so.", &[("Satellite images", SourceKind::Document)]);
}

#[test]
fn what_passes_on_anothers_word_stands_before_it() {
    let chain = [("Reuters", SourceKind::Outlet), ("defense ministry", SourceKind::Government)];
    check("Reuters reported that the defense ministry said it was so.", &chain);
    check("Reuters, citing the defense ministry, reported that it was so.", &chain);
    check("Reuters reported that it was so, citing the defense ministry.", &chain);
    check("Reuters reports, citing the defense ministry, that the bridge is closed.", &chain);
    check("The defense ministry told Reuters that it was so.", &chain);
    check("Citing the defense ministry, Reuters reported that it was so.", &chain);
    check("Reuters quoted two officials as saying it was so.", &[("Reuters", SourceKind::Outlet), ("unnamed officials", SourceKind::Unnamed)]);
}

#[test]
fn an_ing_clause_has_the_source_of_its_sentence() {
    let read = read("The ministry dismissed the worries of the fishermen, advising those affected to wait until June.");
    assert_eq!(read.statements(), ["Those affected should wait until June."]);
    assert_eq!(read.chain(0), ["ministry"]);
}

#[test]
fn a_name_behind_a_dash_has_said_what_is_quoted_before() {
    let credited = |text: &str, source: &str, claims: usize| {
        let read = read(text);
        assert_eq!(read.found.claims.len(), claims, "{text}");
        for claim in 0..claims {
            assert_eq!(read.chain(claim), [source], "{text}");
        }
    };
    credited("“The harbour froze in 1987. Nobody had seen that before.” ― Esther Vale", "Esther Vale", 2);
    credited("“The harbour froze in 1987.”― Esther Vale.", "Esther Vale", 1);
    credited("\"The harbour froze in 1987.\" -- Esther Vale, 42, a pilot in Halden", "Esther Vale", 1);
    credited("“The harbour froze in 1987.\n\nIt froze again in 1996.”\n— Esther Vale, harbour pilot", "Esther Vale", 2);
    // Where the words behind the dash say something, or nothing is quoted before, nobody is credited.
    for text in ["“The harbour froze in 1987” — Halden was shocked.", "The harbour froze in 1987. — Esther Vale"] {
        assert!(read(text).found.claims.iter().all(|claim| claim.chain.is_empty()), "{text}");
    }
}

#[test]
fn short_forms_and_pronouns_lead_to_the_source_named_before() {
    let text = "Anna Roe said that it was late. She added that the road was closed. Roe told reporters that two cars were lost. “It is over,” she said.";
    let read = read(text);
    for claim in 0..read.found.claims.len() {
        assert_eq!(read.chain(claim), ["Anna Roe"]);
    }
    assert_eq!(read.found.claims.len(), 4);
}

#[test]
fn a_quotation_over_sentences_has_one_speaker() {
    let read = read("“The dam broke at noon. Nobody warned us,” Anna Roe said. “We lost 40 cows.”\n“And the school,” she added.");
    assert_eq!(read.statements(), ["“The dam broke at noon.”", "“Nobody warned us.”", "“We lost 40 cows.”", "“And the school.”"]);
    for claim in 0..4 {
        assert_eq!(read.chain(claim), ["Anna Roe"]);
    }
    assert_eq!(read.found.attributions.len(), 2);
}

#[test]
fn words_that_look_like_reporting_and_are_not_give_no_source() {
    for text in [
        "The United States has 50 stars on its flag.",
        "The reports were lost in the fire of 1910.",
        "He was called to the office in May.",
        "The company, called Acme, has 40 workers.",
    ] {
        let read = read(text);
        assert!(read.found.claims.iter().all(|claim| claim.chain.is_empty()), "{text}: {:?}", read.found.claims);
    }
}

/// The names of the chains' first links, claim by claim.
#[track_caller]
fn check_names(text: &str, names: &[&str]) {
    let read = read(text);
    let found: Vec<&str> = read.found.claims.iter().filter_map(|claim| claim.chain.first()).map(|link| link.source.as_str()).collect();
    assert_eq!(found, names, "{text}");
}

#[test]
fn a_surname_means_the_name_that_the_text_gives_in_full_anywhere() {
    check_names(
        "Roe said on Friday that the road was closed.\nThe hearing of Sen. Anna Roe began at noon. Tim Doe was there.\nDoe said that it was short.",
        &["Anna Roe", "Tim Doe"],
    );
    let read = read("Roe said on Friday that the road was closed.\nThe hearing of Sen. Anna Roe began at noon.");
    assert_eq!(read.found.claims[0].chain[0].kind, SourceKind::Official);
}

#[test]
fn he_and_she_are_told_apart_by_first_names() {
    check_names("Susan Roe met Robert Doe in Oslo. He said that the plan was dead. She said that it was not.", &["Robert Doe", "Susan Roe"]);
}

#[test]
fn a_role_means_whoever_the_text_calls_that() {
    check_names(
        "Political scientist Olga Roe wrote that trade had doubled. The minister said that it had not. The political scientist said that it was so.",
        &["Olga Roe", "minister", "Olga Roe"],
    );
    check_names("Gov. Tim Doe met Sen. Anna Roe. The senator said that it was so. The governor said that it was not.", &["Anna Roe", "Tim Doe"]);
}

#[test]
fn initials_and_general_nouns_mean_the_body_named_before() {
    check_names(
        "The International Monetary Fund said that growth was slow. The IMF said that trade fell. The fund said that prices rose. It said that wages fell.",
        &["International Monetary Fund"; 4],
    );
    check_names("The newspaper Halden Dagblad reported that it was so. The newspaper said that it was late.", &["Halden Dagblad"; 2]);
}
