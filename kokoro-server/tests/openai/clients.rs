//! The requests that other programs send, as `tests/clients/requests.json` has them: what they look
//! at in the answers is there.

use axum::body::Body;
use axum::http::Request;
use serde_json::Value;

use super::{answer, server};

const REQUESTS: &str = include_str!("../clients/requests.json");

fn request(asked: &Value) -> Request<Body> {
    let text = |name: &str| asked[name].as_str().expect("a string");
    let mut request = Request::builder().method(text("method")).uri(text("path"));
    for (name, value) in asked["headers"].as_object().expect("headers") {
        request = request.header(name, value.as_str().expect("a string"));
    }
    let body = &asked["body"];
    let body = if body.is_null() { String::new() } else { body.to_string() };
    request.body(body.into()).expect("a request")
}

#[tokio::test(flavor = "multi_thread")]
async fn clients_find_what_they_look_at() {
    let requests: Vec<Value> = serde_json::from_str(REQUESTS).expect("JSON");
    for asked in requests {
        let client = asked["client"].as_str().expect("a client");
        let answer = answer(server(), request(&asked)).await;
        assert_eq!(u64::from(answer.status.as_u16()), asked["status"], "{client}");
        assert_eq!(answer.header("content-type"), asked["type"], "{client}");
        match asked["has"].as_str() {
            Some(place) => assert!(answer.json().pointer(place).is_some(), "{client}"),
            None => assert!(answer.body.len() > 100, "{client}"),
        }
    }
}
