//! Every language says everything, of the same things, with the forms of number and the signs that are its own.

use crate::tree::{File, files, none_of};
use corroborate::wording::Catalogue;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};

/// A form that a message takes for some values of an argument.
#[derive(Debug)]
struct Form {
    /// The argument.
    of: String,
    /// For which values: `one`, `0`, …
    when: String,
    /// The words of this form itself; none where it writes the argument out.
    words: Vec<String>,
    /// Whether the message has a form for just 0.
    knows_zero: bool,
}

/// What a message is made of.
#[derive(Debug, Default)]
struct Made {
    /// The arguments it speaks of; a number that is written out (`$x-shown`) is the number itself.
    arguments: BTreeSet<String>,
    /// The messages and terms that it takes in.
    parts: BTreeSet<String>,
    forms: Vec<Form>,
    /// What it says itself, an argument being `{}`.
    text: String,
}

impl Made {
    fn read(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.text.push_str(value),
                PatternElement::Placeable { expression } => match expression {
                    Expression::Inline(inline) => self.put(inline),
                    Expression::Select { selector, variants } => self.choose(selector, variants),
                },
            }
        }
    }

    fn put(&mut self, inline: &InlineExpression<String>) {
        self.text.push_str(match inline {
            InlineExpression::StringLiteral { value } => value,
            _ => "{}",
        });
        match inline {
            InlineExpression::VariableReference { id } => drop(self.arguments.insert(bare(&id.name))),
            InlineExpression::MessageReference { id, .. } => drop(self.parts.insert(id.name.clone())),
            InlineExpression::TermReference { id, .. } => drop(self.parts.insert(format!("-{}", id.name))),
            InlineExpression::Placeable { expression } => match &**expression {
                Expression::Inline(inline) => self.put(inline),
                Expression::Select { selector, variants } => self.choose(selector, variants),
            },
            _ => {}
        }
    }

    fn choose(&mut self, selector: &InlineExpression<String>, variants: &[Variant<String>]) {
        let InlineExpression::VariableReference { id } = selector else { panic!("a message chooses by {selector:?}") };
        let of = bare(&id.name);
        self.arguments.insert(of.clone());
        let name = |variant: &Variant<String>| match &variant.key {
            VariantKey::Identifier { name } => name.clone(),
            VariantKey::NumberLiteral { value } => value.clone(),
        };
        let knows_zero = variants.iter().any(|variant| name(variant) == "0");
        for variant in variants {
            let mut inside = Self::default();
            inside.read(&variant.value);
            let words = inside.text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
            let words = words.filter(|_| !inside.arguments.contains(&of)).collect();
            self.forms.push(Form { of: of.clone(), when: name(variant), words, knows_zero });
            self.arguments.extend(inside.arguments);
            self.parts.extend(inside.parts);
            self.forms.extend(inside.forms);
            // Forms do not run into each other, but into what stands around them.
            self.text.push_str(&inside.text);
            self.text.push('\n');
        }
    }
}

fn bare(argument: &str) -> String {
    argument.strip_suffix("-shown").unwrap_or(argument).to_owned()
}

/// The messages of each language, with the file that each stands in.
fn languages() -> BTreeMap<String, BTreeMap<String, (String, Made)>> {
    let mut languages: BTreeMap<String, BTreeMap<String, (String, Made)>> = BTreeMap::new();
    for File { path, text } in files("locales", &["ftl"]) {
        let mut parts = path.split('/').skip(1);
        let (language, file) = (parts.next().unwrap(), parts.next().unwrap());
        let messages = languages.entry(language.to_owned()).or_default();
        let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{path}: {errors:?}"));
        for entry in resource.body {
            match entry {
                Entry::Message(Message { id, value: Some(value), attributes, .. }) => {
                    assert!(attributes.is_empty(), "{path}: nothing asks for the attributes of {}", id.name);
                    let mut made = Made::default();
                    made.read(&value);
                    assert!(messages.insert(id.name.clone(), (file.to_owned(), made)).is_none(), "{path}: {} is there twice", id.name);
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                other => panic!("{path}: {other:?}"),
            }
        }
    }
    languages
}

#[test]
fn every_language_says_everything_of_the_same_things() {
    let languages = languages();
    let english = &languages["en"];
    let mut broken = Vec::new();
    for (language, messages) in &languages {
        broken.extend(english.iter().filter(|(key, _)| !messages.contains_key(*key)).map(|(key, (file, _))| format!("{language}/{file} lacks {key}")));
        for (key, (file, made)) in messages {
            let Some((there, expected)) = english.get(key) else {
                broken.push(format!("{language}/{file} has {key}, which English lacks"));
                continue;
            };
            if file != there {
                broken.push(format!("{language}/{file} has {key}, which stands in en/{there}"));
            }
            let differ = made.arguments.symmetric_difference(&expected.arguments).map(|argument| format!("${argument}"));
            let differ: Vec<String> = differ.chain(made.parts.symmetric_difference(&expected.parts).cloned()).collect();
            if !differ.is_empty() {
                broken.push(format!("{language}/{file}: only one of {key} and the English one has {}", differ.join(", ")));
            }
        }
    }
    none_of("languages that differ", &broken);
    let embedded = Catalogue::embedded().unwrap();
    assert_eq!(embedded.languages().collect::<Vec<_>>(), languages.keys().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(embedded.choose(Some("en"), None).keys().len(), english.len(), "as many as Fluent reads");
}

/// The forms of number that a language has (CLDR); and where its `one` holds for 0 as well, the words that say 1 and not 0.
fn numbers_of(language: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        "en" => (&["one", "other"], &[]),
        "fr" => (&["one", "many", "other"], &["un", "une", "seul", "seule", "unique"]),
        _ => panic!("say which forms of number {language} has"),
    }
}

#[test]
fn every_form_of_a_message_is_one_that_its_language_has() {
    let mut broken = Vec::new();
    for (language, messages) in languages() {
        let (categories, one_alone) = numbers_of(&language);
        for (key, (file, made)) in messages {
            for form in &made.forms {
                let fits = form.when.parse::<i64>().is_ok() || form.when == "none" || categories.contains(&form.when.as_str());
                if !fits {
                    broken.push(format!("{language}/{file}: {key} has a form for “{}”, which never comes", form.when));
                }
                let says_one = form.words.iter().any(|word| one_alone.contains(&word.as_str()));
                if says_one && form.when == "one" && !form.knows_zero {
                    broken.push(format!("{language}/{file}: {key} would say “one” of 0 ${}; write the number out, or have a form for [0] or [1]", form.of));
                }
            }
        }
    }
    none_of("forms of number", &broken);
}

/// What is wrong with the signs of a French text: French sets a narrow no-break space inside its quotation marks and before
/// a high sign, and writes ’ for an apostrophe.
fn french_signs(text: &str) -> Option<&'static str> {
    const NARROW: char = '\u{202f}';
    let addresses_aside = text.replace("http://", "").replace("https://", "").replace("Authorization: Bearer", "").replace("AUTHORIZATION: BEARER", "");
    let signs: Vec<char> = addresses_aside.chars().collect();
    for (at, sign) in signs.iter().enumerate() {
        let before = at.checked_sub(1).map_or('\n', |before| signs[before]);
        let after = signs.get(at + 1).copied().unwrap_or('\n');
        match sign {
            '\'' => return Some("has a straight apostrophe"),
            '"' => return Some("has straight quotation marks"),
            '“' | '”' => return Some("has English quotation marks"),
            '«' if after != NARROW => return Some("has no narrow no-break space after «"),
            // A message may begin with a sign that another one's end stands before.
            '»' | ';' | ':' | '!' | '?' | '%' if before != NARROW && before != '\n' => return Some("has no narrow no-break space before a high sign"),
            _ => {}
        }
    }
    None
}

#[test]
fn french_is_written_with_french_signs() {
    let mut broken = Vec::new();
    for (key, (file, made)) in &languages()["fr"] {
        broken.extend(french_signs(&made.text).map(|what| format!("fr/{file}: {key} {what}: {}", made.text.trim())));
    }
    none_of("French signs", &broken);
    assert!(french_signs("« Oui »").is_some() && french_signs("l'un").is_some() && french_signs("Qui\u{202f}?").is_none());
}
