//! The voices, in the forms that clients read. No specification has them, but all ask for them.

use axum::Json;
use axum::extract::{RawQuery, State};
use kokoro::Language;
use kokoro::weights::grade;
use serde_json::{Value, json};

use crate::AppState;

/// The voices, each with what its name tells.
pub(super) fn described(state: &AppState) -> Vec<Value> {
    let voices = state.kokoro().voices();
    voices
        .map(|name| {
            let gender = match name.as_bytes() {
                [_, b'f', b'_', ..] => Some("female"),
                [_, b'm', b'_', ..] => Some("male"),
                _ => None,
            };
            let language = Language::from_voice(name).map(Language::tag);
            json!({
                "id": name, "name": name, "language": language, "gender": gender,
                "grade": grade(name),
            })
        })
        .collect()
}

/// Whether a query has `legacy` as true, as clients of old versions of Kokoro-FastAPI send it.
fn is_legacy(query: Option<&str>) -> bool {
    let mut pairs = query.unwrap_or_default().rsplit('&').filter_map(|pair| pair.split_once('='));
    let legacy = pairs.find(|(key, _)| *key == "legacy");
    legacy.is_some_and(|(_, value)| ["true", "True", "1"].contains(&value))
}

/// The voices.
#[utoipa::path(get, path = "/v1/audio/voices", tag = "voices",
    params(("legacy" = Option<bool>, Query, description = "True: names as strings")),
    responses((status = 200, description = "The voices", body = Value,
        example = json!({ "voices": [{ "id": "af_heart", "name": "af_heart",
            "language": "en-us", "gender": "female", "grade": "A" }] }))))]
pub(super) async fn voices(
    State(state): State<AppState>,
    RawQuery(query): RawQuery,
) -> Json<Value> {
    let voices = match is_legacy(query.as_deref()) {
        true => state.kokoro().voices().map(Value::from).collect(),
        false => described(&state),
    };
    Json(json!({ "voices": voices }))
}

/// The voices, for clients whose base URL has no `/v1`.
#[utoipa::path(get, path = "/audio/voices", tag = "voices",
    params(("legacy" = Option<bool>, Query, description = "True: names as strings")),
    responses((status = 200, description = "As at `/v1/audio/voices`", body = Value)))]
pub(super) async fn voices_without_prefix(state: State<AppState>, query: RawQuery) -> Json<Value> {
    voices(state, query).await
}

/// The voices in the form of old versions of speaches.
#[utoipa::path(get, path = "/v1/audio/speech/voices", tag = "voices",
    params(("model_id" = Option<String>, Query, description = "Any: all have the same voices")),
    responses((status = 200, description = "The voices", body = Value,
        example = json!([{ "model_id": "kokoro", "voice_id": "af_heart" }]))))]
pub(super) async fn voices_of_model(State(state): State<AppState>) -> Json<Value> {
    let voice = |name| json!({ "model_id": "kokoro", "voice_id": name });
    Json(state.kokoro().voices().map(voice).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_may_ask_for_names() {
        assert!(is_legacy(Some("legacy=true")));
        assert!(is_legacy(Some("a=b&legacy=1")));
        assert!(!is_legacy(Some("legacy=true&legacy=false")));
        assert!(!is_legacy(Some("legacy")));
        assert!(!is_legacy(None));
    }
}
