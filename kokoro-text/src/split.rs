//! Phonemes to pieces that fit the model, cut where a reader would pause.

use crate::symbols::{follows, leads};

/// The most phonemes (characters) that the model takes at once: 512 positions less the two boundary
/// tokens.
pub const MAX_PHONEMES: usize = 510;

/// The share of the limit that a piece should fill at most, because close to the limit the model
/// begins to rush.
const COMFORT: f64 = 0.8;

/// How far from the even division a break may lie, as a share of the even length, to fall on a
/// better mark.
const SLACK: f64 = 0.5;

/// Characters after which to break, best first; between equals the one nearest the even division
/// wins.
const BREAKS: [&str; 4] = ["!.?…", ":;", ",—", " "];

/// Splits `phonemes` into pieces of at most `limit` characters (a limit of 0 counts as 1).
///
/// What fits stays whole. What does not is divided about evenly, after `!.?…`, else after `:;`,
/// else after `,—`, else at spaces, else between any two characters, but if possible not between a
/// stress or length mark and its vowel. Pieces are trimmed and never empty; apart from whitespace
/// at the breaks, together they are the input.
///
/// Time is linear in the length of `phonemes`.
pub fn split(phonemes: &str, limit: usize) -> Vec<&str> {
    let limit = limit.max(1);
    let mut pieces = Vec::new();
    let mut rest = phonemes.trim();
    let mut len = rest.chars().count();
    while len > limit {
        let (piece, tail) = rest.split_at(first_break(rest, len, limit));
        let tail = tail.trim_start();
        len -= rest[..rest.len() - tail.len()].chars().count();
        rest = tail;
        pieces.push(piece.trim_end());
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Byte offset at which to break `rest`, of `len > limit` characters and with no space in front.
fn first_break(rest: &str, len: usize, limit: usize) -> usize {
    let comfortable = ((limit as f64 * COMFORT) as usize).max(1);
    let even = len as f64 / len.div_ceil(comfortable) as f64;
    let farthest = ((even * (1.0 + SLACK)) as usize).clamp(1, limit);
    let nearest = ((even * (1.0 - SLACK)).ceil() as usize).clamp(1, farthest);

    // For each rank of break, the candidate nearest to the even division: (distance, byte offset).
    let mut best = [None::<(f64, usize)>; BREAKS.len() + 2];
    let mut context = Context { mark: None, flap: false, before: ' ' };
    for (count, (offset, after)) in rest.char_indices().enumerate().take(farthest + 1) {
        if count >= nearest {
            let distance = (count as f64 - even).abs();
            let slot = &mut best[context.rank(after)];
            if slot.is_none_or(|(least, _)| distance < least) {
                *slot = Some((distance, offset));
            }
        }
        context.push(after);
    }
    // `farthest < len`, so there is a candidate; the end of the text stands for the impossible.
    best.into_iter().flatten().next().map_or(rest.len(), |(_, offset)| offset)
}

/// What stands before a possible break.
struct Context {
    /// Rank of the mark just before. Quotes and brackets that close after the mark leave it as it
    /// is.
    mark: Option<usize>,
    /// Whether the mark is the dot of "r.", as upstream writes the ड़ of Hindi.
    flap: bool,
    before: char,
}

impl Context {
    /// How good it is to break before `after`: 0 is best. Runs of marks (`?!`, `...`, `.”`) stay
    /// together.
    fn rank(&self, after: char) -> usize {
        let run_goes_on = after != ' ' && (mark_rank(after).is_some() || is_closing(after));
        let within_word = self.flap && after != ' ';
        match self.mark {
            Some(rank) if !run_goes_on && !within_word => rank,
            _ if after == ' ' || self.before == ' ' => BREAKS.len() - 1,
            _ if follows(after) || leads(self.before) => BREAKS.len() + 1,
            _ => BREAKS.len(),
        }
    }

    fn push(&mut self, symbol: char) {
        self.flap = symbol == '.' && self.before == 'r';
        self.mark = match mark_rank(symbol) {
            None if is_closing(symbol) => self.mark,
            rank => rank,
        };
        self.before = symbol;
    }
}

/// Rank of a mark after which to break.
fn mark_rank(symbol: char) -> Option<usize> {
    BREAKS.iter().position(|marks| marks.contains(symbol))
}

fn is_closing(symbol: char) -> bool {
    matches!(symbol, ')' | '”' | '"')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    /// Asserts the whole contract: order, completeness, size, no empty piece.
    fn check(phonemes: &str, limit: usize) {
        let mut rest = phonemes;
        for piece in split(phonemes, limit) {
            let (count, limit) = (piece.chars().count(), limit.max(1));
            assert!(count <= limit, "a piece of {count} characters, limit {limit}: {piece:?}");
            assert!(!piece.is_empty() && piece == piece.trim());
            rest = rest.trim_start().strip_prefix(piece).expect("pieces are the input in order");
        }
        assert_eq!(rest.trim(), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..Default::default()
        })]

        #[test]
        fn nothing_is_lost_and_all_fits(
            phonemes in "[aəɪˈˌːk .,;:!?…—”)]{0,1500}",
            limit in 0usize..600,
        ) {
            check(&phonemes, limit);
        }

        #[test]
        fn any_text_is_accepted(text in "\\PC{0,300}", limit in 0usize..40) {
            check(&text, limit);
        }
    }

    #[test]
    fn what_fits_stays_whole() {
        let phonemes = "a".repeat(MAX_PHONEMES);
        assert_eq!(split(&phonemes, MAX_PHONEMES), [phonemes.as_str()]);
        assert_eq!(split("", MAX_PHONEMES), [""; 0]);
        assert_eq!(split("  \n", MAX_PHONEMES), [""; 0]);
    }

    #[test]
    fn better_marks_win_near_the_middle() {
        let words = |count: usize| "kˈæt ".repeat(count).trim_end().to_owned();
        // The first mark is the better one, the second stands in the very middle.
        for (better, worse) in [("!", ";"), (":", ","), ("—", "")] {
            let text = format!("{}{better} {}{worse} {}", words(36), words(24), words(60));
            assert_eq!(split(&text, MAX_PHONEMES)[0], words(36) + better);
        }
        // But not where it would leave a piece that is too short.
        let text = format!("{}! {}, {}", words(2), words(58), words(60));
        assert_eq!(split(&text, MAX_PHONEMES)[0], format!("{}! {},", words(2), words(58)));
    }

    #[test]
    fn the_flap_of_hindi_is_no_full_stop() {
        let text = "lˈʌr.kˌaː pˈʌr.aː ".repeat(40);
        for piece in split(&text, MAX_PHONEMES) {
            assert!(piece.starts_with(['l', 'p']) && piece.ends_with('ː'), "{piece}");
        }
    }

    #[test]
    fn pieces_are_balanced() {
        // 519 characters after trimming: 510 + 9 would be the greedy division.
        let text = "kˈæt ".repeat(104);
        let sizes: Vec<usize> =
            split(&text, MAX_PHONEMES).iter().map(|piece| piece.chars().count()).collect();
        assert_eq!(sizes, [259, 259]);
    }

    #[test]
    fn quotes_and_runs_of_marks_stay_with_their_sentence() {
        let half = "kˈæt ".repeat(60);
        for end in ["?!”", "...)", "!"] {
            let text = format!("{}{end} {half}", half.trim_end());
            assert!(split(&text, MAX_PHONEMES)[0].ends_with(end), "{end}");
        }
    }

    #[test]
    fn marks_stay_with_their_vowel() {
        let text = "tˈɑː".repeat(300);
        for piece in split(&text, MAX_PHONEMES) {
            assert!(!piece.starts_with('ː') && !piece.ends_with('ˈ'), "{piece}");
        }
    }
}
