# Short ways to what people do here. `just` alone lists them; each is a plain command that works without just.

_list:
    @just --list --unsorted

# A desk with a sample article, at http://127.0.0.1:8080; the terminal shows how to sign in
dev *ARGS:
    cargo run -- serve --demo {{ARGS}}

# Format and lints
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# Everything that has to hold, or one part: `just test --test domain`
test *ARGS:
    scripts/test {{ARGS}}

# The benchmarks, or one: `just bench --bench report`
bench *ARGS:
    cargo bench {{ARGS}}

# How fast the pages of a full desk are, beside a bare handler: `just bench-serve --check`
bench-serve *ARGS:
    scripts/bench-serve {{ARGS}}

# Fill the desk of DATABASE_URL with generated articles, for load tests
seed ARTICLES="1000":
    cargo run --release -- load-sample --articles {{ARTICLES}}

# An empty step of the schema's history for both databases: `just new-migration add_reports`
new-migration NAME:
    scripts/new-migration {{NAME}}
