//! The registry of sources.

use crate::support::{Desk, actions, on_both_databases};
use corroborate::history::Action;
use corroborate::ids::{ChainId, Ids};
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::{RegistryError, SourceKind, store as sources};

on_both_databases! { Desk:
    a_source_is_entered_with_its_other_names,
    a_name_is_entered_once_however_it_is_spelt,
    an_entry_is_changed_with_what_was_and_is,
    an_entry_can_not_take_the_name_of_another,
    a_stale_change_is_refused,
    a_note_on_reliability_is_dated_and_signed,
    other_names_lead_to_the_entry,
    the_list_finds_by_name_and_other_name_in_pages,
    what_is_not_there_is_refused,
}

const KREMLIN: SourceEntry<'static> = SourceEntry {
    name: "The Kremlin",
    kind: "government",
    aliases: "Moscow\nRussian presidency\n\n",
    country: "Russia",
    links: "https://kremlin.example/\nhttps://en.kremlin.example/",
    interests: "Party to the war it speaks about.",
};

fn a_source_is_entered_with_its_other_names(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (source, lines) = desk.watch(|desk| registry::add_source(desk.c(), &eva, &KREMLIN).unwrap());
    assert_eq!((source.kind, source.link_list().len(), source.revision), (SourceKind::Government, 2, 1));
    let names: Vec<_> = sources::aliases_of(desk.c(), &[source.id]).unwrap().into_iter().map(|alias| alias.alias).collect();
    assert_eq!(names, ["Moscow", "Russian presidency"]);
    assert_eq!((actions(&lines), lines[0].chain_id), (vec![Action::SourceAdded], ChainId::DESK));
    assert_eq!(sources::find(desk.c(), source.id).unwrap(), Some(source));
}

fn a_name_is_entered_once_however_it_is_spelt(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    registry::add_source(desk.c(), &eva, &KREMLIN).unwrap();
    let error = desk.refused(|c| registry::add_source(c, &eva, &SourceEntry { name: "kremlin’s", ..KREMLIN }));
    assert!(matches!(error, RegistryError::NameTaken), "{error:?}");
}

fn an_entry_is_changed_with_what_was_and_is(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let source = registry::add_source(desk.c(), &eva, &KREMLIN).unwrap();
    let entry = SourceEntry { aliases: "Moscow", interests: "", ..KREMLIN };
    let (changed, lines) = desk.watch(|desk| registry::amend_source(desk.c(), &eva, source.id, &entry, 1).unwrap());
    assert_eq!((changed.interests.as_str(), changed.revision), ("", 2));
    assert_eq!(actions(&lines), [Action::SourceAmended]);
    assert_eq!(lines[0].before_value()["aliases"], serde_json::json!(["Moscow", "Russian presidency"]));
    assert_eq!(lines[0].after_value()["aliases"], serde_json::json!(["Moscow"]));
    assert_eq!(sources::aliases_of(desk.c(), &[source.id]).unwrap().len(), 1);
}

fn an_entry_can_not_take_the_name_of_another(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    registry::add_source(desk.c(), &eva, &KREMLIN).unwrap();
    let other = registry::add_source(desk.c(), &eva, &SourceEntry { name: "Bloomberg", kind: "outlet", ..SourceEntry::default() }).unwrap();
    let error = desk.refused(|c| registry::amend_source(c, &eva, other.id, &SourceEntry { kind: "outlet", name: "kremlin", ..SourceEntry::default() }, 1));
    assert!(matches!(error, RegistryError::NameTaken), "{error:?}");
}

fn a_stale_change_is_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let source = registry::add_source(desk.c(), &eva, &KREMLIN).unwrap();
    registry::amend_source(desk.c(), &eva, source.id, &SourceEntry { country: "RU", ..KREMLIN }, 1).unwrap();
    let error = desk.refused(|c| registry::amend_source(c, &eva, source.id, &KREMLIN, 1));
    assert!(matches!(error, RegistryError::Stale), "{error:?}");
}

fn a_note_on_reliability_is_dated_and_signed(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let source = registry::add_source(desk.c(), &eva, &KREMLIN).unwrap();
    let ((), lines) = desk.watch(|desk| registry::note_reliability(desk.c(), &eva, source.id, "Denied the 2014 deployment.").unwrap());
    assert_eq!(actions(&lines), [Action::ReliabilityNoted]);
    let (note, by) = sources::notes_of(desk.c(), &[source.id]).unwrap().remove(0);
    assert_eq!((note.note.as_str(), note.noted_on, by.as_str()), ("Denied the 2014 deployment.", eva.now.0.date_naive(), "Eva Editor"));
}

fn other_names_lead_to_the_entry(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let source = registry::add_source(desk.c(), &eva, &KREMLIN).unwrap();
    let found = registry::resolve_names(desk.c(), &eva, &[("moscow’s".to_owned(), SourceKind::Person)]).unwrap();
    assert_eq!(found.into_values().collect::<Vec<_>>(), [source.id]);
}

fn the_list_finds_by_name_and_other_name_in_pages(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    for name in ["Bloomberg", "Blue Party", "100% Facts", "Ministry of Blue"] {
        registry::add_source(desk.c(), &eva, &SourceEntry { name, kind: "organisation", ..SourceEntry::default() }).unwrap();
    }
    registry::add_source(desk.c(), &eva, &KREMLIN).unwrap();
    let mut names = |q: &str, limit: i64| {
        let (mut all, mut cursor) = (Vec::new(), None);
        loop {
            let page = sources::list(desk.c(), Some(q), cursor.as_deref(), limit).unwrap();
            all.extend(page.rows.into_iter().map(|source| source.name));
            cursor = page.next;
            if cursor.is_none() {
                return all;
            }
        }
    };
    assert_eq!(names("blu", 1), ["Blue Party", "Ministry of Blue"]);
    assert_eq!(names("MOSC", 50), ["The Kremlin"]);
    assert_eq!(names("100%", 50), ["100% Facts"]);
    assert_eq!(names("1%", 50), [""; 0], "a mark of the search language is a plain character");
    assert_eq!(names("", 2).len(), 5);
}

fn what_is_not_there_is_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let error = desk.refused(|c| registry::amend_source(c, &eva, Ids::System.make(), &KREMLIN, 1));
    assert!(matches!(error, RegistryError::NotFound), "{error:?}");
    let error = desk.refused(|c| registry::note_reliability(c, &eva, Ids::System.make(), "?"));
    assert!(matches!(error, RegistryError::NotFound), "{error:?}");
}
