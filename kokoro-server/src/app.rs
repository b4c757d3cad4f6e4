//! All routes, joined.

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use crate::openai::fallback;
use crate::{AppState, health, openai};

/// What answers requests, without a socket.
pub fn app(state: AppState) -> Router {
    let (router, _api) = OpenApiRouter::<AppState>::new()
        .merge(health::routes())
        .merge(openai::routes())
        .split_for_parts();
    router
        .fallback(fallback::not_found)
        .method_not_allowed_fallback(fallback::wrong_method)
        .with_state(state)
}
