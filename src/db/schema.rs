//! The tables as diesel sees them: what both databases show to the program.
//!
//! Columns that only a full-text index needs (`seq`) are left out. `tests/schema.rs` holds this file
//! against both databases.
#![allow(missing_docs, reason = "columns are named after what they hold; the types of each thing describe them")]

diesel::table! {
    use crate::db::column::sql::*;

    people (id) {
        id -> Uuid,
        name -> Text,
        email -> Text,
        role -> Text,
        password_hash -> Nullable<Text>,
        disabled_at -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        revision -> Int4,
        keys -> Text,
        from_desk -> Nullable<Text>,
        language -> Nullable<Text>,
        digest -> Bool,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    sessions (id) {
        id -> Uuid,
        person_id -> Uuid,
        token_hash -> Binary,
        csrf -> Text,
        user_agent -> Text,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    tokens (id) {
        id -> Uuid,
        person_id -> Uuid,
        name -> Text,
        token_hash -> Binary,
        created_at -> Timestamptz,
        expires_at -> Nullable<Timestamptz>,
        last_used_at -> Nullable<Timestamptz>,
        revoked_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    one_time_links (id) {
        id -> Uuid,
        kind -> Text,
        person_id -> Nullable<Uuid>,
        token_hash -> Binary,
        created_at -> Timestamptz,
        expires_at -> Timestamptz,
        used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    settings (name) {
        name -> Text,
        value -> Jsonb,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    chains (id) {
        id -> Uuid,
        length -> Int8,
        head_hash -> Text,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    events (id) {
        id -> Uuid,
        chain_id -> Uuid,
        seq -> Int8,
        at -> Timestamptz,
        actor_id -> Nullable<Uuid>,
        actor_name -> Text,
        action -> Text,
        subject_kind -> Text,
        subject_id -> Uuid,
        claim_id -> Nullable<Uuid>,
        before -> Nullable<Text>,
        after -> Nullable<Text>,
        reason -> Nullable<Text>,
        undoes -> Nullable<Uuid>,
        prev_hash -> Text,
        hash -> Text,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    event_order (number) {
        number -> Int8,
        event_id -> Uuid,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    articles (id) {
        id -> Uuid,
        title -> Text,
        byline -> Text,
        publisher -> Text,
        source_url -> Nullable<Text>,
        published_on -> Nullable<Date>,
        language -> Text,
        state -> Text,
        version_id -> Uuid,
        method_note -> Text,
        selection_reason -> Text,
        coverage_reason -> Nullable<Text>,
        signed_off_by -> Nullable<Uuid>,
        signed_off_at -> Nullable<Timestamptz>,
        created_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    versions (id) {
        id -> Uuid,
        article_id -> Uuid,
        number -> Int4,
        title -> Text,
        text -> Text,
        text_sha256 -> Text,
        created_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    sentences (id) {
        id -> Uuid,
        version_id -> Uuid,
        ordinal -> Int4,
        span_start -> Int4,
        span_end -> Int4,
        kind -> Text,
        marked_by -> Nullable<Uuid>,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    extractions (version_id) {
        version_id -> Uuid,
        engine -> Text,
        weights -> Text,
        attributions -> Jsonb,
        sentences -> Jsonb,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    sources (id) {
        id -> Uuid,
        name -> Text,
        name_key -> Text,
        kind -> Text,
        country -> Text,
        links -> Jsonb,
        interests -> Text,
        merged_into -> Nullable<Uuid>,
        created_at -> Timestamptz,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    source_aliases (id) {
        id -> Uuid,
        source_id -> Uuid,
        alias -> Text,
        alias_key -> Text,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    reliability_notes (id) {
        id -> Uuid,
        source_id -> Uuid,
        author_id -> Uuid,
        note -> Text,
        noted_on -> Date,
        created_at -> Timestamptz,
        rating -> Nullable<Text>,
        holds_from -> Nullable<Date>,
        withdrawn_at -> Nullable<Timestamptz>,
        withdrawn_by -> Nullable<Text>,
        withdrawn_why -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    source_merges (from_id) {
        from_id -> Uuid,
        into_id -> Uuid,
        by_name -> Text,
        merged_at -> Timestamptz,
        name_keys -> Jsonb,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    source_differences (one_id, other_id) {
        one_id -> Uuid,
        other_id -> Uuid,
        by_name -> Text,
        told_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    merged_rows (from_id, row_id) {
        from_id -> Uuid,
        row_id -> Uuid,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    claims (id) {
        id -> Uuid,
        article_id -> Uuid,
        version_id -> Uuid,
        sentence_id -> Nullable<Uuid>,
        number -> Int4,
        statement -> Text,
        check_worthiness -> Float8,
        why -> Jsonb,
        state -> Text,
        assignee_id -> Nullable<Uuid>,
        due_on -> Nullable<Date>,
        priority -> Int4,
        risk -> Int4,
        urgency -> Int8,
        substance -> Nullable<Text>,
        attribution -> Nullable<Text>,
        review_id -> Nullable<Uuid>,
        verdict_by -> Nullable<Uuid>,
        verdict_at -> Nullable<Timestamptz>,
        signed_off_by -> Nullable<Uuid>,
        signed_off_at -> Nullable<Timestamptz>,
        set_aside -> Nullable<Text>,
        anchor -> Text,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        removed_at -> Nullable<Timestamptz>,
        revision -> Int4,
        risk_kinds -> Int4,
        true_as_of -> Nullable<Date>,
        recheck_by -> Nullable<Date>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    tags (id) {
        id -> Uuid,
        name -> Text,
        name_key -> Text,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    claim_tags (claim_id, tag_id) {
        claim_id -> Uuid,
        tag_id -> Uuid,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    bulk_steps (id) {
        id -> Uuid,
        actor_id -> Nullable<Uuid>,
        at -> Timestamptz,
        claims -> Int4,
        undoes -> Nullable<Uuid>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    bulk_lines (event_id) {
        event_id -> Uuid,
        step_id -> Uuid,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    saved_views (id) {
        id -> Uuid,
        owner_id -> Uuid,
        name -> Text,
        query -> Text,
        shared -> Bool,
        ordinal -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    claim_spans (id) {
        id -> Uuid,
        claim_id -> Uuid,
        ordinal -> Int4,
        span_start -> Int4,
        span_end -> Int4,
        prefix -> Text,
        exact -> Text,
        suffix -> Text,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    attributions (id) {
        id -> Uuid,
        claim_id -> Uuid,
        ordinal -> Int4,
        role -> Text,
        source_id -> Uuid,
        mention_start -> Nullable<Int4>,
        mention_end -> Nullable<Int4>,
        mention -> Nullable<Text>,
        cue_start -> Nullable<Int4>,
        cue_end -> Nullable<Int4>,
        cue -> Nullable<Text>,
        quotation -> Text,
        verdict -> Nullable<Text>,
        verdict_note -> Text,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    reviews (id) {
        id -> Uuid,
        claim_id -> Uuid,
        reviewer_id -> Uuid,
        substance -> Nullable<Text>,
        attribution -> Nullable<Text>,
        links -> Jsonb,
        rationale -> Text,
        searched -> Text,
        override_reason -> Nullable<Text>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    text_actions (claim_id) {
        claim_id -> Uuid,
        action -> Text,
        proposed_wording -> Text,
        done -> Bool,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    assignments (id) {
        id -> Uuid,
        claim_id -> Uuid,
        assignee_id -> Nullable<Uuid>,
        assigned_by -> Uuid,
        due_on -> Nullable<Date>,
        priority -> Int4,
        message -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    comments (id) {
        id -> Uuid,
        claim_id -> Uuid,
        author_id -> Uuid,
        body -> Text,
        created_at -> Timestamptz,
        resolved_by -> Nullable<Uuid>,
        resolved_at -> Nullable<Timestamptz>,
        resolution -> Nullable<Text>,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    contacts (id) {
        id -> Uuid,
        claim_id -> Uuid,
        name -> Text,
        party -> Text,
        channel -> Text,
        asked_on -> Date,
        question -> Text,
        outcome -> Text,
        answered_on -> Nullable<Date>,
        answer -> Text,
        confidential -> Bool,
        created_by -> Uuid,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        removed_at -> Nullable<Timestamptz>,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    evidence (id) {
        id -> Uuid,
        kind -> Text,
        url -> Nullable<Text>,
        title -> Text,
        publisher -> Text,
        published_on -> Nullable<Date>,
        accessed_on -> Nullable<Date>,
        excerpt -> Text,
        grade -> Text,
        independence -> Text,
        origin_id -> Nullable<Uuid>,
        note -> Text,
        confidential -> Bool,
        created_by -> Uuid,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        revision -> Int4,
        archive_url -> Nullable<Text>,
        copy_sha256 -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    claim_evidence (claim_id, evidence_id) {
        claim_id -> Uuid,
        evidence_id -> Uuid,
        stance -> Text,
        attached_by -> Uuid,
        attached_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    snapshots (id) {
        id -> Uuid,
        evidence_id -> Uuid,
        media_type -> Text,
        sha256 -> Text,
        size -> Int8,
        extracted_text -> Text,
        captured_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    reports (id) {
        id -> Uuid,
        article_id -> Uuid,
        number -> Int4,
        content -> Text,
        sha256 -> Text,
        history_head -> Text,
        frozen_by -> Uuid,
        frozen_at -> Timestamptz,
        signature -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    signing_keys (number) {
        number -> Int4,
        secret -> Binary,
        made_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    corrections (id) {
        id -> Uuid,
        article_id -> Uuid,
        claim_id -> Nullable<Uuid>,
        kind -> Text,
        was -> Text,
        now_says -> Text,
        why -> Text,
        found_by -> Text,
        approved_by -> Uuid,
        published_on -> Date,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    report_origins (article_id) {
        article_id -> Uuid,
        sha256 -> Text,
        article_there -> Text,
        reports -> Jsonb,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    idempotency_keys (person_id, name) {
        person_id -> Uuid,
        name -> Text,
        request_hash -> Binary,
        status -> Int4,
        body -> Text,
        created_at -> Timestamptz,
        headers -> Jsonb,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    publications (id) {
        id -> Uuid,
        article_id -> Uuid,
        slug -> Text,
        chosen -> Bool,
        report_id -> Uuid,
        number -> Int4,
        published_at -> Timestamptz,
        updated_at -> Timestamptz,
        withdrawn_at -> Nullable<Timestamptz>,
        revision -> Int4,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    reader_reports (id) {
        id -> Uuid,
        article_id -> Uuid,
        report_id -> Uuid,
        claim_id -> Nullable<Uuid>,
        body -> Text,
        contact -> Text,
        created_at -> Timestamptz,
        resolved_at -> Nullable<Timestamptz>,
        resolved_by -> Nullable<Uuid>,
        resolution -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    holds (claim_id) {
        claim_id -> Uuid,
        person_id -> Uuid,
        begun_at -> Timestamptz,
        ends_at -> Timestamptz,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    second_checks (id) {
        id -> Uuid,
        claim_id -> Uuid,
        checker_id -> Uuid,
        asked_by -> Uuid,
        message -> Text,
        asked_at -> Timestamptz,
        first_review_id -> Nullable<Uuid>,
        substance -> Nullable<Text>,
        attribution -> Nullable<Text>,
        links -> Jsonb,
        rationale -> Text,
        searched -> Text,
        given_at -> Nullable<Timestamptz>,
        withdrawn_by -> Nullable<Uuid>,
        withdrawn_at -> Nullable<Timestamptz>,
        withdrawn_why -> Nullable<Text>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    mentions (comment_id, span_start) {
        comment_id -> Uuid,
        span_start -> Int4,
        span_end -> Int4,
        person_id -> Uuid,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    notifications (id) {
        id -> Uuid,
        person_id -> Uuid,
        kind -> Text,
        claim_id -> Uuid,
        comment_id -> Nullable<Uuid>,
        event_id -> Uuid,
        actor_id -> Nullable<Uuid>,
        actor_name -> Text,
        said -> Text,
        created_at -> Timestamptz,
        read_at -> Nullable<Timestamptz>,
        mailed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    use crate::db::column::sql::*;

    digests (person_id, day) {
        person_id -> Uuid,
        day -> Date,
        state -> Text,
        tries -> Int4,
        taken_at -> Timestamptz,
        next_at -> Nullable<Timestamptz>,
        sent_at -> Nullable<Timestamptz>,
        error -> Text,
    }
}

diesel::joinable!(sessions -> people (person_id));
diesel::joinable!(tokens -> people (person_id));
diesel::joinable!(one_time_links -> people (person_id));
diesel::joinable!(versions -> articles (article_id));
diesel::joinable!(versions -> people (created_by));
diesel::joinable!(sentences -> versions (version_id));
diesel::joinable!(extractions -> versions (version_id));
diesel::joinable!(sentences -> people (marked_by));
diesel::joinable!(source_aliases -> sources (source_id));
diesel::joinable!(reliability_notes -> sources (source_id));
diesel::joinable!(reliability_notes -> people (author_id));
diesel::joinable!(claims -> articles (article_id));
diesel::joinable!(claims -> versions (version_id));
diesel::joinable!(claims -> sentences (sentence_id));
diesel::joinable!(claim_spans -> claims (claim_id));
diesel::joinable!(attributions -> claims (claim_id));
diesel::joinable!(attributions -> sources (source_id));
diesel::joinable!(reviews -> claims (claim_id));
diesel::joinable!(reviews -> people (reviewer_id));
diesel::joinable!(text_actions -> claims (claim_id));
diesel::joinable!(assignments -> claims (claim_id));
diesel::joinable!(comments -> claims (claim_id));
diesel::joinable!(contacts -> claims (claim_id));
diesel::joinable!(contacts -> people (created_by));
diesel::joinable!(evidence -> sources (origin_id));
diesel::joinable!(evidence -> people (created_by));
diesel::joinable!(claim_evidence -> claims (claim_id));
diesel::joinable!(claim_evidence -> evidence (evidence_id));
diesel::joinable!(claim_evidence -> people (attached_by));
diesel::joinable!(snapshots -> evidence (evidence_id));
diesel::joinable!(reports -> articles (article_id));
diesel::joinable!(reports -> people (frozen_by));
diesel::joinable!(corrections -> articles (article_id));
diesel::joinable!(corrections -> claims (claim_id));
diesel::joinable!(corrections -> people (approved_by));
diesel::joinable!(report_origins -> articles (article_id));
diesel::joinable!(idempotency_keys -> people (person_id));
diesel::joinable!(claim_tags -> claims (claim_id));
diesel::joinable!(claim_tags -> tags (tag_id));
diesel::joinable!(mentions -> comments (comment_id));
diesel::joinable!(mentions -> people (person_id));
diesel::joinable!(notifications -> people (person_id));
diesel::joinable!(notifications -> claims (claim_id));
diesel::joinable!(holds -> claims (claim_id));
diesel::joinable!(holds -> people (person_id));
diesel::joinable!(second_checks -> claims (claim_id));
diesel::joinable!(second_checks -> reviews (first_review_id));
diesel::joinable!(event_order -> events (event_id));
diesel::joinable!(bulk_lines -> events (event_id));
diesel::joinable!(bulk_lines -> bulk_steps (step_id));
diesel::joinable!(saved_views -> people (owner_id));
diesel::joinable!(publications -> articles (article_id));
diesel::joinable!(publications -> reports (report_id));
diesel::joinable!(reader_reports -> articles (article_id));
diesel::joinable!(reader_reports -> claims (claim_id));
diesel::joinable!(reader_reports -> people (resolved_by));

diesel::allow_tables_to_appear_in_same_query!(
    people, sessions, tokens, one_time_links, settings, chains, events, event_order, articles, versions, sentences, extractions, sources, source_aliases,
    reliability_notes, claims, claim_spans, attributions, reviews, text_actions, assignments, comments, contacts, evidence, claim_evidence, snapshots, reports,
    corrections, idempotency_keys, tags, claim_tags, bulk_steps, bulk_lines, saved_views, signing_keys, report_origins, publications, reader_reports, holds,
    source_merges, merged_rows, second_checks, mentions, notifications, digests, source_differences
);
