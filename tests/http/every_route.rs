//! Every route of the table: who may ask, and that no write happens without the session's token.

use crate::support::{App, on_both_databases};
use corroborate::account::Role;
use corroborate::web::routes::{Access, ROUTES, Route};

on_both_databases! { async App:
    no_route_is_open_that_should_not_be,
    who_may_not_is_told_who_may,
    no_form_works_without_the_sessions_token,
}

const NOTHING: &str = "0190ffff-0000-7000-8000-000000000000";

/// The path of a route with ids that lead nowhere.
fn path_of(route: &Route) -> String {
    route.path.split('/').map(|part| if part.starts_with('{') { NOTHING } else { part }).collect::<Vec<_>>().join("/")
}

fn is_api(route: &Route) -> bool {
    route.path.starts_with("/api/v1")
}

async fn no_route_is_open_that_should_not_be(app: App) {
    let nobody = app.anonymous();
    for route in ROUTES.iter().filter(|route| route.access != Access::Open) {
        let path = path_of(route);
        let reply = match route.method {
            "get" => nobody.get(&path).await,
            "post" if !is_api(route) => nobody.post(&path, &[]).await,
            method => nobody.send(method, &path, &serde_json::json!({})).await,
        };
        let turned_away = if is_api(route) { reply.status == 401 } else { reply.status == 303 && reply.header("location").starts_with("/login?next=") };
        assert!(turned_away, "{route:?} answered {} to somebody who is not signed in", reply.status);
    }
}

async fn who_may_not_is_told_who_may(mut app: App) {
    let people = [app.desk.viewer("Vera"), app.desk.reviewer("Ron"), app.desk.editor("Eva")];
    for route in ROUTES {
        let Access::May(permission) = route.access else { continue };
        let least = permission.least_role();
        for who in people.iter().filter(|who| who.role < least) {
            let path = path_of(route);
            let reply = match route.method {
                "get" => app.browser_of(who).get(&path).await,
                "post" if !is_api(route) => app.browser_of(who).post(&path, &[]).await,
                method => app.program_of(who).send(method, &path, &serde_json::json!({})).await,
            };
            // Where the thing itself is not there, or the form is refused first, the role is not the answer yet.
            assert!([403, 404, 422, 400].contains(&reply.status.as_u16()), "{route:?} answered {} to a {}", reply.status, who.role);
            if reply.status == 403 {
                let name = match least {
                    Role::Viewer => "Viewer",
                    Role::Reviewer => "Reviewer",
                    Role::Editor => "Editor",
                    Role::Admin => "Admin",
                };
                assert!(reply.body.contains(name), "{route:?} does not say who may: {}", reply.body);
            }
        }
    }
}

async fn no_form_works_without_the_sessions_token(mut app: App) {
    let admin = app.admin().with_csrf("not this session's");
    for route in ROUTES.iter().filter(|route| route.method != "get" && route.access != Access::Open) {
        let path = path_of(route);
        let reply = if is_api(route) { admin.send(route.method, &path, &serde_json::json!({})).await } else { admin.post(&path, &[]).await };
        assert_eq!(reply.status, 403, "{route:?} took a form without the session's token");
    }
}
