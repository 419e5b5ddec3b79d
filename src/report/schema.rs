//! The JSON Schema of the JSON form, made of the types themselves. Pure.
//!
//! It stands alone: every part is under `$defs`, nothing leads elsewhere. Lists of codes are closed, and objects have no
//! fields but those that are named: a field that was misspelt is found. Programs that want to read files of later versions
//! must allow for more fields, because fields are only ever added (see [`super::model`]). Start at [`json_schema`];
//! [`unknown_field`] finds what this version does not know.

use super::{Report, SCHEMA};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use utoipa::{PartialSchema, ToSchema};

/// The dialect that the schema is written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// Where the description of the API keeps its parts, and where the schema keeps them.
const COMPONENTS: &str = "#/components/schemas/";
const DEFS: &str = "#/$defs/";

static WHOLE: LazyLock<Value> = LazyLock::new(make);
static AS_TEXT: LazyLock<String> = LazyLock::new(|| serde_json::to_string_pretty(&*WHOLE).map(|text| text + "\n").unwrap_or_default());

/// The schema.
pub fn json_schema() -> &'static Value {
    &WHOLE
}

/// The schema as it is served and published.
pub fn json_schema_text() -> &'static str {
    &AS_TEXT
}

fn make() -> Value {
    let mut parts = vec![(Report::name().into_owned(), Report::schema())];
    Report::schemas(&mut parts);
    let mut defs = Map::new();
    for (name, part) in parts {
        let mut part = serde_json::to_value(part).unwrap_or_default();
        adapt(&mut part);
        defs.insert(name, part);
    }
    if let Some(number) = defs.get_mut(&*Report::name()).and_then(|report| report.pointer_mut("/properties/schema")) {
        *number = json!({"description": "Version of the JSON form.", "const": SCHEMA});
    }
    json!({
        "$schema": DIALECT,
        "title": "Report on the check of an article",
        "description": "The JSON form of a report of Corroborate, version 1. Offsets are pairs [start, end) that count Unicode scalar values of version.text.",
        "$ref": format!("{DEFS}{}", Report::name()),
        "$defs": defs,
    })
}

/// Turns a part of the description of the API into a part of the schema.
fn adapt(part: &mut Value) {
    match part {
        Value::Object(map) => {
            if let Some(Value::String(target)) = map.get_mut("$ref") {
                *target = target.replace(COMPONENTS, DEFS);
            }
            if let Some(Value::String(said)) = map.get_mut("description") {
                // A link of the source code is none here.
                *said = said.replace("[`", "").replace("`]", "").replace('`', "");
            }
            map.values_mut().for_each(adapt);
            if let Some(count) = map.get("prefixItems").and_then(Value::as_array).map(Vec::len) {
                // A pair is two things, neither more nor fewer.
                map.insert("minItems".to_owned(), json!(count));
                map.insert("maxItems".to_owned(), json!(count));
            }
            if map.get("properties").is_some_and(|properties| properties.is_object() && map.get("type").is_some_and(|kind| kind == "object")) {
                map.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(adapt),
        _ => {}
    }
}

/// The first field of a report that this version does not know, as a path.
pub(super) fn unknown_field(report: &Value) -> Option<String> {
    look(report, json_schema(), "")
}

fn look(value: &Value, part: &Value, path: &str) -> Option<String> {
    let part = match part.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#')) {
        Some(target) => json_schema().pointer(target)?,
        None => part,
    };
    let one_of = part.get("oneOf").and_then(Value::as_array);
    if let Some(choices) = one_of {
        // Null, or what there is else.
        return choices.iter().find(|choice| choice.get("type").is_none_or(|kind| kind != "null")).and_then(|choice| look(value, choice, path));
    }
    match value {
        Value::Object(map) => {
            let properties = part.get("properties").and_then(Value::as_object)?;
            map.iter().find_map(|(name, value)| {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                match properties.get(name) {
                    Some(part) => look(value, part, &path),
                    None => Some(path),
                }
            })
        }
        Value::Array(items) => {
            let each = part.get("items").filter(|items| items.is_object())?;
            items.iter().enumerate().find_map(|(n, value)| look(value, each, &format!("{path}[{n}]")))
        }
        _ => None,
    }
}
