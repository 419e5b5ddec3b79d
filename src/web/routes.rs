//! Every URL of the desk, in one table. A line says how it is asked for, who may, and which handler answers.
//!
//! The table is data: tests walk it to see that each route asks for what it must ask for.

use super::{api, asset, page};
use crate::account::Permission;
use actix_web::dev::ResourceDef;
use actix_web::web::ServiceConfig;

/// Who may ask for a route. The check itself sits in the domain; tests hold the two against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody, signed in or not.
    Open,
    /// Everybody who is signed in, or a program with a token.
    SignedIn,
    /// Those whose role has this permission.
    May(Permission),
}

/// One route.
#[derive(Clone, Copy)]
pub struct Route {
    /// How it is asked for: `get`, `post`, `patch`, `delete`.
    pub method: &'static str,
    /// Its path, with names in braces.
    pub path: &'static str,
    /// Who may ask for it.
    pub access: Access,
    register: fn(&mut ServiceConfig),
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// The methods. Who may get a page may also ask for its headers alone.
mod how {
    use actix_web::{Route, guard, web};
    pub use web::{delete, patch, post};

    pub fn get() -> Route {
        web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
    }
}

macro_rules! routes {
    ($($method:ident $path:literal $access:ident$(($permission:ident))? => $handler:path;)+) => {
        /// The table.
        pub const ROUTES: &[Route] = &[$(Route {
            method: stringify!($method),
            path: $path,
            access: Access::$access$((Permission::$permission))?,
            register: |config| { config.route($path, how::$method().to($handler)); },
        }),+];
    };
}

routes! {
    // The way in
    get  "/login"                                Open => page::door::sign_in_form;
    post "/login"                                Open => page::door::sign_in;
    post "/logout"                               SignedIn => page::door::sign_out;
    get  "/setup"                                Open => page::door::set_up_form;
    post "/setup"                                Open => page::door::set_up;
    get  "/password"                             Open => page::door::password_form;
    post "/password"                             Open => page::door::set_password;
    post "/language"                             Open => page::door::choose_language;

    // The desk
    get  "/"                                     SignedIn => page::home::show;
    get  "/help"                                 SignedIn => page::help::show;
    get  "/inbox"                                SignedIn => page::inbox::list;
    post "/inbox/read"                           SignedIn => page::inbox::mark;
    get  "/inbox/{id}"                           SignedIn => page::inbox::open;

    // Articles
    get  "/articles"                             SignedIn => page::article::list;
    get  "/articles/new"                         May(Edit) => page::article::new;
    post "/articles"                             May(Edit) => page::article::create;
    get  "/articles/{id}"                        SignedIn => page::article::show;
    get  "/articles/{id}/seen"                   SignedIn => page::article::seen;
    get  "/articles/{id}/versions/new"           May(Edit) => page::article::new_version;
    post "/articles/{id}/versions/new"           May(Edit) => page::article::create_version;
    get  "/articles/{id}/versions/{number}"      SignedIn => page::article::show_version;
    get  "/articles/{id}/details"                May(Edit) => page::article::details;
    post "/articles/{id}/details"                May(Edit) => page::article::change_details;
    get  "/articles/{id}/sign-off"               May(SignOff) => page::article::sign_off_form;
    post "/articles/{id}/sign-off"               May(SignOff) => page::article::sign_off;
    get  "/articles/{id}/re-open"                May(SignOff) => page::article::reopen_form;
    post "/articles/{id}/re-open"                May(SignOff) => page::article::reopen;
    post "/articles/{id}/claims"                 May(Check) => page::article::add_claim;
    post "/sentences/{id}/kind"                  May(Check) => page::article::mark_sentence;

    // Claims
    get  "/claims"                               SignedIn => page::queue::list;
    post "/claims/bulk"                          May(Check) => page::queue::bulk;
    post "/steps/{id}/undo"                      May(Check) => page::queue::undo_step;
    get  "/claims/export"                        SignedIn => page::queue::export;
    get  "/workload"                             SignedIn => page::queue::workload;
    get  "/views"                                SignedIn => page::queue::list_views;
    post "/views"                                SignedIn => page::queue::save_view;
    post "/views/{id}"                           SignedIn => page::queue::change_view;
    post "/views/{id}/delete"                    SignedIn => page::queue::delete_view;
    get  "/claims/{id}"                          SignedIn => page::claim::show;
    get  "/claims/{id}/next"                     SignedIn => page::claim::next;
    post "/claims/{id}/verdict"                  May(Check) => page::claim::set_verdict;
    post "/claims/{id}/transition"               May(Check) => page::claim::transition;
    post "/claims/{id}/assign"                   May(Check) => page::claim::assign;
    post "/claims/{id}/hold"                     May(Check) => page::claim::hold;
    post "/claims/{id}/risk"                     May(Edit) => page::claim::set_risk;
    post "/claims/{id}/tags"                     May(Check) => page::claim::set_tags;
    post "/claims/{id}/dates"                    May(Check) => page::claim::set_dates;
    post "/claims/{id}/statement"                May(Check) => page::claim::reword;
    post "/claims/{id}/chain"                    May(Check) => page::claim::change_chain;
    post "/claims/{id}/words"                    May(Check) => page::claim::mark_words;
    post "/claims/{id}/split"                    May(Check) => page::claim::split;
    post "/claims/{id}/merge"                    May(Edit) => page::claim::merge;
    post "/claims/{id}/remove"                   May(Edit) => page::claim::remove;
    post "/claims/{id}/restore"                  May(Edit) => page::claim::restore;
    post "/claims/{id}/evidence"                 May(Check) => page::claim::attach;
    post "/claims/{id}/take-over"                May(Check) => page::claim::take_over;
    post "/claims/{id}/evidence/{evidence}/detach" May(Check) => page::claim::detach;
    post "/claims/{id}/comments"                 May(Check) => page::claim::add_comment;
    post "/comments/{id}/resolve"                May(Check) => page::claim::resolve_comment;
    post "/claims/{id}/second-check"             May(Assign) => page::claim::ask_second;
    post "/second-checks/{id}/finding"           May(Check) => page::claim::give_second;
    post "/second-checks/{id}/withdraw"          May(Check) => page::claim::withdraw_second;
    get  "/figures"                              SignedIn => page::figures::show;
    get  "/figures.pdf"                          SignedIn => page::figures::pdf;
    get  "/agreement"                            SignedIn => page::agreement::show;
    post "/comments/{id}/re-open"                May(Check) => page::claim::reopen_comment;
    post "/claims/{id}/contacts"                 May(Check) => page::claim::enter_contact;
    post "/contacts/{id}"                        May(Check) => page::claim::amend_contact;
    post "/contacts/{id}/remove"                 May(Check) => page::claim::remove_contact;

    // Evidence
    get  "/evidence/{id}"                        SignedIn => page::evidence::show;
    post "/evidence/{id}"                        May(Check) => page::evidence::update;

    // Sources
    get  "/sources"                              SignedIn => page::source::list;
    post "/sources"                              May(KeepRegistry) => page::source::create;
    get  "/sources/suggestions"                  May(KeepRegistry) => page::source::suggestions;
    post "/sources/different"                    May(KeepRegistry) => page::source::different;
    get  "/sources/merge"                        May(KeepRegistry) => page::source::preview;
    post "/sources/merge"                        May(KeepRegistry) => page::source::merge;
    get  "/sources/{id}"                         SignedIn => page::source::show;
    post "/sources/{id}"                         May(KeepRegistry) => page::source::update;
    post "/sources/{id}/notes"                   May(KeepRegistry) => page::source::add_note;
    post "/notes/{id}/withdraw"                  May(KeepRegistry) => page::source::withdraw;
    post "/sources/{id}/unmerge"                 May(KeepRegistry) => page::source::unmerge;

    // Reports
    get  "/articles/{id}/report"                 SignedIn => page::report::show;
    get  "/articles/{id}/report/{format}"        SignedIn => page::report::download;
    post "/articles/{id}/reports"                May(Freeze) => page::report::freeze;
    get  "/articles/{id}/reports/compare"        SignedIn => page::report::compare;
    post "/articles/{id}/corrections"            May(SignOff) => page::report::correct;
    get  "/reports/{id}"                         SignedIn => page::report::show_frozen;
    get  "/reports/{id}/{format}"                SignedIn => page::report::download_frozen;
    get  "/key"                                  Open => page::key::show;
    get  "/key.pem"                              Open => page::key::pem;

    // Long files
    get  "/exports"                              SignedIn => page::export::list;
    post "/exports"                              SignedIn => page::export::start;
    get  "/exports/{id}"                         SignedIn => page::export::show;
    post "/exports/{id}/cancel"                  SignedIn => page::export::cancel;
    get  "/exports/{id}/file"                    SignedIn => page::export::file;

    // Public pages
    get  "/p/feed.atom"                          Open => page::public::desk_feed;
    get  "/p/{slug}"                             Open => page::public::show;
    get  "/p/{slug}/corrections"                 Open => page::public::corrections;
    get  "/p/{slug}/feed.atom"                   Open => page::public::feed;
    get  "/p/{slug}/poster.png"                  Open => page::public::poster;
    get  "/p/{slug}/error"                       Open => page::public::error_form;
    post "/p/{slug}/error"                       Open => page::public::send;
    get  "/p/{slug}/reported"                    Open => page::public::reported;
    post "/reports/{id}/publish"                 May(Freeze) => page::report::publish;
    post "/articles/{id}/withdraw"               May(Freeze) => page::report::withdraw;
    get  "/readers"                              SignedIn => page::reader::list;
    post "/readers/{id}"                         May(Check) => page::reader::resolve;

    // History
    get  "/history"                              SignedIn => page::history::list;
    post "/history/{event}/undo"                 May(Check) => page::history::undo;

    // People and settings
    get  "/people"                               SignedIn => page::people::list;
    post "/people"                               May(Administer) => page::people::create;
    get  "/people/{id}"                          SignedIn => page::person::show;
    get  "/people/{id}/month"                    SignedIn => page::queue::export_month;
    post "/people/{id}/role"                     May(Administer) => page::people::change_role;
    post "/people/{id}/disabled"                 May(Administer) => page::people::set_disabled;
    post "/people/{id}/password-link"            May(Administer) => page::people::make_password_link;
    get  "/settings"                             SignedIn => page::settings::show;
    post "/settings/desk"                        May(Administer) => page::settings::change_desk;
    post "/settings/look"                        SignedIn => page::settings::change_look;
    get  "/settings/keys"                        SignedIn => page::keys::show;
    post "/settings/keys"                        SignedIn => page::keys::change;
    post "/settings/digest"                      SignedIn => page::digest::choose;
    post "/settings/password"                    SignedIn => page::settings::change_password;
    post "/settings/sessions/end"                SignedIn => page::settings::sign_out_elsewhere;
    post "/settings/tokens"                      SignedIn => page::settings::make_token;
    post "/settings/tokens/{id}/revoke"          SignedIn => page::settings::revoke_token;

    // For programs
    get    "/api"                                SignedIn => page::api::show;
    get    "/api/v1/articles"                    SignedIn => api::article::list;
    post   "/api/v1/articles"                    May(Edit) => api::article::create;
    get    "/api/v1/articles/{id}"               SignedIn => api::article::show;
    get    "/api/v1/articles/{id}/seen"          SignedIn => api::claim::seen::of_article;
    patch  "/api/v1/articles/{id}"               May(Edit) => api::article::update;
    post   "/api/v1/articles/{id}/sign-off"      May(SignOff) => api::article::sign_off;
    post   "/api/v1/articles/{id}/re-open"       May(SignOff) => api::article::reopen;
    get    "/api/v1/articles/{id}/versions"      SignedIn => api::version::list;
    post   "/api/v1/articles/{id}/versions"      May(Edit) => api::version::create;
    get    "/api/v1/articles/{id}/versions/{number}" SignedIn => api::version::show;
    post   "/api/v1/articles/{id}/claims"        May(Check) => api::claim::create;
    patch  "/api/v1/sentences/{id}"              May(Check) => api::sentence::update;
    get    "/api/v1/claims"                      SignedIn => api::claim::list;
    post   "/api/v1/claims/bulk"                 May(Check) => api::claim::bulk::apply;
    post   "/api/v1/claims/merge"                May(Edit) => api::claim::regroup::merge;
    post   "/api/v1/claims/{id}/split"           May(Check) => api::claim::regroup::split;
    get    "/api/v1/claims/counts"               SignedIn => api::desk::counts;
    get    "/api/v1/claims/{id}"                 SignedIn => api::claim::show;
    patch  "/api/v1/claims/{id}"                 May(Check) => api::claim::update;
    delete "/api/v1/claims/{id}"                 May(Edit) => api::claim::delete;
    post   "/api/v1/claims/{id}/reviews"         May(Check) => api::claim::work::review;
    post   "/api/v1/claims/{id}/transitions"     May(Check) => api::claim::work::transition;
    post   "/api/v1/claims/{id}/assignments"     May(Check) => api::claim::work::assign;
    post   "/api/v1/claims/{id}/hold"            May(Check) => api::claim::hold::hold;
    delete "/api/v1/claims/{id}/hold"            May(Check) => api::claim::hold::let_go;
    post   "/api/v1/claims/{id}/evidence"        May(Check) => api::evidence::create;
    get    "/api/v1/claims/{id}/seen"            SignedIn => api::claim::seen::list;
    post   "/api/v1/claims/{id}/take-over"       May(Check) => api::claim::seen::take_over;
    get    "/api/v1/claims/{id}/comments"        SignedIn => api::comment::list;
    post   "/api/v1/claims/{id}/comments"        May(Check) => api::comment::create;
    post   "/api/v1/comments/{id}/resolve"       May(Check) => api::comment::resolve;
    get    "/api/v1/claims/{id}/second-checks"   SignedIn => api::second::list;
    post   "/api/v1/claims/{id}/second-checks"   May(Assign) => api::second::create;
    get    "/api/v1/second-checks"               SignedIn => api::second::mine;
    post   "/api/v1/second-checks/{id}/finding"  May(Check) => api::second::finding;
    post   "/api/v1/second-checks/{id}/withdraw" May(Check) => api::second::revoke;
    get    "/api/v1/figures"                     SignedIn => api::figures::show;
    get    "/api/v1/agreement"                   SignedIn => api::second::read;
    post   "/api/v1/comments/{id}/re-open"       May(Check) => api::comment::reopen;
    get    "/api/v1/claims/{id}/contacts"        SignedIn => api::contact::list;
    post   "/api/v1/claims/{id}/contacts"        May(Check) => api::contact::create;
    patch  "/api/v1/contacts/{id}"               May(Check) => api::contact::update;
    delete "/api/v1/contacts/{id}"               May(Check) => api::contact::delete;
    get    "/api/v1/evidence/{id}"               SignedIn => api::evidence::show;
    patch  "/api/v1/evidence/{id}"               May(Check) => api::evidence::update;
    delete "/api/v1/evidence/{id}"               May(Check) => api::evidence::delete;
    get    "/api/v1/sources"                     SignedIn => api::source::list;
    post   "/api/v1/sources"                     May(KeepRegistry) => api::source::create;
    get    "/api/v1/sources/suggestions"         SignedIn => api::source::alike::list;
    post   "/api/v1/sources/different"           May(KeepRegistry) => api::source::alike::different;
    post   "/api/v1/sources/merge"               May(KeepRegistry) => api::source::merge::merge;
    get    "/api/v1/sources/{id}"                SignedIn => api::source::show;
    patch  "/api/v1/sources/{id}"                May(KeepRegistry) => api::source::update;
    get    "/api/v1/sources/{id}/record"         SignedIn => api::source::record::show;
    post   "/api/v1/sources/{id}/notes"          May(KeepRegistry) => api::source::note::create;
    post   "/api/v1/notes/{id}/withdraw"         May(KeepRegistry) => api::source::note::withdraw;
    post   "/api/v1/sources/{id}/unmerge"        May(KeepRegistry) => api::source::merge::unmerge;
    get    "/api/v1/articles/{id}/report"        SignedIn => api::report::export;
    get    "/api/v1/articles/{id}/reports"       SignedIn => api::report::list;
    post   "/api/v1/articles/{id}/reports"       May(Freeze) => api::report::freeze;
    get    "/api/v1/articles/{id}/reports/compare" SignedIn => api::report::compare;
    post   "/api/v1/reports/import"              May(Edit) => api::report_file::import;
    get    "/api/v1/report.schema.json"          Open => api::report_file::schema;
    get    "/api/v1/reports/{id}"                SignedIn => api::report::show;
    post   "/api/v1/reports/{id}/publish"        May(Freeze) => api::publication::publish;
    post   "/api/v1/articles/{id}/withdraw"      May(Freeze) => api::publication::withdraw;
    get    "/api/v1/reader-reports"              SignedIn => api::publication::list;
    post   "/api/v1/reader-reports/{id}/resolve" May(Check) => api::publication::resolve;
    get    "/api/v1/exports"                     SignedIn => api::export::list;
    post   "/api/v1/exports"                     SignedIn => api::export::create;
    get    "/api/v1/exports/{id}"                SignedIn => api::export::show;
    delete "/api/v1/exports/{id}"                SignedIn => api::export::delete;
    get    "/api/v1/exports/{id}/file"           SignedIn => api::export::file;
    get    "/api/v1/key"                         SignedIn => api::key::show;
    get    "/api/v1/workload"                    SignedIn => api::desk::workload;
    get    "/api/v1/tags"                        SignedIn => api::desk::tags;
    get    "/api/v1/views"                       SignedIn => api::view::list;
    post   "/api/v1/views"                       SignedIn => api::view::create;
    patch  "/api/v1/views/{id}"                  SignedIn => api::view::update;
    delete "/api/v1/views/{id}"                  SignedIn => api::view::delete;
    get    "/api/v1/people"                      SignedIn => api::person::list;
    get    "/api/v1/people/{id}/work"            SignedIn => api::person::work;
    get    "/api/v1/notifications"               SignedIn => api::notification::list;
    post   "/api/v1/notifications/read"          SignedIn => api::notification::read;
    get    "/api/v1/digest"                      SignedIn => api::digest::show;
    patch  "/api/v1/digest"                      SignedIn => api::digest::update;
    get    "/api/v1/events"                      SignedIn => api::event::listen;
    get    "/api/v1/history"                     SignedIn => api::history::list;
    post   "/api/v1/steps/{id}/undo"             May(Check) => api::claim::bulk::undo_step;
    post   "/api/v1/history/{id}/undo"           May(Check) => api::history::undo_step;
    get    "/api/v1/openapi.json"                Open => api::spec::show;
    get  "/health"                               Open => api::health::health;
    get  "/metrics"                              Open => api::metrics::show;
    get  "/ready"                                Open => api::health::ready;

    // Style sheets, scripts, fonts
    get  "/favicon.ico"                          Open => asset::favicon;
    get  "/static/{path:.*}"                     Open => asset::show;
}

/// Registers all routes.
pub fn configure(config: &mut ServiceConfig) {
    for (place, route) in ROUTES.iter().enumerate() {
        (route.register)(config);
        // An address spelled out answers for itself, also what it does not do: it is no id of a row.
        let last = ROUTES.get(place + 1).is_none_or(|next| next.path != route.path);
        if last && route.path.starts_with("/api/v1/") && !route.path.contains('{') {
            config.route(route.path, actix_web::web::route().to(api::nothing_here));
        }
    }
}

/// The methods that this address answers; none where it leads nowhere.
pub fn methods_of(path: &str) -> Vec<String> {
    let spelled_out = ROUTES.iter().any(|route| route.path == path);
    let leads_there = |route: &&Route| if spelled_out { route.path == path } else { ResourceDef::new(route.path).is_match(path) };
    let mut methods: Vec<String> = ROUTES.iter().filter(leads_there).map(|route| route.method.to_uppercase()).collect();
    if methods.iter().any(|method| method == "GET") {
        methods.push("HEAD".to_owned());
    }
    methods.sort();
    methods.dedup();
    methods
}
