//! The things that can happen, as codes that stand in the history for good.

use crate::codes;

codes! {
    /// What was done.
    "action"
    pub enum Action {
        /// An article came in.
        ArticleImported = "article_imported",
        /// Its title, byline, publisher or notes were changed.
        ArticleAmended = "article_amended",
        /// It was signed off as a whole.
        ArticleSignedOff = "article_signed_off",
        /// It was opened again.
        ArticleReopened = "article_reopened",
        /// A new version of its text came in.
        VersionAdded = "version_added",
        /// A claim was carried over to a new version of the text.
        ClaimCarried = "claim_carried",
        /// A sentence's kind was set by a person.
        SentenceMarked = "sentence_marked",
        /// A claim was made from a piece of text.
        ClaimAdded = "claim_added",
        /// A claim's statement was put in other words.
        ClaimReworded = "claim_reworded",
        /// A claim was taken out.
        ClaimRemoved = "claim_removed",
        /// A claim that was taken out is back.
        ClaimRestored = "claim_restored",
        /// A claim was split into several.
        ClaimSplit = "claim_split",
        /// Other claims were merged into a claim.
        ClaimsMerged = "claims_merged",
        /// A claim was merged into another.
        ClaimMerged = "claim_merged",
        /// A claim's chain of sources was changed.
        ChainChanged = "chain_changed",
        /// Which words of the text a claim covers was changed.
        SpansChanged = "spans_changed",
        /// A claim's risk was set.
        RiskSet = "risk_set",
        /// A claim's tags were changed.
        TagsChanged = "tags_changed",
        /// For which day a finding holds, or until when it is to be looked at again, was set.
        DatesSet = "dates_set",
        /// A claim moved from one work state to another.
        StateChanged = "state_changed",
        /// A claim was given to a person, or taken from one.
        Assigned = "assigned",
        /// A finding was made.
        VerdictSet = "verdict_set",
        /// Somebody was asked for a second check that does not see the first.
        SecondCheckAsked = "second_check_asked",
        /// The second check was given.
        SecondCheckGiven = "second_check_given",
        /// A second check was called off, or declined.
        SecondCheckWithdrawn = "second_check_withdrawn",
        /// What should happen to the text was decided.
        TextActionSet = "text_action_set",
        /// Evidence was attached to a claim.
        EvidenceAttached = "evidence_attached",
        /// Evidence was changed.
        EvidenceAmended = "evidence_amended",
        /// Evidence was taken from a claim.
        EvidenceDetached = "evidence_detached",
        /// A remark was made.
        CommentAdded = "comment_added",
        /// A remark was settled.
        CommentResolved = "comment_resolved",
        /// A remark that was settled was opened again.
        CommentReopened = "comment_reopened",
        /// Somebody was asked for comment.
        ContactEntered = "contact_entered",
        /// What came of asking somebody was changed.
        ContactAmended = "contact_amended",
        /// An entry of somebody who was asked was taken out.
        ContactRemoved = "contact_removed",
        /// A source was entered.
        SourceAdded = "source_added",
        /// A source's entry was changed.
        SourceAmended = "source_amended",
        /// A source was merged into another.
        SourceMerged = "source_merged",
        /// A source that was merged stands on its own again.
        SourceUnmerged = "source_unmerged",
        /// Two sources were said to be different, or no longer.
        SourcesToldApart = "sources_told_apart",
        /// A note on a source's reliability was made.
        ReliabilityNoted = "reliability_noted",
        /// A note on a source's reliability was withdrawn.
        ReliabilityWithdrawn = "reliability_withdrawn",
        /// The desk was set up.
        DeskSetUp = "desk_set_up",
        /// A person joined.
        PersonAdded = "person_added",
        /// A person's role was changed.
        RoleChanged = "role_changed",
        /// A person may no longer sign in.
        PersonDisabled = "person_disabled",
        /// A person may sign in again.
        PersonEnabled = "person_enabled",
        /// A link to set a password was made.
        PasswordLinkMade = "password_link_made",
        /// A person set their password.
        PasswordSet = "password_set",
        /// A token for the API was made.
        TokenMade = "token_made",
        /// A token was revoked.
        TokenRevoked = "token_revoked",
        /// The desk's settings were changed.
        SettingsChanged = "settings_changed",
        /// A filter of the queue was given to the whole desk.
        ViewShared = "view_shared",
        /// A view of the whole desk was changed.
        ViewAmended = "view_amended",
        /// A view was taken from the desk.
        ViewWithdrawn = "view_withdrawn",
        /// A report was frozen.
        ReportFrozen = "report_frozen",
        /// A frozen report got a page that everybody can read.
        PagePublished = "page_published",
        /// Another frozen report stands on an article's public page.
        PageMoved = "page_moved",
        /// An article's public page was taken back.
        PageWithdrawn = "page_withdrawn",
        /// A reader of a public page reported an error.
        ReaderReported = "reader_reported",
        /// What a reader reported was answered.
        ReaderAnswered = "reader_answered",
        /// A correction was entered.
        CorrectionEntered = "correction_entered",
    }
}

codes! {
    /// What kind of thing a line is about.
    "subject-kind"
    pub enum SubjectKind {
        /// The desk itself.
        Desk = "desk",
        /// An article.
        Article = "article",
        /// A sentence.
        Sentence = "sentence",
        /// A claim.
        Claim = "claim",
        /// A piece of evidence.
        Evidence = "evidence",
        /// A remark.
        Comment = "comment",
        /// Somebody asked for comment.
        Contact = "contact",
        /// A source.
        Source = "source",
        /// A person.
        Person = "person",
        /// A token.
        Token = "token",
        /// A view of the queue.
        View = "view",
        /// A report.
        Report = "report",
        /// An article's public page.
        Page = "page",
        /// What a reader of a public page reported.
        ReaderReport = "reader_report",
    }
}
