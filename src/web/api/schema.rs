//! How ids, codes and spans look to a program, for the description of the API.

use crate::code::Code;
use crate::span::Span;
use std::borrow::Cow;
use utoipa::openapi::schema::{ArrayBuilder, Object, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{KnownFormat, RefOr};
use utoipa::{PartialSchema, ToSchema};

fn code_schema<C: Code>() -> RefOr<Schema> {
    let codes = C::ALL.iter().map(|value| value.code());
    RefOr::T(Schema::Object(ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).build()))
}

fn id_schema() -> Object {
    ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))).build()
}

macro_rules! schemas {
    ($schema:expr => $($rust:path as $name:literal),+ $(,)?) => { $(
        impl PartialSchema for $rust {
            fn schema() -> RefOr<Schema> {
                $schema
            }
        }
        impl ToSchema for $rust {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    )+ };
}

schemas!(code_schema::<Self>() =>
    crate::account::Role as "Role",
    crate::article::ArticleState as "ArticleState",
    crate::article::CorrectionKind as "CorrectionKind",
    crate::article::SentenceKind as "SentenceKind",
    crate::claim::contact::ContactChannel as "ContactChannel",
    crate::claim::contact::ContactOutcome as "ContactOutcome",
    crate::claim::mention::Untold as "Untold",
    crate::claim::Anchor as "Anchor",
    crate::claim::AttributionVerdict as "AttributionVerdict",
    crate::claim::Priority as "Priority",
    crate::claim::Quotation as "Quotation",
    crate::claim::Risk as "Risk",
    crate::claim::RiskKind as "RiskKind",
    crate::claim::Role as "ChainRole",
    crate::claim::SetAsideReason as "SetAsideReason",
    crate::claim::Substance as "Substance",
    crate::claim::TextAction as "TextAction",
    crate::claim::Why as "Why",
    crate::claim::WorkState as "WorkState",
    crate::claim::store::queue::QueueSort as "QueueSort",
    crate::digest::store::State as "DigestState",
    crate::evidence::EvidenceKind as "EvidenceKind",
    crate::evidence::Grade as "Grade",
    crate::evidence::Independence as "Independence",
    crate::evidence::Stance as "Stance",
    crate::inbox::News as "News",
    crate::report::ExportFormat as "ExportFormat",
    crate::report::listing::ListingFormat as "ListingFormat",
    crate::report::ReportField as "ReportField",
    crate::web::api::second::SecondState as "SecondState",
    crate::report::Stage as "ExportStage",
    crate::web::export::ExportState as "ExportState",
    crate::review::verdict::Missing as "Missing",
    crate::source::Rating as "Rating",
    crate::source::SourceKind as "SourceKind",
    crate::source::alike::Alike as "Alike",
);

schemas!(RefOr::T(Schema::Object(id_schema())) =>
    crate::ids::ArticleId as "ArticleId",
    crate::ids::AttributionId as "AttributionId",
    crate::ids::ClaimId as "ClaimId",
    crate::ids::CommentId as "CommentId",
    crate::ids::ContactId as "ContactId",
    crate::ids::EventId as "EventId",
    crate::ids::EvidenceId as "EvidenceId",
    crate::ids::NoteId as "NoteId",
    crate::ids::JobId as "ExportId",
    crate::ids::NotificationId as "NotificationId",
    crate::ids::PersonId as "PersonId",
    crate::ids::ReportId as "ReportId",
    crate::ids::ReaderReportId as "ReaderReportId",
    crate::ids::ReviewId as "ReviewId",
    crate::ids::SecondCheckId as "SecondCheckId",
    crate::ids::SentenceId as "SentenceId",
    crate::ids::SourceId as "SourceId",
    crate::ids::StepId as "StepId",
    crate::ids::SubjectId as "SubjectId",
    crate::ids::VersionId as "VersionId",
    crate::ids::ViewId as "ViewId",
);

schemas!(span_schema() => Span as "Span");

/// A pair of positions; what `[start, end)` means is said once here.
fn span_schema() -> RefOr<Schema> {
    let position = ObjectBuilder::new().schema_type(SchemaType::new(Type::Integer)).minimum(Some(0)).build();
    let pair = ArrayBuilder::new()
        .items(RefOr::T(Schema::Object(position)))
        .min_items(Some(2))
        .max_items(Some(2))
        .description(Some("A place in the text, [start, end): Unicode scalar values of the version's text, the end not included."))
        .build();
    RefOr::T(Schema::Array(pair))
}
