//! An utterance that is too long for a segment, in pieces that should fit.

use kokoro_text::split;

/// The share of its limit that [`split`] fills.
const FILLED: f64 = 0.8;

/// Divides phonemes that take `frames` frames about evenly into as few pieces as `longest` frames
/// allow, at pauses or else at spaces. Phonemes without a space stay whole: no word is cut in two.
pub(crate) fn divide(phonemes: &str, frames: usize, longest: usize) -> Vec<&str> {
    if !phonemes.trim().contains(' ') {
        return vec![phonemes];
    }
    let parts = frames.div_ceil(longest.max(1)).max(2);
    let even = phonemes.chars().count() as f64 / parts as f64;
    split(phonemes, (even / FILLED).ceil() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_pieces_as_fit_and_nothing_lost() {
        let text = "wˈʌn tˈu θɹˈi fˈɔɹ fˈIv, sˈɪks sˈɛvən ˈAt nˈIn tˈɛn, ɪlˈɛvən twˈɛlv.";
        for (frames, pieces) in [(601, 2), (1200, 2), (1201, 3)] {
            let divided = divide(text, frames, 600);
            assert_eq!(divided.len(), pieces, "{divided:?}");
            assert_eq!(divided.join(" "), text);
        }
    }

    #[test]
    fn a_word_stays_whole() {
        assert_eq!(divide("lˈɔŋwˌɜɹd.", 900, 600), ["lˈɔŋwˌɜɹd."]);
    }
}
