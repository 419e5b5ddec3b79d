//! `import`: files become articles on the desk.

use super::desk::{self, CommandDesk};
use super::extract::tell;
use super::failure::{Failure, Outcome};
use super::seen;
use super::terminal::{Output, read_file, shown};
use crate::claim::Anchor;
use crate::claim::recall::Recall;
use crate::config::Config;
use crate::db::DbConnection;
use crate::ids::ArticleId;
use crate::intake::read::{Hint, Limits};
use crate::intake::{NewArticle, NewVersion, Seen, add_version, draft_of, import_article};
use crate::report::import::Most;
use crate::report::{ReportError, import_report, is_report};

/// Make articles of texts (txt, md, html) and print their ids, or make a text the next version of an article.
///
/// A report in the JSON form becomes the article with its whole check: claims, chains, findings and evidence.
///
/// What the options say goes before what a file says of itself; where neither says a title, the first line is it.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// Files; - is the standard input stream.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
    /// Make the file the next version of this article: claims whose words stayed keep their work.
    #[arg(long, value_name = "ARTICLE", conflicts_with_all = ["publisher", "byline", "published_on", "source_url"])]
    version_of: Option<String>,
    /// Title; for one file alone.
    #[arg(long)]
    title: Option<String>,
    /// Who publishes it.
    #[arg(long)]
    publisher: Option<String>,
    /// Who wrote it.
    #[arg(long)]
    byline: Option<String>,
    /// When it was or will be published, as year-month-day.
    #[arg(long, value_name = "DATE")]
    published_on: Option<String>,
    /// Where it stands on the web.
    #[arg(long, value_name = "URL")]
    source_url: Option<String>,
    /// Import a report although the desk has its article already: it becomes a second one.
    #[arg(long, conflicts_with = "version_of")]
    again: bool,
    /// Don't look for earlier claims that say the same; on a desk with very many, looking takes seconds.
    #[arg(long)]
    without_seen: bool,
}

impl Import {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        if let Some(address) = self.files.iter().find(|file| file.starts_with("http://") || file.starts_with("https://")) {
            return Err(format!("{address} can't be fetched: this version reads files only. Save the page as a file and import that").into());
        }
        if self.files.len() > 1 && self.version_of.is_some() {
            return Err(Failure::Usage("--version-of is for one file".to_owned()));
        }
        if self.files.len() > 1 && self.title.is_some() {
            return Err(Failure::Usage("--title is for one file; without it each article takes its own".to_owned()));
        }
        if self.files.iter().filter(|file| *file == "-").count() > 1 {
            return Err(Failure::Usage("- can stand only once: the standard input stream can be read once".to_owned()));
        }
        let limits = desk::limits(config);
        let desk = CommandDesk::open(config)?;
        let mut c = desk.connect()?;
        let mut out = Output::open();
        let (recall, mut left) = (Recall::default(), 0);
        for file in &self.files {
            match self.import(&mut c, &desk, file, &limits) {
                Ok(id) => {
                    // At once: what is printed is in.
                    out.line(&id.to_string())?;
                    out.flush()?;
                    if !self.without_seen {
                        seen::tell(&mut c, desk.now(), id, &recall, &desk::address(config))?;
                    }
                }
                Err(Failure::Failed(why)) => {
                    eprintln!("{}: {why}", shown(file));
                    left += 1;
                }
                Err(other) => return Err(other),
            }
        }
        match (left, self.files.len()) {
            (0, _) => Ok(()),
            (_, 1) => Err(Failure::Told),
            (left, all) => Err(format!("{left} of {all} files were not imported").into()),
        }
    }

    fn import(&self, c: &mut DbConnection, desk: &CommandDesk, file: &str, limits: &Limits) -> Result<ArticleId, Failure> {
        let most = Most::of_uploads(limits.bytes, limits.chars);
        let bytes = read_file(file, most.bytes)?;
        if is_report(&bytes) {
            return self.import_report(c, desk, &bytes, most);
        }
        let draft = draft_of(&bytes, Hint { file_name: Some(file), media_type: None }, limits)?;
        tell(&draft.notes)?;
        if let Some(article) = &self.version_of {
            return self.add_version(c, desk, article, &draft.text, limits);
        }
        let published_on = self.published_on.clone().or_else(|| draft.published_on.map(|day| day.to_string())).unwrap_or_default();
        let given = |mine: &Option<String>, its: &Option<String>| mine.clone().or_else(|| its.clone()).unwrap_or_default();
        let new = NewArticle {
            title: &given(&self.title, &draft.title),
            byline: &given(&self.byline, &draft.byline),
            publisher: &given(&self.publisher, &draft.publisher),
            source_url: &given(&self.source_url, &draft.source_url),
            published_on: &published_on,
            text: &draft.text,
        };
        let imported = import_article(c, &desk.acting(), &new, limits)?;
        eprintln!("“{}”: {} sentences, {} claims", shown(&imported.article.title), imported.sentences, imported.claims);
        Ok(imported.article.id)
    }

    fn import_report(&self, c: &mut DbConnection, desk: &CommandDesk, bytes: &[u8], most: Most) -> Result<ArticleId, Failure> {
        if self.version_of.is_some() {
            return Err(Failure::Failed("a report is an article with its check; it can't be the next version of another".to_owned()));
        }
        if [&self.title, &self.publisher, &self.byline, &self.published_on, &self.source_url].into_iter().any(Option::is_some) {
            return Err(Failure::Failed("a report brings its own title and details; leave the options out".to_owned()));
        }
        let imported = import_report(c, &desk.acting(), bytes, self.again, most).map_err(|error| match error {
            ReportError::Known { article, title } => {
                Failure::Failed(format!("the desk has this article already: “{}”, {article}. --again makes a second one", shown(&title)))
            }
            other => other.into(),
        })?;
        let from = match imported.from.desk.as_str() {
            "" => "another desk",
            desk => desk,
        };
        eprintln!(
            "“{}”: the check of {} claims with {} pieces of evidence, from a report of {}",
            shown(&imported.article.title),
            imported.claims,
            imported.evidence,
            shown(from)
        );
        Ok(imported.article.id)
    }

    fn add_version(&self, c: &mut DbConnection, desk: &CommandDesk, article: &str, text: &str, limits: &Limits) -> Result<ArticleId, Failure> {
        let id: ArticleId = article.parse().map_err(|_| format!("{} is no article", shown(article)))?;
        let new = NewVersion { title: self.title.as_deref().unwrap_or_default(), text };
        let plan = add_version(c, &desk.acting(), id, &new, Seen::default(), limits)?;
        let count = |anchor| plan.with_anchor(anchor).count();
        let (kept, moved, changed, lost) = (count(Anchor::Exact), count(Anchor::Moved), count(Anchor::Changed), count(Anchor::Lost));
        eprintln!(
            "“{}”, version {}: {kept} claims kept, {moved} moved, {changed} changed, {lost} lost, {} new",
            shown(&plan.title),
            plan.number,
            plan.new.len()
        );
        Ok(id)
    }
}
