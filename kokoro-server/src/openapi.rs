//! `/openapi.json`: all routes as OpenAPI 3.1, made of what stands beside each of them.

use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::json;
use utoipa::openapi::schema::{Object, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    ComponentsBuilder, ContentBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder,
    PathItem, Ref, RefOr, ResponseBuilder,
};
use utoipa_axum::router::OpenApiRouter;

use crate::AppState;

/// The name of the schema of errors.
const ERROR: &str = "Error";
/// The name of the response that an error is.
const ERROR_RESPONSE: &str = "Error";
/// The name of the way in which a key is sent.
const BEARER: &str = "bearer";

/// What the routes have in common.
pub(crate) fn common() -> OpenApi {
    let license = LicenseBuilder::new().name("Apache-2.0 OR MIT").build();
    let info = InfoBuilder::new()
        .title("Kokoro")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Text to speech as OpenAI's interface has it, with more that may be asked for.",
        ))
        .license(Some(license))
        .build();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
    let components = ComponentsBuilder::new()
        .schema(ERROR, error_schema())
        .response(ERROR_RESPONSE, error_response())
        .security_scheme(BEARER, SecurityScheme::Http(bearer))
        .build();
    // A server without keys takes requests without one.
    let security = [SecurityRequirement::default(), no_scopes()];
    OpenApiBuilder::new()
        .info(info)
        .components(Some(components))
        .security(Some(security))
        .tags(Some(tags()))
        .build()
}

fn no_scopes() -> SecurityRequirement {
    SecurityRequirement::new(BEARER, [] as [&str; 0])
}

fn tags() -> Vec<utoipa::openapi::Tag> {
    let tag = |name, text: &str| TagBuilder::new().name(name).description(Some(text)).build();
    vec![
        tag("speech", "Speech"),
        tag("voices", "The voices"),
        tag("models", "The models, as clients of OpenAI ask for them"),
        tag("kokoro-fastapi", "What Kokoro-FastAPI has beside OpenAI's interface"),
        tag("health", "For those who start, watch and stop the server"),
    ]
}

/// What an error looks like: all four keys are always there.
fn error_schema() -> Schema {
    let text =
        |text: &str| ObjectBuilder::new().schema_type(Type::String).description(Some(text)).build();
    let optional = |text: &str| {
        let kind = SchemaType::Array(vec![Type::String, Type::Null]);
        ObjectBuilder::new().schema_type(kind).description(Some(text)).build()
    };
    let error: Object = ObjectBuilder::new()
        .property("message", text("What is wrong, and what to do"))
        .property("type", text("The kind of error, such as `invalid_request_error`"))
        .property("param", optional("The field that is wrong"))
        .property("code", optional("What a program can compare"))
        .required("message")
        .required("type")
        .required("param")
        .required("code")
        .build();
    ObjectBuilder::new().property("error", error).required("error").build().into()
}

fn error_response() -> utoipa::openapi::Response {
    let example = json!({ "error": {
        "message": "the voice nobody is not there", "type": "invalid_request_error",
        "param": "voice", "code": "voice_not_found",
    } });
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(ERROR)))
        .example(Some(example))
        .build();
    ResponseBuilder::new()
        .description("The request is wrong, not allowed, or too much at the moment")
        .content("application/json", content)
        .build()
}

/// Adds to each operation that it may be answered with an error.
fn add_errors(api: &mut OpenApi) {
    for PathItem { get, put, post, delete, .. } in api.paths.paths.values_mut() {
        for operation in [get, put, post, delete].into_iter().flatten() {
            let error = RefOr::Ref(Ref::from_response_name(ERROR_RESPONSE));
            operation.responses.responses.entry("default".into()).or_insert(error);
        }
    }
}

/// The routes, with one more that describes them.
pub(crate) fn describe(router: OpenApiRouter<AppState>) -> axum::Router<AppState> {
    let (router, mut api) = router.split_for_parts();
    add_errors(&mut api);
    // Keys that are no texts are what could not be written, and there are none.
    let text = api.to_json().unwrap_or_default();
    let json = [(header::CONTENT_TYPE, "application/json")];
    router.route("/openapi.json", get(async move || (json, text).into_response()))
}
