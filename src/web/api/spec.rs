//! The description of the API (OpenAPI 3.1), made from the handlers and wire types themselves.
//!
//! What a handler says of itself stands beside it; what holds for all (who may, errors, keys, revisions) is added here
//! once, from the table of routes. A test holds the two together.

use super::{
    ProblemBody, article, claim, comment, contact, desk, digest, event, evidence, export, figures, history, key, notification, person, publication, report,
    report_file, second, sentence, source, version, view,
};
use crate::claim::store::queue::QueueSort;
use crate::report::ExportFormat;
use crate::report::listing::ListingFormat;
use crate::web::live::{ChangeJson, PresenceJson};
use crate::web::routes::{self, Access, Route};
use actix_web::HttpResponse;
use actix_web::http::header;
use std::sync::LazyLock;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{AdditionalProperties, AllOf, Object, ObjectBuilder, Schema, Type};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, Content, PathItem, Ref, RefOr, Required, ResponseBuilder};
use utoipa::{Modify, OpenApi};

/// The description of `/api/v1`.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Corroborate",
        description = "What people do on the desk with articles, claims, evidence and reports, for programs. The same rules hold, and every change is a line of history in the name of whoever the token belongs to.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/", description = "This desk")),
    tags(
        (name = "Articles", description = "Texts under check, with their sentences."),
        (name = "Claims", description = "The checkable assertions of articles: the queue, and work on them."),
        (name = "Evidence", description = "What checkers found."),
        (name = "Comments", description = "Remarks on claims."),
        (name = "Second checks", description = "A second person checks a claim without seeing the first finding; how far people agree."),
        (name = "Contacts", description = "Who was asked about a claim, and what came back."),
        (name = "Sources", description = "The registry of whom articles cite."),
        (name = "Reports", description = "What goes out."),
        (name = "People", description = "Whom claims can be given to."),
        (name = "Inbox", description = "What one is told of."),
        (name = "History", description = "What happened, and taking steps back."),
        (name = "About", description = "This description."),
    ),
    paths(
        article::list, article::create, article::show, article::update, article::sign_off, article::reopen, version::list, version::create, version::show,
        sentence::update,
        claim::list, claim::create, claim::show, claim::update, claim::delete, claim::bulk::apply, claim::bulk::undo_step,
        claim::regroup::split, claim::regroup::merge,
        claim::hold::hold, claim::hold::let_go, claim::work::review, claim::work::transition, claim::work::assign,
        evidence::create, evidence::show, evidence::update, evidence::delete,
        second::list, second::mine, second::create, second::finding, second::revoke, second::read,
        claim::seen::list, claim::seen::of_article, claim::seen::take_over, comment::list, comment::create, comment::resolve, comment::reopen,
        contact::list, contact::create, contact::update, contact::delete,
        source::list, source::create, source::show, source::update, source::record::show, source::merge::merge, source::merge::unmerge,
        source::alike::list, source::alike::different, source::note::create, source::note::withdraw,
        person::list, person::work,
        desk::counts, desk::workload, desk::tags, view::list, view::create, view::update, view::delete,
        report::export, report::freeze, report::list, report::show, report::compare, key::show, report_file::import, report_file::schema,
        export::list, export::create, export::show, export::delete, export::file,
        publication::publish, publication::withdraw, publication::list, publication::resolve,
        figures::show, history::list, history::undo_step, event::listen, notification::list, notification::read, digest::show, digest::update,
        show,
    ),
    // What only parameters use has to be named here.
    components(schemas(ProblemBody, ExportFormat, ListingFormat, QueueSort, claim::AssigneeParam, history::SubjectParam, ChangeJson, PresenceJson)),
    modifiers(&WhatHoldsForAll)
)]
struct ApiV1;

/// The description.
pub static DESCRIPTION: LazyLock<utoipa::openapi::OpenApi> = LazyLock::new(ApiV1::openapi);
static AS_JSON: LazyLock<String> = LazyLock::new(|| DESCRIPTION.to_json().unwrap_or_default());

/// Read this description.
#[utoipa::path(get, path = "/api/v1/openapi.json", operation_id = "read_description", tag = "About",
    responses((status = 200, description = "The description of the API (OpenAPI 3.1).", body = Object)))]
pub async fn show() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").insert_header((header::CACHE_CONTROL, "public, max-age=600")).body(AS_JSON.as_str())
}

/// The problems that many operations can answer with: status, name, when.
const PROBLEMS: [(&str, &str, &str); 12] = [
    ("400", "Unreadable", "The request can’t be read: no JSON, a broken cursor, a broken `If-Match` or `Idempotency-Key`."),
    ("401", "Unauthorized", "No token or session, or one that no longer holds."),
    ("403", "Forbidden", "The role does not cover it, whoever set a verdict can’t sign it off, or the CSRF header is missing."),
    ("404", "NotFound", "There is no such thing here."),
    ("405", "MethodNotAllowed", "The address does not do that."),
    (
        "409",
        "Conflict",
        "It collides with what is there: a stale revision (then with `current` and `sent`), a step that the state does not allow, a name that is taken.",
    ),
    ("413", "TooLarge", "The body is larger than this desk allows."),
    ("422", "Unfit", "It can be read and does not fit; `errors` names the fields, `missing` what a verdict lacks."),
    ("428", "RevisionNeeded", "A change must say which revision it was made on, in `revision` or `If-Match`."),
    ("500", "Internal", "A fault of the desk; `reference` is the number to tell its admin."),
    ("503", "Away", "The database is away, or there are as many streams of events as this desk takes; try again after `Retry-After` seconds."),
    ("507", "Full", "The disk is full or read-only; nothing was saved."),
];

struct WhatHoldsForAll;

impl Modify for WhatHoldsForAll {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        env!("CARGO_PKG_VERSION").clone_into(&mut api.info.version);
        let mut components = api.components.take().unwrap_or_default();
        for (name, schema) in &mut components.schemas {
            tighten(name, schema);
        }
        for (_, name, when) in PROBLEMS {
            let content = Content::new(Some(RefOr::Ref(Ref::from_schema_name("Problem"))));
            let response = ResponseBuilder::new().description(when).content("application/problem+json", content).build();
            components.responses.insert(name.to_owned(), RefOr::T(response));
        }
        let key = |value| SecurityScheme::ApiKey(value);
        components.add_security_scheme("token", SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build()));
        components.add_security_scheme("session", key(ApiKey::Cookie(ApiKeyValue::new(crate::web::visit::SESSION_COOKIE))));
        components.add_security_scheme("csrf", key(ApiKey::Header(ApiKeyValue::with_description("X-CSRF-Token", "For everything but reading."))));
        for route in routes::ROUTES {
            if let Some(operation) = api.paths.paths.get_mut(route.path).and_then(|item| operation_of(item, route.method)) {
                finish(operation, route, &components);
            }
        }
        api.components = Some(components);
    }
}

fn operation_of<'i>(item: &'i mut PathItem, method: &str) -> Option<&'i mut Operation> {
    match method {
        "get" => item.get.as_mut(),
        "post" => item.post.as_mut(),
        "patch" => item.patch.as_mut(),
        "delete" => item.delete.as_mut(),
        _ => None,
    }
}

/// The methods and paths that are described.
pub fn described() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (path, item) in &DESCRIPTION.paths.paths {
        for method in ["get", "post", "put", "patch", "delete"] {
            if operation(item, method).is_some() {
                all.push((method.to_owned(), path.clone()));
            }
        }
    }
    all
}

/// One operation of a path.
pub fn operation<'i>(item: &'i PathItem, method: &str) -> Option<&'i Operation> {
    match method {
        "get" => item.get.as_ref(),
        "post" => item.post.as_ref(),
        "put" => item.put.as_ref(),
        "patch" => item.patch.as_ref(),
        "delete" => item.delete.as_ref(),
        _ => None,
    }
}

/// Adds what the table of routes and the rules of the API say of an operation.
fn finish(operation: &mut Operation, route: &Route, components: &Components) {
    if route.access == Access::Open {
        operation.security = Some(Vec::new());
        return;
    }
    let writes = route.method != "get";
    if let Access::May(permission) = route.access {
        let needs = format!("Needs the role `{}` or higher.", permission.least_role());
        operation.description = Some(operation.description.take().map_or(needs.clone(), |text| format!("{text}\n\n{needs}")));
    }
    let session = SecurityRequirement::new("session", [""; 0]);
    let session = if writes { session.add("csrf", [""; 0]) } else { session };
    operation.security = Some(vec![SecurityRequirement::new("token", [""; 0]), session]);
    let has_query = operation.parameters.iter().flatten().any(|parameter| matches!(parameter, RefOr::T(p) if p.parameter_in == ParameterIn::Query));
    let mut statuses = vec!["401", "500", "503"];
    if route.path.contains('{') || writes {
        statuses.push("404");
    }
    if has_query || writes {
        statuses.extend(["400", "422"]);
    }
    if writes {
        statuses.extend(["403", "409", "413", "507"]);
    }
    if route.method == "patch" {
        statuses.push("428");
    }
    for (status, name, _) in PROBLEMS.iter().filter(|(status, _, _)| statuses.contains(status)) {
        operation.responses.responses.insert((*status).to_owned(), RefOr::Ref(Ref::from_response_name(*name)));
    }
    let mut headers = Vec::new();
    if route.method == "post" {
        headers.push(text_header(
            "Idempotency-Key",
            "Makes a repeat harmless: the same key with the same request gets the same answer, and nothing is done twice. Kept for 24 hours.",
        ));
    }
    if carries_revision(operation, components) {
        headers.push(text_header("If-Match", "The revision that was looked at, in quotation marks; the same as `revision`."));
    }
    operation.parameters.get_or_insert_default().extend(headers.into_iter().map(RefOr::T));
}

fn text_header(name: &str, description: &str) -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String);
    let text = if name == "If-Match" { text.pattern(Some("^\"[0-9]{1,9}\"$")) } else { text.pattern(Some("^[!-~]{1,255}$")) };
    ParameterBuilder::new().name(name).parameter_in(ParameterIn::Header).required(Required::False).description(Some(description)).schema(Some(text)).build()
}

/// Whether a request says which revision it is about.
fn carries_revision(operation: &Operation, components: &Components) -> bool {
    let in_query = operation.parameters.iter().flatten().any(|parameter| matches!(parameter, RefOr::T(p) if p.name == "revision"));
    let body = operation.request_body.iter().filter_map(|body| match body {
        RefOr::T(body) => body.content.values().find_map(|content| match content {
            RefOr::T(content) => content.schema.as_ref(),
            RefOr::Ref(_) => None,
        }),
        RefOr::Ref(_) => None,
    });
    in_query || body.into_iter().any(|schema| has_revision(schema, components))
}

fn has_revision(schema: &RefOr<Schema>, components: &Components) -> bool {
    match schema {
        RefOr::Ref(reference) => {
            let name = reference.ref_location.rsplit('/').next().unwrap_or_default();
            components.schemas.get(name).is_some_and(|schema| has_revision(schema, components))
        }
        RefOr::T(Schema::Object(object)) => object.properties.contains_key("revision"),
        RefOr::T(Schema::OneOf(some)) => some.items.iter().any(|schema| has_revision(schema, components)),
        RefOr::T(_) => false,
    }
}

/// What the desk answers always has all its fields; what it is sent may have no others.
fn tighten(name: &str, schema: &mut RefOr<Schema>) {
    let sent = name.ends_with("Post") || name.ends_with("Patch");
    let answered = name.contains("Json") || name.ends_with("Ref") || name == "ClaimCounts";
    let each = |object: &mut Object| {
        if sent && !object.properties.is_empty() {
            object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
        }
        if let Some(RefOr::T(Schema::Object(revision))) = object.properties.get_mut("revision") {
            revision.minimum = Some(utoipa::Number::Int(1));
        }
        if answered {
            object.required = object.properties.keys().cloned().collect();
        }
    };
    match schema {
        RefOr::T(Schema::Object(object)) => each(object),
        RefOr::T(Schema::AllOf(AllOf { items, .. })) => {
            for item in items {
                if let RefOr::T(Schema::Object(object)) = item {
                    each(object);
                }
            }
        }
        RefOr::T(_) | RefOr::Ref(_) => {}
    }
}
