//! Says what the program embeds by folder: cargo alone would not see a file that is new there.

fn main() {
    for folder in ["migrations", "locales", "static"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
