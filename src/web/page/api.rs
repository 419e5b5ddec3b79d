//! The page that explains the API: every route with what it takes and answers, and a form to try it.
//!
//! All of it comes from the description that programs read, so the page can't say anything else. What the description
//! says is in English, whatever the language of the page.

use super::Shell;
use crate::web::answer::html;
use crate::web::api::spec::{DESCRIPTION, operation};
use crate::web::{Desk, PageError, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde_json::Value;
use std::sync::{Arc, LazyLock};
use utoipa::openapi::path::{Operation, Parameter, ParameterIn};
use utoipa::openapi::schema::{Object, Schema, SchemaType, Type};
use utoipa::openapi::{RefOr, Required};

/// The routes of one kind of thing.
struct Thing {
    id: String,
    name: String,
    say: String,
    routes: Vec<Explained>,
}

/// One route.
struct Explained {
    id: String,
    method: String,
    path: String,
    summary: String,
    say: Vec<String>,
    parameters: Vec<Field>,
    body: Option<Body>,
    answers: Vec<(String, String)>,
}

/// A parameter, or a field of a body.
struct Field {
    name: String,
    place: &'static str,
    kind: String,
    required: bool,
    say: String,
}

/// What a route takes as its body.
struct Body {
    required: bool,
    fields: Vec<Field>,
    example: String,
}

static THINGS: LazyLock<Vec<Thing>> = LazyLock::new(explain);

#[derive(Template)]
#[template(path = "api/show.html")]
struct ApiPage {
    shell: Shell,
    w: Arc<Words>,
    things: &'static [Thing],
}

/// Shows the page.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let w = room.words.clone();
        let shell = room.shell(w.t("api-title"), "api");
        html(&ApiPage { shell, w, things: &THINGS })
    })
    .await
}

fn explain() -> Vec<Thing> {
    let tags = DESCRIPTION.tags.iter().flatten();
    let thing = |tag: &utoipa::openapi::Tag| Thing {
        id: tag.name.to_lowercase(),
        name: tag.name.clone(),
        say: tag.description.clone().unwrap_or_default(),
        routes: routes_of(&tag.name),
    };
    tags.map(thing).collect()
}

/// The routes of a tag in the order of the table of routes.
fn routes_of(tag: &str) -> Vec<Explained> {
    let routes = crate::web::routes::ROUTES.iter().filter_map(|route| {
        let operation = operation(DESCRIPTION.paths.paths.get(route.path)?, route.method)?;
        operation.tags.iter().flatten().any(|name| name == tag).then(|| explained(route.method, route.path, operation))
    });
    routes.collect()
}

fn explained(method: &str, path: &str, operation: &Operation) -> Explained {
    let parameters = operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
        RefOr::T(parameter) => Some(parameter_field(parameter)),
        RefOr::Ref(_) => None,
    });
    let answer = |(status, response): (&String, &RefOr<utoipa::openapi::Response>)| {
        let response = match response {
            RefOr::T(response) => Some(response),
            RefOr::Ref(reference) => match DESCRIPTION.components.as_ref()?.responses.get(last_part(&reference.ref_location))? {
                RefOr::T(response) => Some(response),
                RefOr::Ref(_) => None,
            },
        };
        Some((status.clone(), plain(&response?.description)))
    };
    Explained {
        id: operation.operation_id.clone().unwrap_or_default(),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: operation.summary.clone().unwrap_or_default(),
        say: operation.description.iter().flat_map(|text| text.split("\n\n")).filter(|text| !text.trim().is_empty()).map(plain).collect(),
        parameters: parameters.collect(),
        body: body_of(operation),
        answers: operation.responses.responses.iter().filter_map(answer).collect(),
    }
}

fn last_part(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or_default()
}

/// A text without the marks of code.
fn plain(text: &str) -> String {
    text.replace('`', "").replace('\n', " ")
}

fn parameter_field(parameter: &Parameter) -> Field {
    let place = match parameter.parameter_in {
        ParameterIn::Path => "path",
        ParameterIn::Header => "header",
        _ => "query",
    };
    Field {
        name: parameter.name.clone(),
        place,
        kind: parameter.schema.as_ref().map(kind_of).unwrap_or_default(),
        required: matches!(parameter.required, Required::True),
        say: plain(parameter.description.as_deref().unwrap_or_default()),
    }
}

/// The schema behind a reference.
fn behind(schema: &RefOr<Schema>) -> Option<&Schema> {
    match schema {
        RefOr::T(schema) => Some(schema),
        RefOr::Ref(reference) => behind(DESCRIPTION.components.as_ref()?.schemas.get(last_part(&reference.ref_location))?),
    }
}

fn body_of(operation: &Operation) -> Option<Body> {
    let RefOr::T(body) = operation.request_body.as_ref()? else { return None };
    let schema = body.content.values().find_map(|content| match content {
        RefOr::T(content) => content.schema.as_ref(),
        RefOr::Ref(_) => None,
    })?;
    // A body that may be left out is described as one of: nothing, or this.
    let schema = match schema {
        RefOr::T(Schema::OneOf(some)) => some.items.iter().find(|item| matches!(item, RefOr::Ref(_)))?,
        schema => schema,
    };
    let Schema::Object(object) = behind(schema)? else { return None };
    let field = |(name, schema): (&String, &RefOr<Schema>)| Field {
        name: name.clone(),
        place: "body",
        kind: kind_of(schema),
        required: object.required.contains(name),
        say: plain(&said(schema)),
    };
    let example = object.example.as_ref().and_then(|example| serde_json::to_string_pretty(example).ok());
    Some(Body {
        required: matches!(body.required, Some(Required::True)),
        fields: object.properties.iter().map(field).collect(),
        example: example.unwrap_or_else(|| "{}".to_owned()),
    })
}

/// What is said of a field.
fn said(schema: &RefOr<Schema>) -> String {
    let text = match schema {
        RefOr::Ref(reference) => Some(reference.description.clone()),
        RefOr::T(Schema::Object(object)) => object.description.clone(),
        RefOr::T(Schema::Array(array)) => array.description.clone(),
        RefOr::T(Schema::OneOf(some)) => some.description.clone().or_else(|| some.items.iter().map(said).find(|text| !text.is_empty())),
        RefOr::T(Schema::AllOf(some)) => some.description.clone(),
        RefOr::T(_) => None,
    };
    text.unwrap_or_default()
}

/// What a value looks like, in a few words.
fn kind_of(schema: &RefOr<Schema>) -> String {
    match schema {
        RefOr::Ref(reference) => match behind(schema) {
            Some(Schema::Object(object)) if object.enum_values.is_some() => choices(object.enum_values.iter().flatten()),
            Some(Schema::Object(object)) if object.properties.is_empty() => last_part(&reference.ref_location).to_owned(),
            Some(Schema::Object(object)) => fields_of(object),
            Some(Schema::OneOf(some)) => alternatives(&some.items),
            Some(Schema::Array(_)) => "[start, end]".to_owned(),
            _ => last_part(&reference.ref_location).to_owned(),
        },
        RefOr::T(Schema::Array(array)) => match &array.items {
            utoipa::openapi::schema::ArrayItems::RefOrSchema(item) => format!("list of {}", kind_of(item)),
            utoipa::openapi::schema::ArrayItems::False => "list".to_owned(),
        },
        RefOr::T(Schema::Object(object)) if object.enum_values.is_some() => choices(object.enum_values.iter().flatten()),
        RefOr::T(Schema::Object(object)) if !object.properties.is_empty() => fields_of(object),
        RefOr::T(Schema::Object(object)) => {
            let format = object.format.as_ref().map(|format| match format {
                utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::Date) => "date",
                utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::Uuid) => "id",
                _ => "",
            });
            match format {
                Some(format) if !format.is_empty() => format.to_owned(),
                _ => type_name(&object.schema_type).to_owned(),
            }
        }
        RefOr::T(Schema::OneOf(some)) => alternatives(&some.items),
        RefOr::T(_) => String::new(),
    }
}

/// The fields of an object: `{ role, source, kind? }`. A field of one possible value is shown with it.
fn fields_of(object: &Object) -> String {
    let is_one = |schema: &RefOr<Schema>| matches!(schema, RefOr::T(Schema::Object(inner)) if inner.enum_values.as_ref().is_some_and(|v| v.len() == 1));
    let field = |(name, schema): (&String, &RefOr<Schema>)| match (is_one(schema), object.required.contains(name)) {
        (true, _) => format!("{name}: {}", kind_of(schema)),
        (false, true) => name.clone(),
        (false, false) => format!("{name}?"),
    };
    let (first, rest): (Vec<_>, Vec<_>) = object.properties.iter().partition(|(_, schema)| is_one(schema));
    format!("{{ {} }}", first.into_iter().chain(rest).map(field).collect::<Vec<_>>().join(", "))
}

fn alternatives(items: &[RefOr<Schema>]) -> String {
    items.iter().filter(|item| !is_null(item)).map(kind_of).filter(|kind| !kind.is_empty()).collect::<Vec<_>>().join(" or ")
}

fn is_null(schema: &RefOr<Schema>) -> bool {
    matches!(schema, RefOr::T(Schema::Object(object)) if matches!(object.schema_type, SchemaType::Type(Type::Null)))
}

fn choices<'v>(values: impl Iterator<Item = &'v Value>) -> String {
    values.filter_map(Value::as_str).collect::<Vec<_>>().join(" | ")
}

fn type_name(kind: &SchemaType) -> &'static str {
    let name = |kind: &Type| match kind {
        Type::String => "text",
        Type::Integer | Type::Number => "number",
        Type::Boolean => "true | false",
        Type::Array => "list",
        Type::Object => "object",
        Type::Null => "",
    };
    match kind {
        SchemaType::Type(kind) => name(kind),
        SchemaType::Array(kinds) => kinds.iter().map(name).find(|name| !name.is_empty()).unwrap_or_default(),
        SchemaType::AnyValue => "anything",
    }
}
