//! An utterance that is too long for a segment, in pieces that should fit.

use kokoro_plan::PlannedUtterance;

/// The share of its limit that [`Utterance::split`] fills.
const FILLED: f64 = 0.8;

/// Divides an utterance that takes `frames` frames about evenly into as few pieces as `longest`
/// frames allow, at pauses or else at spaces. Phonemes without a space stay whole: no word is cut
/// in two.
pub(crate) fn divide(
    planned: &PlannedUtterance,
    frames: usize,
    longest: usize,
) -> Vec<PlannedUtterance> {
    let phonemes = &planned.utterance.phonemes;
    if !phonemes.trim().contains(' ') {
        return vec![planned.clone()];
    }
    let parts = frames.div_ceil(longest.max(1)).max(2);
    let even = phonemes.chars().count() as f64 / parts as f64;
    planned.split((even / FILLED).ceil() as usize)
}

#[cfg(test)]
mod tests {
    use kokoro_text::{Language, Utterance};

    use super::*;

    /// The phonemes of the pieces, for a longest segment of 600 frames.
    fn divided(phonemes: &str, frames: usize) -> Vec<String> {
        let utterance = Utterance::new("", phonemes, 0..0);
        let planned = PlannedUtterance::new(utterance, "", Language::AmericanEnglish);
        let pieces = divide(&planned, frames, 600);
        pieces.into_iter().map(|piece| piece.utterance.phonemes).collect()
    }

    #[test]
    fn as_few_pieces_as_fit_and_nothing_lost() {
        let text = "wˈʌn tˈu θɹˈi fˈɔɹ fˈIv, sˈɪks sˈɛvən ˈAt nˈIn tˈɛn, ɪlˈɛvən twˈɛlv.";
        for (frames, pieces) in [(601, 2), (1200, 2), (1201, 3)] {
            let divided = divided(text, frames);
            assert_eq!(divided.len(), pieces, "{divided:?}");
            assert_eq!(divided.join(" "), text);
        }
    }

    #[test]
    fn a_word_stays_whole() {
        assert_eq!(divided("lˈɔŋwˌɜɹd.", 900), ["lˈɔŋwˌɜɹd."]);
    }
}
