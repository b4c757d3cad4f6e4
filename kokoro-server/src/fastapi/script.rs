//! A text with tags, divided at them.

use std::ops::Range;

use super::aliases::Alias;
use super::tags::{Tag, tags};
use crate::ApiError;
use crate::segments::Segment;

/// Rates that a part of a text may have against the speed of the speech.
const RATES: (f32, f32) = (0.25, 4.0);

/// The parts of a text, in the order of the text; none if it has no tag. `speaker` speaks before
/// the first tag that names another. `resolve` finds the voice that a tag means, and its own rate.
///
/// A tag of a rate is against the rate of the voice that speaks; a tag of a voice ends it.
///
/// # Errors
/// Those of `resolve`; there is nothing beside tags.
pub(crate) fn segments(
    text: &str,
    mut speaker: Alias,
    resolve: impl Fn(&str) -> Result<Alias, ApiError>,
) -> Result<Option<Vec<Segment>>, ApiError> {
    let (mut rate, mut at, mut parts, mut tagged) = (1.0, 0, Vec::new(), false);
    let mut say = |range: Range<usize>, speaker: &Alias, rate: f32| {
        if !text[range.clone()].trim().is_empty() {
            let rate = (speaker.rate * rate).clamp(RATES.0, RATES.1);
            parts.push(Segment { range, voice: speaker.voice.clone(), rate });
        }
    };
    for (place, tag) in tags(text) {
        say(at..place.start, &speaker, rate);
        match tag {
            Tag::Voice(name) => (speaker, rate) = (resolve(name)?, 1.0),
            Tag::Rate(wanted) => rate = wanted,
        }
        (at, tagged) = (place.end, true);
    }
    say(at..text.len(), &speaker, rate);
    if tagged && parts.is_empty() {
        let message = "there is nothing to say beside the tags of voices and rates";
        return Err(ApiError::invalid("input", "nothing_to_say", message));
    }
    Ok(tagged.then_some(parts))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn divided(text: &str) -> Option<Vec<(&str, String, f32)>> {
        let resolve = |name: &str| match name {
            "kore" => Ok(Alias { voice: "af_kore".into(), rate: 0.5 }),
            "nobody" => Err(ApiError::invalid("input", "voice_not_found", "no such voice")),
            name => Ok(Alias { voice: name.into(), rate: 1.0 }),
        };
        let heart = Alias { voice: "af_heart".into(), rate: 1.0 };
        let parts = segments(text, heart, resolve).unwrap();
        let part = |part: Segment| (text[part.range].trim(), part.voice, part.rate);
        parts.map(|parts| parts.into_iter().map(part).collect())
    }

    #[test]
    fn a_text_is_divided_at_its_tags() {
        assert_eq!(divided("No tag [pause:1s] here."), None);
        let said = |words, voice: &str, rate| (words, voice.to_owned(), rate);
        assert_eq!(
            divided("One. [voice:am_adam] Two. [rate:1.5] Three. [voice:kore] Four. [rate:1.5] 5."),
            Some(vec![
                said("One.", "af_heart", 1.0),
                said("Two.", "am_adam", 1.0),
                said("Three.", "am_adam", 1.5),
                said("Four.", "af_kore", 0.5),
                said("5.", "af_kore", 0.75),
            ])
        );
        assert_eq!(divided("[rate:9] So"), Some(vec![said("So", "af_heart", 4.0)]));
    }

    /// Text that may begin a tag, or a tag.
    const PIECE: &str = r"[a-c\[\]: é]{0,4}|\[voice:a\]|\[rate:2\]";

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn all_text_is_in_a_part_or_a_tag(pieces in vec(PIECE, 0..12)) {
            let text = pieces.concat();
            let resolve = |name: &str| Ok(Alias { voice: name.into(), rate: 1.0 });
            let speaker = Alias { voice: "b".into(), rate: 1.0 };
            if let Ok(Some(parts)) = segments(&text, speaker, resolve) {
                let parts = parts.into_iter().map(|part| part.range);
                let mut rest: Vec<Range<usize>> = parts.collect();
                rest.extend(tags(&text).map(|(range, _)| range));
                rest.sort_by_key(|range| range.start);
                let mut at = 0;
                for range in rest {
                    prop_assert!(text[at..range.start].trim().is_empty());
                    at = range.end;
                }
                prop_assert!(text[at..].trim().is_empty());
            }
        }
    }

    #[test]
    fn an_unknown_voice_or_nothing_to_say_is_an_error() {
        let code = |text: &str| {
            let resolve = |_: &str| Err(ApiError::invalid("input", "voice_not_found", ""));
            let heart = Alias { voice: "af_heart".into(), rate: 1.0 };
            segments(text, heart, resolve).unwrap_err().code
        };
        assert_eq!(code("Hi [voice:nobody] you"), Some("voice_not_found"));
        assert_eq!(code("[rate:2] "), Some("nothing_to_say"));
    }
}
