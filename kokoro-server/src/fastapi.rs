//! What users of [Kokoro-FastAPI](https://github.com/remsky/Kokoro-FastAPI) send, so that they can
//! change the server without changing anything else: its fields, its tags, its endpoints beside
//! OpenAI's, and its environment variables. `docs/from-kokoro-fastapi.md` says what differs.

mod absent;
mod aliases;
mod captioned;
mod captions;
mod combine;
mod dialogue;
mod download_name;
mod downloads;
mod environment;
mod fetch;
pub(crate) mod fields;
mod length;
mod normalization;
mod phonemize;
mod script;
mod spoken_phonemes;
mod ssml;
mod ssml_tags;
mod tags;
mod torch_file;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::AppState;

pub(crate) use downloads::Downloads;
pub use environment::{Environment, LogLevel};

/// The endpoints that OpenAI's interface does not have.
pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(captioned::captioned_speech))
        .routes(routes!(dialogue::dialogue))
        .routes(routes!(phonemize::phonemize))
        .routes(routes!(spoken_phonemes::generate))
        .routes(routes!(ssml::capabilities, ssml::translate))
        .routes(routes!(combine::combine))
        .routes(routes!(fetch::fetch))
        .routes(routes!(absent::unload))
        .routes(routes!(absent::debug))
        .routes(routes!(absent::web))
        .routes(routes!(absent::web_without_slash))
        .routes(routes!(absent::config))
}
