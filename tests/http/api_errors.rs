//! What a program is told when it asks wrongly: always `application/problem+json`, with a status and code to decide by.

use crate::support::{App, Reply, TestDb, on_both_databases};
use corroborate::account::Role;
use corroborate::web::routes::{Access, ROUTES};
use serde_json::{Value, json};

const NOTHING: &str = "0190ffff-0000-7000-8000-000000000000";

on_both_databases! { async App:
    nobody_is_told_anything_without_a_token,
    a_token_that_does_not_hold_is_no_token,
    whoever_may_not_is_told_so_before_the_body_is_looked_at,
    what_is_not_there_is_404,
    what_is_no_json_is_400_with_the_place,
    what_does_not_fit_is_422_with_the_field,
    a_parameter_that_does_nothing_is_refused,
    an_address_that_is_none_is_404_and_a_wrong_method_405,
    rules_are_told_by_their_codes,
    sentences_follow_the_wished_language,
}

/// A problem of this status and code.
#[track_caller]
fn problem(reply: &Reply, status: u16, code: &str) -> Value {
    assert_eq!(reply.status.as_u16(), status, "{}", reply.body);
    assert_eq!(reply.header("content-type"), "application/problem+json");
    let body = reply.json();
    assert_eq!(body["code"], code, "{body}");
    assert_eq!(body["status"], status);
    for member in ["type", "title", "detail"] {
        let text = body[member].as_str().unwrap();
        assert!(!text.is_empty() && !text.contains('⟨'), "{member} of {body}");
    }
    body
}

#[track_caller]
fn names_field(body: &Value, field: &str) {
    let errors = body["errors"].as_array().unwrap_or_else(|| panic!("no field is named: {body}"));
    assert!(errors.iter().any(|error| error["field"] == field && !error["detail"].as_str().unwrap().contains('⟨')), "{field} is not named: {body}");
}

async fn nobody_is_told_anything_without_a_token(app: App) {
    for route in ROUTES.iter().filter(|route| route.path.starts_with("/api/v1") && route.access != Access::Open) {
        let path = route.path.replace("{id}", NOTHING);
        let reply = app.anonymous().send(route.method, &path, &json!({})).await;
        problem(&reply, 401, "token_needed");
        assert_eq!(reply.header("www-authenticate"), "Bearer", "{route:?}");
    }
}

async fn a_token_that_does_not_hold_is_no_token(mut app: App) {
    app.desk.admin("Ada");
    let ron = app.desk.reviewer("Ron");
    let program = app.program_of(&ron);
    program.get("/api/v1/claims").await.is(200);
    let reply = app.anonymous().get_with("/api/v1/claims", &[("authorization", "Bearer nonsense")]).await;
    problem(&reply, 401, "token_needed");
    // Somebody with a token that does not hold is nobody, whatever cookie they have.
    let browser = app.browser_of(&ron);
    problem(&browser.get_with("/api/v1/claims", &[("authorization", "Bearer nonsense")]).await, 401, "token_needed");
    let reply = app.anonymous().get_with("/api/v1/claims", &[("authorization", "Basic cm9uOnJvbg==")]).await;
    problem(&reply, 401, "token_needed");
    // Disabling a person ends their tokens at once.
    let mut c = app.web.db.get().unwrap();
    corroborate::account::member::set_disabled(&mut c, &app.desk.command_line(), ron.id.unwrap(), true, None).unwrap();
    problem(&program.get("/api/v1/claims").await, 401, "token_needed");
}

async fn whoever_may_not_is_told_so_before_the_body_is_looked_at(mut app: App) {
    let people = [app.desk.viewer("Vera"), app.desk.reviewer("Ron"), app.desk.editor("Eva")];
    for route in ROUTES.iter().filter(|route| route.path.starts_with("/api/v1")) {
        let Access::May(permission) = route.access else { continue };
        let path = route.path.replace("{id}", NOTHING);
        for who in people.iter().filter(|who| !who.role.may(permission)) {
            let reply = app.program_of(who).send_bytes(route.method, &path, "application/json", b"no json".to_vec(), &[]).await;
            let body = problem(&reply, 403, "forbidden");
            let least = if permission.least_role() == Role::Reviewer { "Reviewer" } else { "Editor" };
            assert!(body["detail"].as_str().unwrap().contains(least), "{route:?}: {body}");
        }
    }
}

async fn what_is_not_there_is_404(mut app: App) {
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    let bodies = json!({
        "POST /articles/{id}/claims": {"spans": [[0, 3]]},
        "PATCH /articles/{id}": {"title": "T", "revision": 1},
        "PATCH /sentences/{id}": {"kind": "opinion", "revision": 1},
        "PATCH /claims/{id}": {"statement": "S", "revision": 1},
        "POST /claims/{id}/reviews": {"substance": "mixed", "rationale": "R", "searched": "S"},
        "POST /claims/{id}/transitions": {"to": "checking"},
        "POST /claims/{id}/assignments": {"priority": "high"},
        "POST /claims/{id}/evidence": {"title": "T"},
        "POST /claims/{id}/comments": {"body": "B"},
        "POST /claims/{id}/second-checks": {"checker_id": NOTHING},
        "POST /second-checks/{id}/finding": {"substance": "mixed", "rationale": "R", "searched": "S"},
        "POST /second-checks/{id}/withdraw": {"reason": "R"},
        "POST /claims/{id}/take-over": {"from": NOTHING},
        "POST /claims/{id}/split": {"parts": [{"spans": [[0, 3]]}, {"spans": [[4, 6]]}]},
        "POST /comments/{id}/resolve": {"resolution": "R"},
        "POST /comments/{id}/re-open": {"reason": "R"},
        "POST /claims/{id}/contacts": {"name": "N", "question": "Q"},
        "PATCH /contacts/{id}": {"answer": "A", "revision": 1},
        "PATCH /evidence/{id}": {"title": "T", "revision": 1},
        "PATCH /views/{id}": {"name": "N", "revision": 1},
        "POST /sources/{id}/notes": {"note": "N"},
        "POST /notes/{id}/withdraw": {"reason": "R"},
        "PATCH /sources/{id}": {"country": "C", "revision": 1},
        "POST /articles/{id}/versions": {"text": "The mayor said so."},
        "POST /articles/{id}/re-open": {"reason": "R"},
        "POST /reader-reports/{id}/resolve": {"resolution": "R"},
    });
    for route in ROUTES.iter().filter(|route| route.path.starts_with("/api/v1") && route.path.contains("{id}")) {
        let named = format!("{} {}", route.method.to_uppercase(), route.path.strip_prefix("/api/v1").unwrap());
        let body = bodies.get(&named).cloned().unwrap_or_else(|| json!({}));
        for id in [NOTHING, "no-id", "%00"] {
            let path = route.path.replace("{id}", id);
            let reply = if route.method == "get" { program.get(&path).await } else { program.send(route.method, &path, &body).await };
            problem(&reply, 404, "not_found");
        }
    }
}

async fn what_is_no_json_is_400_with_the_place(mut app: App) {
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    for (bytes, place) in [
        (&b"{\"title\": \"T\","[..], "line 1 column 14"),
        (b"{\n  \"title\" \"T\"\n}", "line 2 column 11"),
        (b"", "line 1 column 0"),
        (b"{} {}", "line 1 column 4"),
        (b"{\"title\": \"\xFF\"}", "line 1"),
        (b"{\"title\": \"\\ud800\"}", "line 1"),
    ] {
        let reply = program.send_bytes("post", "/api/v1/articles", "application/json", bytes.to_vec(), &[]).await;
        let body = problem(&reply, 400, "json_unreadable");
        assert!(body["detail"].as_str().unwrap().contains(place), "{body}");
    }
}

async fn what_does_not_fit_is_422_with_the_field(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    let claim = format!("/api/v1/claims/{}", claim.id);
    let article = "/api/v1/articles".to_owned();
    let wrong = [
        ("post", article.clone(), json!({}), "text"),
        ("post", article.clone(), json!({"text": " \n"}), "text"),
        ("post", article.clone(), json!({"html": "<p> </p>"}), "text"),
        ("post", article.clone(), json!({"text": "a", "html": "b"}), "text"),
        ("post", article.clone(), json!({"text": "A text.", "source_url": "javascript:alert(1)"}), "source_url"),
        ("post", article.clone(), json!({"text": "A text.", "published_on": "2026-02-30"}), "published_on"),
        ("post", article.clone(), json!({"text": "A text.", "published_on": "99999-01-01"}), "published_on"),
        ("post", article.clone(), json!({"text": 7}), "text"),
        ("post", article.clone(), json!({"text": "A text.", "titel": "T"}), "titel"),
        ("post", article.clone(), json!({"text": "A text.", "title": "x".repeat(10_001)}), "title"),
        ("post", article.clone(), json!([1]), "body"),
        ("patch", claim.clone(), json!({"revision": 1, "statement": " "}), "statement"),
        ("patch", claim.clone(), json!({"revision": 1}), "body"),
        ("patch", claim.clone(), json!({"revision": 1, "risk": "enormous"}), "risk"),
        ("patch", claim.clone(), json!({"revision": "one", "risk": "high"}), "revision"),
        ("patch", claim.clone(), json!({"revision": 1, "chain": [{"role": "origin", "source": "A"}, {"role": "villain", "source": "B"}]}), "chain[1].role"),
        ("patch", claim.clone(), json!({"revision": 1, "chain": [{"role": "origin", "source": "“”"}]}), "chain"),
        ("post", format!("{claim}/transitions"), json!({}), "to"),
        ("post", format!("{claim}/transitions"), json!({"to": "done"}), "to"),
        ("post", format!("{claim}/reviews"), json!({}), "substance"),
        ("post", format!("{claim}/reviews"), json!({"substance": "true"}), "substance"),
        ("post", format!("{claim}/assignments"), json!({"assignee_id": "Ron"}), "assignee_id"),
        ("post", format!("{claim}/assignments"), json!({"due_on": "tomorrow"}), "due_on"),
        ("post", format!("{claim}/evidence"), json!({}), "url"),
        ("post", format!("{claim}/evidence"), json!({"url": "example.com"}), "url"),
        ("post", format!("{claim}/evidence"), json!({"title": "T", "accessed_on": "2999-01-01"}), "accessed_on"),
        ("post", format!("{claim}/comments"), json!({"body": ""}), "body"),
        ("post", "/api/v1/sources".to_owned(), json!({"name": "", "kind": "person"}), "name"),
        ("post", "/api/v1/sources".to_owned(), json!({"name": "N", "kind": "alien"}), "kind"),
        ("post", "/api/v1/sources".to_owned(), json!({"name": "N", "kind": "person", "links": ["nowhere"]}), "links"),
        ("post", "/api/v1/claims/bulk".to_owned(), json!({"action": {"type": "set_risk", "risk": "high"}}), "ids"),
        ("post", "/api/v1/claims/bulk".to_owned(), json!({"ids": ["x"], "action": {"type": "set_risk", "risk": "high"}}), "ids[0]"),
    ];
    for (method, path, body, field) in wrong {
        let reply = program.send(method, &path, &body).await;
        assert_eq!(reply.status, 422, "{method} {path} {body}: {}", reply.body);
        names_field(&reply.json(), field);
    }
    let spans = program.send("post", &format!("/api/v1/articles/{}/claims", app_article(&program).await), &json!({"spans": [[0, 5], [3, 9]]})).await;
    names_field(&problem(&spans, 422, "invalid"), "spans");
    let url = program.send("post", &article, &json!({"url": "https://news.example/a"})).await;
    names_field(&problem(&url, 422, "fetch_off"), "url");
}

async fn app_article(program: &crate::support::Visitor<'_>) -> String {
    program.get("/api/v1/articles").await.json()["items"][0]["id"].as_str().unwrap().to_owned()
}

async fn a_parameter_that_does_nothing_is_refused(mut app: App) {
    let vera = app.desk.viewer("Vera");
    let program = app.program_of(&vera);
    for (query, field) in [
        ("claims?stat=in_review", "stat"),
        ("claims?state=in_reviw", "state"),
        ("claims?state=checking,x", "state"),
        ("claims?article=1", "article"),
        ("claims?verdict=true", "verdict"),
        ("claims?due_before=soon", "due_before"),
        ("claims?assignee=somebody", "assignee"),
        ("claims?sort=best", "sort"),
        ("claims?limit=0", "limit"),
        ("claims?limit=-1", "limit"),
        ("claims?limit=many", "limit"),
        ("articles?page=2", "page"),
        ("sources?limit=0", "limit"),
        ("history?subject=everything", "subject"),
        ("people?limit=x", "limit"),
    ] {
        let reply = program.get(&format!("/api/v1/{query}")).await;
        names_field(&problem(&reply, 422, "invalid"), field);
    }
    for list in [
        "claims?cursor=", "claims?sort=worthiness&cursor=", "claims?sort=newest&cursor=", "articles?cursor=", "sources?cursor=", "people?cursor=",
        "history?cursor=",
    ] {
        for cursor in ["nonsense", "bnVsbA", "WyJhXHUwMDAwIiwiMDE5MGZmZmYtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0"] {
            let reply = program.get(&format!("/api/v1/{list}{cursor}")).await;
            problem(&reply, 400, "cursor_unreadable");
        }
    }
    // In a change an empty parameter might mean much less than everything.
    let eva = app.desk.editor("Eva");
    names_field(&problem(&app.program_of(&eva).send("delete", &format!("/api/v1/evidence/{NOTHING}?claim="), &json!({})).await, 422, "invalid"), "claim");
    let program = app.program_of(&vera);
    // In a question it is one that is left out; more than the most is the most.
    program.get("/api/v1/claims?article=&state=&verdict=&attribution=&source=&assignee=&due_before=&q=&sort=&limit=&cursor=").await.is(200);
    program.get("/api/v1/claims?limit=100000").await.is(200);
}

async fn an_address_that_is_none_is_404_and_a_wrong_method_405(mut app: App) {
    let vera = app.desk.viewer("Vera");
    let program = app.program_of(&vera);
    for path in ["/api/v1/nowhere", "/api/v1/", "/api/v2/claims", "/api/v1/claims/", "/api/x/../y"] {
        problem(&program.get(path).await, 404, "not_found");
        problem(&app.anonymous().send("post", path, &json!({})).await, 404, "not_found");
    }
    for (method, path, allowed) in [
        ("put", format!("/api/v1/claims/{NOTHING}"), "DELETE, GET, HEAD, PATCH"),
        ("delete", "/api/v1/articles".to_owned(), "GET, HEAD, POST"),
        ("get", "/api/v1/claims/bulk/x".to_owned(), ""),
        ("patch", "/api/v1/claims/bulk".to_owned(), "POST"),
        ("get", "/api/v1/claims/bulk".to_owned(), "POST"),
        ("patch", format!("/api/v1/claims/{NOTHING}/reviews"), "POST"),
    ] {
        let reply = program.send(method, &path, &json!({})).await;
        if allowed.is_empty() {
            problem(&reply, 404, "not_found");
        } else {
            problem(&reply, 405, "method_not_allowed");
            assert_eq!(reply.header("allow"), allowed);
        }
    }
}

async fn rules_are_told_by_their_codes(mut app: App) {
    use corroborate::claim::WorkState;
    let claim = app.desk.claim_in(WorkState::InReview);
    let (ron, vera, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.viewer("Vera"), app.desk.editor("Eva Editor"));
    let article = claim.article_id;
    let program = app.program_of(&ron);
    let path = format!("/api/v1/claims/{}", claim.id);
    let step = async |body: Value| program.send("post", &format!("{path}/transitions"), &body).await;
    problem(&step(json!({"to": "signed_off"})).await, 403, "forbidden");
    problem(&step(json!({"to": "to_check"})).await, 409, "transition_refused");
    problem(&step(json!({"to": "checking"})).await, 422, "reason_missing");
    problem(&step(json!({"to": "set_aside", "reason": "because"})).await, 422, "set_aside_reason_missing");
    let given = program.send("post", &format!("{path}/assignments"), &json!({"priority": "urgent"})).await;
    problem(&given, 403, "forbidden");
    let program = app.program_of(&eva);
    problem(&program.send("post", &format!("{path}/assignments"), &json!({"assignee_id": vera.id})).await, 422, "assignee_unfit");
    let body = problem(&program.send("post", &format!("/api/v1/articles/{article}/sign-off"), &json!({})).await, 422, "article_open");
    assert!(body["detail"].as_str().unwrap().contains("claim"), "{body}");
    let missing = program.send("post", &format!("{path}/reviews"), &json!({"substance": "confirmed"})).await;
    assert_eq!(problem(&missing, 422, "verdict_incomplete")["missing"], json!(["rationale", "evidence_or_search"]));
}

async fn sentences_follow_the_wished_language(app: App) {
    let reply = app.anonymous().get_with("/api/v1/claims", &[("accept-language", "xx, en;q=0.5")]).await;
    assert!(problem(&reply, 401, "token_needed")["detail"].as_str().unwrap().contains("Authorization: Bearer"));
}

#[test]
fn too_large_a_body_is_413_with_the_limit() {
    let mut app = App::with(TestDb::sqlite(), App::limited(1_000_000, 500));
    actix_web::rt::System::new().block_on(async move {
        let eva = app.desk.editor("Eva");
        let program = app.program_of(&eva);
        let body = problem(&program.send("post", "/api/v1/articles", &json!({"text": "a".repeat(3_000_001)})).await, 413, "too_large");
        assert!(body["detail"].as_str().unwrap().contains('1'), "{body}");
        problem(&program.send("post", "/api/v1/articles", &json!({"text": "a".repeat(501)})).await, 413, "too_large");
        problem(&program.send("post", "/api/v1/articles", &json!({"html": "<p>a</p>".repeat(200_000)})).await, 413, "too_large");
        program.send("post", "/api/v1/articles", &json!({"text": "A short text."})).await.is(201);
    });
}
