//! OpenAI's interface for speech, and the lists that its clients ask of other servers too.

mod choices;
pub(crate) mod fallback;
mod job;
mod lexicon_field;
mod models;
mod near;
mod pauses_field;
pub(crate) mod prepared;
mod probe;
mod speech;
pub(crate) mod speech_request;
pub(crate) mod voice;
mod voice_list;
mod voice_names;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::AppState;

/// All paths, those of speech and of voices also without `/v1`.
pub(crate) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(speech::speech))
        .routes(routes!(speech::speech_without_prefix))
        .routes(routes!(voice_list::voices))
        .routes(routes!(voice_list::voices_without_prefix))
        .routes(routes!(models::speech_models))
        .routes(routes!(models::speech_models_without_prefix))
        .routes(routes!(voice_list::voices_of_model))
        .routes(routes!(probe::test))
        .routes(routes!(models::list))
        .routes(routes!(models::retrieve))
}
