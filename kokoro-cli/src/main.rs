//! The `kokoro` command.
fn main() {}
