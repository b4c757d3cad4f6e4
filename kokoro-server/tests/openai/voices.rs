//! The voice of a request, however it is named.

use kokoro::audio::{AudioFormat, SampleFormat};
use serde_json::{Value, json};

use super::{answer, server, speech};

async fn sound(voice: Value) -> Vec<u8> {
    let format = AudioFormat::Pcm(SampleFormat::I16).name();
    let answer =
        answer(server(), speech(json!({ "voice": voice, "response_format": format }))).await;
    assert_eq!(answer.status, 200, "{voice}");
    answer.body
}

#[tokio::test(flavor = "multi_thread")]
async fn a_voice_has_many_names() {
    let heart = sound(json!("af_heart")).await;
    for name in [json!({ "id": "af_heart" }), json!("alloy"), json!("Alloy"), json!("AF_Heart")] {
        assert!(sound(name.clone()).await == heart, "{name}");
    }
    assert!(sound(Value::Null).await == heart, "the default");
    assert!(sound(json!("bf_emma")).await != heart);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blend_may_be_written_in_any_dialect() {
    let blend = sound(json!("af_heart(3)+af_bella(1)")).await;
    for form in
        ["af_heart:75,af_bella:25", "0.75*alloy+0.25*coral", "af_heart,af_heart,alloy,coral"]
    {
        assert!(sound(json!(form)).await == blend, "{form}");
    }
}
