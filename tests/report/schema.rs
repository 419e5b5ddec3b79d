//! The published schema is that of the types, and holds every report in the JSON form.

use super::sample::{empty, filled, sample, with_claims};
use super::{hostile, text};
use corroborate::report::{ExportFormat, schema};
use jsonschema::Validator;
use serde_json::{Value, json};

const PUBLISHED: &str = "docs/report.schema.json";

pub fn validator() -> Validator {
    let published: Value = serde_json::from_str(&std::fs::read_to_string(PUBLISHED).unwrap()).unwrap();
    jsonschema::draft202012::meta::validate(&published).unwrap();
    jsonschema::draft202012::options().should_validate_formats(true).build(&published).unwrap()
}

/// Fails where the schema refuses a report.
#[track_caller]
pub fn fits(report: &Value) {
    let wrong: Vec<String> = validator().iter_errors(report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let made = schema::json_schema_text();
    if std::env::var_os("WRITE_SCHEMA").is_some() {
        std::fs::write(PUBLISHED, made).unwrap();
    }
    let published = std::fs::read_to_string(PUBLISHED).unwrap_or_default();
    assert!(published == made, "{PUBLISHED} is not what the types give: look at what changed, and write it anew with WRITE_SCHEMA=1");
}

#[test]
fn every_reference_stays_inside() {
    fn look(value: &Value, whole: &Value) {
        match value {
            Value::Object(map) => {
                if let Some(target) = map.get("$ref").and_then(Value::as_str) {
                    assert!(target.starts_with("#/$defs/") && whole.pointer(&target[1..]).is_some(), "{target}");
                }
                map.values().for_each(|value| look(value, whole));
            }
            Value::Array(items) => items.iter().for_each(|value| look(value, whole)),
            _ => {}
        }
    }
    look(schema::json_schema(), schema::json_schema());
}

#[test]
fn it_holds_the_data_of_every_sample() {
    let evil = hostile::EVIL.iter().copied().chain([""]).map(filled);
    for report in [sample(), empty(), with_claims(30)].into_iter().chain(evil) {
        fits(&serde_json::from_str(&text(&report, ExportFormat::Json)).unwrap());
    }
}

#[test]
fn it_refuses_what_is_no_report() {
    let good: Value = serde_json::from_str(&text(&sample(), ExportFormat::Json)).unwrap();
    let breaks: [fn(&mut Value); 8] = [
        |v| v["schema"] = json!(2),
        |v| v["claims"][0]["substance"] = json!("true"),
        |v| v["claims"][0]["spans"][0] = json!([1]),
        |v| v["claims"][0]["spans"][0] = json!([-1, 4]),
        |v| v["claims"][0]["colour"] = json!("red"),
        |v| v["version"]["created_at"] = json!("yesterday"),
        |v| drop(v["article"].as_object_mut().unwrap().remove("title")),
        |v| v["summary"]["by_state"][0] = json!(["checking"]),
    ];
    for (n, change) in breaks.iter().enumerate() {
        let mut broken = good.clone();
        change(&mut broken);
        assert!(!validator().is_valid(&broken), "break {n} is let through");
    }
}
