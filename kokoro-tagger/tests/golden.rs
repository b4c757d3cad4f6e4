//! Tokens and tags against those of spaCy itself: `data/golden.jsonl`, which `tools/golden.py` made
//! of `data/texts.jsonl`.

use kokoro_tagger::Tagger;
use serde_json::Value;

/// Least share of tags that are spaCy's. They differ where two tags have nearly the same score, and
/// half of these texts are as odd as can be.
const SAME_TAGS: f64 = 0.9985;

#[test]
fn tokens_are_spacys_and_so_are_nearly_all_tags() {
    let tagger = Tagger::new();
    let (mut tokens, mut same) = (0, 0);
    for line in include_str!("data/golden.jsonl").lines() {
        let golden: Value = serde_json::from_str(line).expect("JSON");
        let text = golden["text"].as_str().expect("a text");
        let expected = golden["tokens"].as_array().expect("tokens");
        let tagged = tagger.tag(text);

        let found: Vec<_> = tagged.iter().map(|t| (&text[t.range.clone()], t.space)).collect();
        let cut: Vec<_> =
            expected.iter().map(|t| (t[0].as_str().unwrap(), t[2].as_bool().unwrap())).collect();
        assert_eq!(found, cut, "{text:?}");
        let untagged: Vec<_> =
            tagger.tokenize(text).into_iter().map(|t| (t.range, t.space)).collect();
        assert!(tagged.iter().map(|t| (t.range.clone(), t.space)).eq(untagged), "{text:?}");

        tokens += tagged.len();
        let pairs = tagged.iter().zip(expected);
        same += pairs.filter(|(token, golden)| golden[1] == token.tag.as_str()).count();
    }
    let share = same as f64 / tokens as f64;
    assert!(share >= SAME_TAGS, "{same} of {tokens} tags, {share:.4}");
}
