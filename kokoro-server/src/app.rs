//! All routes, joined, and what every request passes.

use std::any::Any;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;

use crate::layers::{access_log, api_key, body, cors, headers, paths};
use crate::openai::fallback;
use crate::{ApiError, AppState, fastapi, health, metrics_route, openai, openapi, page};

/// What answers requests, without a socket.
pub fn app(state: AppState) -> Router {
    let router = OpenApiRouter::with_openapi(openapi::common())
        .merge(health::routes())
        .merge(metrics_route::routes())
        .merge(openai::routes())
        .merge(fastapi::routes())
        .merge(page::routes());
    let router = openapi::describe(router);
    let router =
        router.fallback(fallback::not_found).method_not_allowed_fallback(fallback::wrong_method);
    layered(router, &state).with_state(state)
}

/// The layers around all routes: the last one is what a request meets first.
fn layered(router: Router<AppState>, state: &AppState) -> Router<AppState> {
    let options = state.options();
    let router = router
        .layer(DefaultBodyLimit::disable()) // `body` has its own
        .layer(from_fn_with_state(state.clone(), body::read))
        .layer(from_fn_with_state(state.clone(), api_key::check))
        .layer(from_fn(paths::check))
        .layer(from_fn_with_state(state.clone(), cors::check))
        .layer(CatchPanicLayer::custom(failed));
    let router = match options.origins.as_slice() {
        [] => router,
        origins => router.layer(cors::layer(origins)),
    };
    router.layer(from_fn(headers::add)).layer(from_fn_with_state(state.clone(), access_log::log))
}

/// A route panicked. What it said is in the log, by the hook of the process.
fn failed(_: Box<dyn Any + Send + 'static>) -> Response {
    ApiError::internal("the server failed; its log says why").into_response()
}
