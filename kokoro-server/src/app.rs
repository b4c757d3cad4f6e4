//! All routes, joined.

use axum::Router;
use utoipa_axum::router::OpenApiRouter;

use crate::{AppState, health};

/// What answers requests, without a socket.
pub fn app(state: AppState) -> Router {
    let (router, _api) = OpenApiRouter::<AppState>::new().merge(health::routes()).split_for_parts();
    router.with_state(state)
}
