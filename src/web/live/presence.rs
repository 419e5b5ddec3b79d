//! Who is on which article and claim: whoever's page is connected, for as long as it is.
//!
//! Kept in memory. Processes on one PostgreSQL server tell each other who is on an article with them when that changes
//! and now and then; what one did not say again for a while is forgotten, so that one that died takes nobody along.

use crate::ids::{ArticleId, ClaimId, Ids, PersonId, SubjectId};
use crate::web::api::claim::hold::HoldJson;
use crate::web::api::wire::PersonRef;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, Instant};
use utoipa::ToSchema;

/// How long another process is believed.
const BELIEVED: Duration = Duration::from_secs(30);
/// Most bytes of what is told to other processes at once; PostgreSQL takes no 8,000.
const LONGEST: usize = 7_500;

/// Somebody on an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Here {
    pub person: PersonId,
    pub name: String,
    pub claim: Option<ClaimId>,
}

/// Who is on an article, on all servers together.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PresenceJson {
    /// The article.
    pub article_id: ArticleId,
    /// Those who have it or a claim of it open, by name.
    pub people: Vec<PresentJson>,
    /// Who says that they are checking which claim.
    pub holds: Vec<HoldJson>,
}

/// Somebody who is there.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PresentJson {
    /// Who.
    pub person: PersonRef,
    /// The claims that they have open.
    pub claim_ids: BTreeSet<ClaimId>,
}

/// What a process tells the others.
#[derive(Debug, Serialize, Deserialize)]
struct Told {
    from: SubjectId,
    /// `None` asks all others to tell again.
    article: Option<ArticleId>,
    here: Vec<Here>,
}

/// Who is where.
#[derive(Debug)]
pub(super) struct Presence {
    process: SubjectId,
    next: u64,
    /// Streams of this process.
    own: BTreeMap<u64, (ArticleId, Here)>,
    /// What other processes said, and when.
    others: HashMap<(SubjectId, ArticleId), (Vec<Here>, Instant)>,
    /// Articles of which listeners have to be told.
    changed: BTreeSet<ArticleId>,
    /// Articles of which other processes have to be told.
    to_tell: BTreeSet<ArticleId>,
}

impl Default for Presence {
    fn default() -> Self {
        Self { process: Ids::System.make(), next: 0, own: BTreeMap::new(), others: HashMap::new(), changed: BTreeSet::new(), to_tell: BTreeSet::new() }
    }
}

impl Presence {
    /// Somebody's page is open now; the number takes them away again.
    pub fn enter(&mut self, article: ArticleId, here: Here) -> u64 {
        self.next += 1;
        self.own.insert(self.next, (article, here));
        self.note(article);
        self.next
    }

    /// A page is closed.
    pub fn leave(&mut self, number: u64) {
        if let Some((article, _)) = self.own.remove(&number) {
            self.note(article);
        }
    }

    fn note(&mut self, article: ArticleId) {
        self.changed.insert(article);
        self.to_tell.insert(article);
    }

    /// Who is on an article.
    pub fn on(&self, article: ArticleId) -> PresenceJson {
        let own = self.own.values().filter(|(of, _)| *of == article).map(|(_, here)| here);
        let others = self.others.iter().filter(|((_, of), _)| *of == article).flat_map(|(_, (here, _))| here);
        let mut people: BTreeMap<(&str, PersonId), BTreeSet<ClaimId>> = BTreeMap::new();
        for here in own.chain(others) {
            people.entry((&here.name, here.person)).or_default().extend(here.claim);
        }
        let people = people.into_iter().map(|((name, id), claim_ids)| PresentJson { person: PersonRef { id, name: name.to_owned() }, claim_ids }).collect();
        PresenceJson { article_id: article, people, holds: Vec::new() }
    }

    /// Somebody holds a claim of this article, or no longer; other processes know.
    pub fn note_hold(&mut self, article: ArticleId) {
        self.changed.insert(article);
    }

    /// Takes what a process said; what is none of ours or can't be read is left alone.
    pub fn hear(&mut self, says: &str, now: Instant) {
        let Ok(told) = serde_json::from_str::<Told>(says) else { return };
        if told.from == self.process {
            return;
        }
        let Some(article) = told.article else {
            self.tell_all();
            return;
        };
        let key = (told.from, article);
        let before = self.others.get(&key).map(|(here, _)| here.as_slice()).unwrap_or_default();
        if before != told.here {
            self.changed.insert(article);
        }
        if told.here.is_empty() {
            self.others.remove(&key);
        } else {
            self.others.insert(key, (told.here, now));
        }
    }

    /// Asks all other processes to tell again.
    pub fn hello(&self) -> String {
        said(&Told { from: self.process, article: None, here: Vec::new() })
    }

    /// Has everything told again.
    pub fn tell_all(&mut self) {
        self.to_tell.extend(self.own.values().map(|(article, _)| *article));
    }

    /// Forgets what was not said again for a while.
    pub fn forget(&mut self, now: Instant) {
        let changed = &mut self.changed;
        self.others.retain(|(_, article), (_, at)| {
            let believed = now.duration_since(*at) < BELIEVED;
            if !believed {
                changed.insert(*article);
            }
            believed
        });
    }

    /// What other processes have to be told since this was asked last.
    pub fn take_told(&mut self) -> Vec<String> {
        let articles = std::mem::take(&mut self.to_tell);
        articles.into_iter().map(|article| self.told(article)).collect()
    }

    fn told(&self, article: ArticleId) -> String {
        let here = self.own.values().filter(|(of, _)| *of == article).map(|(_, here)| here.clone()).collect();
        let mut told = Told { from: self.process, article: Some(article), here };
        // A whole newsroom on one article: those beyond what fits are not shown elsewhere.
        loop {
            let says = said(&told);
            if says.len() <= LONGEST || told.here.pop().is_none() {
                return says;
            }
        }
    }

    /// What listeners have to be told since this was asked last.
    pub fn take_changed(&mut self) -> Vec<PresenceJson> {
        let articles = std::mem::take(&mut self.changed);
        articles.into_iter().map(|article| self.on(article)).collect()
    }
}

fn said(told: &Told) -> String {
    serde_json::to_string(told).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(people: &PresenceJson) -> Vec<&str> {
        people.people.iter().map(|one| one.person.name.as_str()).collect()
    }

    fn here(ids: &Ids, name: &str) -> Here {
        Here { person: ids.make(), name: name.to_owned(), claim: Some(ids.make()) }
    }

    #[test]
    fn processes_tell_each_other_and_one_that_is_silent_is_forgotten() {
        let (ids, start) = (Ids::counting(), Instant::now());
        let article: ArticleId = ids.make();
        let (mut one, mut two) = (Presence::default(), Presence::default());
        let number = one.enter(article, here(&ids, "Ana"));
        two.enter(article, here(&ids, "Ron"));
        assert_eq!(one.take_changed().len(), 1);
        for says in one.take_told() {
            two.hear(&says, start);
        }
        assert_eq!(named(&two.take_changed()[0]), ["Ana", "Ron"]);
        // A third one asks, and both tell.
        let mut three = Presence::default();
        for other in [&mut one, &mut two] {
            other.hear(&three.hello(), start);
            other.take_told().iter().for_each(|says| three.hear(says, start));
        }
        assert_eq!(named(&three.on(article)), ["Ana", "Ron"]);
        one.leave(number);
        one.take_told().iter().for_each(|says| three.hear(says, start));
        assert_eq!(named(&three.take_changed()[0]), ["Ron"]);
        three.forget(start + BELIEVED);
        assert_eq!(named(&three.take_changed()[0]), Vec::<&str>::new());
    }

    #[test]
    fn a_person_with_two_windows_is_there_once() {
        let ids = Ids::counting();
        let article: ArticleId = ids.make();
        let mut presence = Presence::default();
        let ana = here(&ids, "Ana");
        presence.enter(article, ana.clone());
        presence.enter(article, Here { claim: None, ..ana.clone() });
        presence.enter(article, Here { claim: Some(ids.make()), ..ana });
        let on = presence.on(article);
        assert_eq!((named(&on), on.people[0].claim_ids.len()), (vec!["Ana"], 2));
    }

    #[test]
    fn what_is_told_fits_and_nonsense_is_left_alone() {
        let ids = Ids::counting();
        let article: ArticleId = ids.make();
        let mut presence = Presence::default();
        for _ in 0..200 {
            presence.enter(article, here(&ids, "A name of some length"));
        }
        assert!(presence.take_told().iter().all(|says| says.len() <= LONGEST));
        presence.hear("{", Instant::now());
        presence.hear("", Instant::now());
    }
}
