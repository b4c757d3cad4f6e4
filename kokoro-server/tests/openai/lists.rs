//! Lists of models and voices, in the forms that clients read.

use serde_json::json;

use super::get;

#[tokio::test(flavor = "multi_thread")]
async fn models_are_listed() {
    let list = get("/v1/models").await.json();
    assert_eq!(list["object"], "list");
    let ids: Vec<&str> = list["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|model| model["id"].as_str().unwrap())
        .collect();
    assert!(ids.contains(&"kokoro") && ids.contains(&"tts-1") && ids.contains(&"gpt-4o-mini-tts"));
    for id in ids {
        let model = get(&format!("/v1/models/{id}")).await.json();
        assert_eq!((&model["id"], &model["object"]), (&json!(id), &json!("model")));
        assert!(model["created"].is_u64() && model["owned_by"].is_string());
        assert_eq!(model["voices"].as_array().unwrap().len(), 54);
    }
    for path in ["/v1/audio/models", "/audio/models"] {
        assert_eq!(
            get(path).await.json()["models"][0],
            json!({ "id": "kokoro", "name": "kokoro" })
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn voices_are_listed() {
    for path in ["/v1/audio/voices", "/audio/voices", "/v1/audio/voices?legacy=false"] {
        let list = get(path).await.json();
        let voices = list["voices"].as_array().unwrap();
        let heart = voices.iter().find(|voice| voice["id"] == "af_heart").unwrap();
        let expected = json!({ "id": "af_heart", "name": "af_heart", "language": "en-us",
            "gender": "female", "grade": "A" });
        assert_eq!(heart, &expected);
    }
    let names = get("/v1/audio/voices?legacy=true").await.json();
    assert!(names["voices"].as_array().unwrap().contains(&json!("af_heart")));
    let voices = get("/v1/audio/speech/voices?model_id=kokoro").await.json();
    let expected = json!({ "model_id": "kokoro", "voice_id": "af_heart" });
    assert!(voices.as_array().unwrap().contains(&expected));
}

#[tokio::test(flavor = "multi_thread")]
async fn others_find_out_what_this_is() {
    assert_eq!(get("/v1/test").await.json(), json!({ "status": "ok" }));
    assert_eq!(get("/v1/readyz").await.status, 404, "there, it would be taken for LocalAI");
}
