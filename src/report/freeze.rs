//! Freezing: a report gets a number, a hash and the desk's signature, and stays as it is whatever happens to the
//! article afterwards.
//!
//! What is kept is the report as canonical JSON without what is confidential, so that the JSON form that a reader
//! holds can be compared with it to the last character (see [`super::verify`]). Each names the hash of the article's
//! frozen report before it. Every other form of a frozen report is made of that content too. Start at
//! [`freeze_report`].

use super::assemble::assemble_in;
use super::error::ReportError;
use super::store::{self, FrozenReport};
use super::{ExportFormat, FrozenPart, PreviousPart, Rendered, Report, SignaturePart, Watch, file_name, json, redact, render_watched, unwatched};
use crate::account::{Acting, Forbidden, Permission};
use crate::article::store as articles;
use crate::article::text_sha256;
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, canonical_json, chain_of};
use crate::ids::ArticleId;
use crate::wording::Words;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};

/// Freezes the check of an article as it stands now.
pub fn freeze_report(c: &mut DbConnection, acting: &Acting, article: ArticleId) -> Result<FrozenReport, ReportError> {
    acting.require(Permission::Freeze)?;
    let frozen_by = acting.id.ok_or(Forbidden(Permission::Freeze))?;
    transact(c, |c| {
        articles::find_article(c, article)?.ok_or(ReportError::NotFound("article"))?;
        // Nothing of the article's check changes from here on: whoever changes it has to write to its history.
        let (_, history_head) = history::lock_chain(c, chain_of(article))?;
        let previous = store::last_report(c, article)?.map(|(number, sha256)| PreviousPart { number, sha256 });
        let number = previous.as_ref().map_or(0, |previous| previous.number) + 1;
        let key = store::desk_key(c, acting.now)?;
        let public = key.public().hex();
        let mut report = redact(assemble_in(c, article, acting.now)?);
        let part = FrozenPart { number, by: acting.name.clone(), at: acting.now.0, previous, key: Some(public.clone()), sha256: None };
        report.frozen = Some(part);
        let value = serde_json::to_value(&report).map_err(|e| StoreError::Broken(e.to_string()))?;
        let content = canonical_json(&value);
        let sha256 = text_sha256(&content);
        let frozen = FrozenReport {
            id: acting.ids.make(),
            article_id: article,
            number,
            signature: Some(key.sign(&sha256)),
            sha256,
            content,
            history_head,
            frozen_by,
            frozen_at: acting.now,
        };
        store::insert_report(c, &frozen)?;
        let event = NewEvent::new(Action::ReportFrozen, SubjectKind::Report, frozen.id)
            .after(json!({"number": number, "sha256": frozen.sha256, "history_head": frozen.history_head, "key": public}));
        history::record(c, &acting.pen(), chain_of(article), event)?;
        Ok(frozen)
    })
}

impl FrozenReport {
    /// The report as it was frozen, with its hash and signature.
    ///
    /// # Errors
    /// [`StoreError::Broken`] where the stored content is no report.
    pub fn report(&self) -> Result<Report, StoreError> {
        let mut report: Report = serde_json::from_str(&self.content).map_err(|e| self.broken(&e))?;
        if let Some(frozen) = &mut report.frozen {
            frozen.sha256 = Some(self.sha256.clone());
        }
        report.signature = self.signature_part();
        Ok(report)
    }

    /// How many claims it is on, without reading what it says of them.
    ///
    /// # Errors
    /// [`StoreError::Broken`] where the stored content is no report.
    pub fn claims(&self) -> Result<usize, StoreError> {
        #[derive(Deserialize)]
        struct Counted {
            claims: Vec<IgnoredAny>,
        }
        let counted: Counted = serde_json::from_str(&self.content).map_err(|e| self.broken(&e))?;
        Ok(counted.claims.len())
    }

    /// The desk’s signature on it.
    pub fn signature_part(&self) -> Option<SignaturePart> {
        self.signature.as_deref().map(|value| SignaturePart::new(&self.sha256, value))
    }

    fn broken(&self, error: &serde_json::Error) -> StoreError {
        StoreError::Broken(format!("frozen report {}: {error}", self.id))
    }
}

/// Renders a frozen report in any form, from what was frozen and from nothing else.
pub fn render_frozen(frozen: &FrozenReport, format: ExportFormat, words: &Words) -> Result<Rendered, ReportError> {
    render_frozen_watched(frozen, format, words, &unwatched)
}

/// The same, telling how far it is; see [`render_watched`].
pub fn render_frozen_watched(frozen: &FrozenReport, format: ExportFormat, words: &Words, watch: Watch<'_>) -> Result<Rendered, ReportError> {
    let report = frozen.report()?;
    if format != ExportFormat::Json {
        return render_watched(report, format, words, watch);
    }
    // Field for field what was hashed, also where a later version of the program would write more fields.
    let mut content: Value = serde_json::from_str(&frozen.content).map_err(|e| frozen.broken(&e))?;
    if let (Some(fields), Some(signature)) = (content.as_object_mut(), frozen.signature_part()) {
        fields.insert("signature".to_owned(), json!(signature));
    }
    let (media_type, _) = format.file_kind();
    Ok(Rendered { bytes: json::pretty(&content)?, media_type, file_name: file_name(&report, ExportFormat::Json) })
}
