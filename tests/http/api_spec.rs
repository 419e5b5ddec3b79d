//! The description of the API and the table of routes say the same, and the description is whole.

use crate::support::{App, on_both_databases};
use corroborate::web::api::spec::described;
use corroborate::web::routes::ROUTES;
use serde_json::Value;
use std::collections::BTreeSet;

on_both_databases! { async App:
    the_description_is_served_to_anybody,
    the_page_explains_every_route,
    what_a_monitor_reads_is_open_and_plain,
}

fn all_references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(map) => {
            found.extend(map.get("$ref").and_then(Value::as_str));
            map.values().for_each(|value| all_references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| all_references(value, found)),
        _ => {}
    }
}

#[test]
fn every_route_is_described_and_nothing_else() {
    let routes: BTreeSet<(String, String)> =
        ROUTES.iter().filter(|route| route.path.starts_with("/api/v1/")).map(|route| (route.method.to_owned(), route.path.to_owned())).collect();
    let described: BTreeSet<(String, String)> = described().into_iter().collect();
    assert_eq!(routes, described);
}

async fn the_description_is_served_to_anybody(app: App) {
    let reply = app.anonymous().get("/api/v1/openapi.json").await.is(200);
    assert_eq!(reply.header("content-type"), "application/json");
    let spec = reply.json();
    assert!(spec["openapi"].as_str().unwrap().starts_with("3.1"), "{}", spec["openapi"]);
    assert_eq!(spec["info"]["version"], env!("CARGO_PKG_VERSION"));

    let mut references = Vec::new();
    all_references(&spec, &mut references);
    assert!(references.len() > 100);
    for reference in references {
        let path = reference.strip_prefix('#').unwrap();
        assert!(spec.pointer(path).is_some(), "{reference} leads nowhere");
    }

    let mut ids = BTreeSet::new();
    for (path, item) in spec["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("{method} {path}");
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{at}: its operation id is given twice");
            assert!(operation["summary"].as_str().is_some_and(|text| !text.is_empty()), "{at} has no summary");
            assert_eq!(operation["tags"].as_array().unwrap().len(), 1, "{at}");
            let responses = operation["responses"].as_object().unwrap();
            assert!(responses.keys().any(|status| status.starts_with('2')), "{at} says nothing of success");
            // What is open to everybody fails for nobody.
            if !operation["security"].as_array().is_some_and(Vec::is_empty) {
                assert!(responses.contains_key("401") && responses.contains_key("500"), "{at} says nothing of failure");
                assert_eq!(operation["security"].as_array().unwrap().len(), 2, "{at}: a token or a session");
            }
            for part in path.split('/').filter(|part| part.starts_with('{')) {
                let name = part.trim_matches(['{', '}']);
                let parameters = operation["parameters"].as_array().unwrap();
                assert!(parameters.iter().any(|p| p["name"] == name && p["in"] == "path" && p["required"] == true), "{at}: {name} is not described");
            }
            let keyed = operation["parameters"].as_array().is_some_and(|all| all.iter().any(|p| p["name"] == "Idempotency-Key"));
            assert_eq!(keyed, method == "post", "{at}");
        }
    }
}

async fn the_page_explains_every_route(mut app: App) {
    app.anonymous().get("/api").await.leads_to();
    let vera = app.desk.viewer("Vera");
    let browser = app.browser_of(&vera);
    let page = browser.get("/api").await.is(200).does_not_say("⟨");
    for (method, path) in described() {
        assert!(page.body.contains(&format!("data-method=\"{}\" data-path=\"{path}\"", method.to_uppercase())), "{method} {path} can't be tried");
    }
    // A field with its values, and one inside another.
    page.says("to_check | checking | waiting | in_review | signed_off | set_aside").says("{ role, source, kind?");
}

async fn what_a_monitor_reads_is_open_and_plain(app: App) {
    app.anonymous().get("/health").await.is(200);
    app.anonymous().get("/ready").await.is(200);
    app.anonymous().get("/nowhere").await.is(404);
    let reply = app.anonymous().get("/metrics").await.is(200);
    assert_eq!(reply.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let mut named = BTreeSet::new();
    for line in reply.body.lines() {
        match line.strip_prefix("# TYPE ") {
            Some(kind) => drop(named.insert(kind.split(' ').next().unwrap().to_owned())),
            None if line.starts_with('#') => {}
            None => {
                let (name, value) = line.rsplit_once(' ').unwrap();
                assert!(value.parse::<f64>().is_ok(), "{line}");
                let name = name.split('{').next().unwrap();
                let family =
                    ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).filter(|family| named.contains(*family)).unwrap_or(name);
                assert!(named.contains(family), "{line} comes before its type");
            }
        }
    }
    reply.says("corroborate_http_responses_total{class=\"2xx\"} 2\n").says("corroborate_http_responses_total{class=\"4xx\"} 1\n").says("le=\"+Inf\"} 3\n");
}

#[test]
fn the_document_has_a_line_for_every_route_and_none_too_many() {
    let document = include_str!("../../docs/api.md");
    let told: BTreeSet<String> = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(route, _)| route.to_owned()))
        .filter(|route| route.contains("/api/v1/"))
        .collect();
    let described: BTreeSet<String> = described().into_iter().map(|(method, path)| format!("{} {path}", method.to_uppercase())).collect();
    assert_eq!(told, described);
}
