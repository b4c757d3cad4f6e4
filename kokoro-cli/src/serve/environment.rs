//! The environment variables of Kokoro-FastAPI, for what the command line leaves open.

use std::env;
use std::sync::LazyLock;

use kokoro_server::fastapi::Environment;

/// The variables of this process, read once.
pub fn environment() -> &'static Environment {
    static FOUND: LazyLock<Environment> = LazyLock::new(|| {
        // What is no Unicode is no variable of these.
        let texts = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        Environment::read(env::vars_os().filter_map(texts))
    });
    &FOUND
}
