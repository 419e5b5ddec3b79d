//! The least that actix can do: one handler that answers a few bytes. `scripts/bench-serve` measures it beside the
//! real pages, so that a figure says something on any machine.

use actix_web::{App, HttpResponse, HttpServer, web};

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let workers = std::thread::available_parallelism().map_or(2, std::num::NonZero::get).min(8);
    let server =
        HttpServer::new(|| App::new().route("/", web::get().to(|| async { HttpResponse::Ok().body("Hello, desk.") }))).workers(workers).bind("127.0.0.1:0")?;
    for address in server.addrs() {
        println!("{address}");
    }
    server.run().await
}
