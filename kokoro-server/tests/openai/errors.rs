//! What goes wrong, in the form that OpenAI's clients read.

use axum::body::Body;
use axum::http::{Method, Request};
use kokoro::Precision;
use serde_json::{Value, json};

use super::{answer, get, kokoro, post, server, server_with, speech};

/// Status, type, param and code of what a request gets.
async fn refused(request: Request<Body>) -> (u16, Value, Value, Value) {
    let answer = answer(server(), request).await;
    let error = answer.error();
    (answer.status.as_u16(), error["type"].clone(), error["param"].clone(), error["code"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_cannot_be_served_is_refused() {
    let other = if kokoro().precision() == Precision::F32 { "int8" } else { "f32" };
    for (asked, param, code) in [
        (json!({ "speed": 9 }), "speed", "decimal_above_max_value"),
        (json!({ "voice": "af_hart" }), "voice", "voice_not_found"),
        (json!({ "voice": "af_heart(0)" }), "voice", "invalid_voice"),
        (json!({ "voice": "/etc/passwd.pt" }), "voice", "invalid_voice"),
        (json!({ "voice": "af_heart+../a.bin" }), "voice", "invalid_voice"),
        (json!({ "input": " \n" }), "input", "nothing_to_say"),
        (json!({ "input": "☃", "stream": false }), "input", "nothing_to_say"),
        (json!({ "input": "<speak>", "format": "ssml" }), "input", "invalid_markup"),
        (json!({ "sample_rate": 12345 }), "sample_rate", "invalid_value"),
        (json!({ "precision": other }), "precision", "precision_not_available"),
        (json!({ "input": "1", "lang": "auto" }), "lang", "language_not_found"),
        (json!({ "strict": true, "top_p": 1 }), "top_p", "unknown_parameter"),
    ] {
        let expected = (400, json!("invalid_request_error"), json!(param), json!(code));
        assert_eq!(refused(speech(asked.clone())).await, expected, "{asked}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_that_is_mistyped_is_suggested() {
    let answer = answer(server(), speech(json!({ "voice": "heart" }))).await;
    let error = answer.error();
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("did you mean af_heart?"), "{message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_model_is_not_found_unless_any_is_taken() {
    let refusal = refused(speech(json!({ "model": "gpt-5" }))).await;
    assert_eq!(refusal, (404, json!("not_found_error"), json!("model"), json!("model_not_found")));
    let app = server_with(|options, _| options.any_model = true);
    assert_eq!(answer(app, speech(json!({ "model": "gpt-5" }))).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn long_texts_and_bodies_are_refused() {
    let small =
        || server_with(|options, _| (options.longest_text, options.largest_body) = (5, 200));
    let long = answer(small(), speech(json!({ "input": "éééééé" }))).await;
    assert_eq!((long.status.as_u16(), &long.error()["param"]), (400, &json!("input")));
    assert_eq!(long.error()["code"], "string_above_max_length");
    assert_eq!(answer(small(), speech(json!({ "input": "ééééa" }))).await.status, 200);
    let large = answer(small(), speech(json!({ "user": "a".repeat(300) }))).await;
    assert_eq!((large.status.as_u16(), &large.error()["code"]), (413, &json!("request_too_large")));
    let mut announced = speech(json!({}));
    announced.headers_mut().insert("content-length", "1000".parse().unwrap());
    assert_eq!(answer(small(), announced).await.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_is_no_json_is_refused() {
    for body in ["", "input=Hello", "[]", "{\"input\": "] {
        let (status, kind, param, code) = refused(post("/v1/audio/speech", body)).await;
        assert_eq!((status, param), (400, Value::Null), "{body}");
        assert_eq!((kind, code), (json!("invalid_request_error"), json!("invalid_json")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_fields_are_named() {
    let answer = answer(server(), speech(json!({ "user": "x", "a\nb": 1 }))).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("x-ignored-fields"), r"a\nb, user");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_server_says_when_to_come_again() {
    let app = server_with(|_, sessions| sessions.most = 0);
    let full = answer(app, speech(json!({}))).await;
    assert_eq!(full.status, 429);
    assert_eq!(full.error()["type"], "rate_limit_error");
    assert!(full.header("retry-after").parse::<u64>().unwrap() >= 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_not_found() {
    for path in
        ["/v1/nothing", "/nothing", "/v1/models/gpt-5", "/v1/models/a/b", "/v1/models/a%2Fb"]
    {
        let answer = get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.error()["type"], "not_found_error", "{path}");
    }
    assert_eq!(get("/v1/models/a/b").await.error()["code"], "model_not_found");
    assert_eq!(get("/v1/models/%ff").await.status, 404);
    let wrong = get("/v1/audio/speech").await;
    assert_eq!(wrong.status, 405);
    assert_eq!(wrong.header("allow"), "POST");
    assert_eq!(wrong.error()["code"], "method_not_allowed");
    let delete = Request::builder().method(Method::DELETE).uri("/v1/models");
    let delete = answer(server(), delete.body(Body::empty()).unwrap()).await;
    assert_eq!((delete.status.as_u16(), delete.header("allow")), (405, "GET,HEAD"));
}
