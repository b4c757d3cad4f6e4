//! Phonemes to pieces that fit the model, cut where a reader would pause.

mod place;

use place::{Before, Rank};

use crate::seams::Seam;

/// The most phonemes (characters) that the model takes at once: 512 positions less the two boundary
/// tokens.
pub const MAX_PHONEMES: usize = 510;

/// The share of the limit that a piece should fill at most, so that there is room for a better
/// place to cut.
const COMFORT: f64 = 0.9;

/// How far from the even division a cut may lie, as a share of the even length, to fall on a better
/// place.
const SLACK: f64 = 0.5;

/// Splits `phonemes` into pieces of at most `limit` characters (a limit of 0 counts as 1).
///
/// What fits stays whole. What does not is divided about evenly, after `!.?…`, else after `:;`,
/// else after `,—`, else at spaces, else between any two characters, but if possible not between a
/// stress or length mark and its vowel. Brackets and quotations stay whole if they can. Pieces are
/// trimmed and never empty; apart from whitespace at the cuts, together they are the input.
///
/// Of phonemes with single spaces, no piece is much shorter than a fifth of the limit, unless all
/// of them are.
///
/// Time is linear in the length of `phonemes`.
pub fn split(phonemes: &str, limit: usize) -> Vec<&str> {
    split_at_seams(phonemes, limit, &[])
}

/// As [`split`]; of two spaces, the one before a clause is better, and the one between words that
/// are joined is worse. Seams are in order, each with the character that it stands before, counted
/// from the first of `phonemes`.
pub(crate) fn split_at_seams<'a>(
    phonemes: &'a str,
    limit: usize,
    seams: &[(usize, Seam)],
) -> Vec<&'a str> {
    let limit = limit.max(1);
    let mut pieces = Vec::new();
    let mut rest = phonemes.trim();
    let mut len = rest.chars().count();
    let start = rest.as_ptr() as usize - phonemes.as_ptr() as usize;
    let mut from = phonemes[..start].chars().count();
    while len > limit {
        let next = seams.partition_point(|(place, _)| *place < from);
        let seams = seams[next..].iter().map(|(place, seam)| (place - from, *seam));
        let cut = first_cut(rest, len, limit, seams);
        let (piece, tail) = rest.split_at(cut);
        let tail = tail.trim_start();
        let taken = rest[..rest.len() - tail.len()].chars().count();
        (len, from, rest) = (len - taken, from + taken, tail);
        pieces.push(piece.trim_end());
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Byte offset at which to cut `rest`, of `len > limit` characters and with no space in front.
fn first_cut(
    rest: &str,
    len: usize,
    limit: usize,
    seams: impl Iterator<Item = (usize, Seam)>,
) -> usize {
    let comfortable = ((limit as f64 * COMFORT) as usize).max(1);
    let even = len as f64 / len.div_ceil(comfortable) as f64;
    let farthest = ((even * (1.0 + SLACK)) as usize).clamp(1, limit);
    let nearest = ((even * (1.0 - SLACK)).ceil() as usize).clamp(1, farthest);

    // For each rank, the place nearest to the even division: (distance, byte offset).
    let mut best = [None::<(f64, usize)>; Rank::COUNT];
    let mut before = Before::new();
    let mut seams = seams.peekable();
    for (count, (offset, after)) in rest.char_indices().enumerate().take(farthest + 1) {
        while seams.next_if(|(place, _)| *place < count).is_some() {}
        if count >= nearest {
            let distance = (count as f64 - even).abs();
            // A place at a space may be before the space or after it.
            let here = count + usize::from(after == ' ');
            let seam = seams.peek().filter(|(place, _)| *place == here).map(|(_, seam)| *seam);
            let slot = &mut best[before.rank(after, seam) as usize];
            if slot.is_none_or(|(least, _)| distance < least) {
                *slot = Some((distance, offset));
            }
        }
        before.push(after);
    }
    // `farthest < len`, so there is a place; the end of the text stands for the impossible.
    best.into_iter().flatten().next().map_or(rest.len(), |(_, offset)| offset)
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

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..Default::default()
        })]

        /// No orphans: a cut is at most half the even length away from the even division, and the
        /// even length is more than 0.4 of the limit.
        #[test]
        fn no_piece_is_tiny(
            words in prop::collection::vec("[aəɪ]{1,9}[,;.”]?", 1..300),
            limit in 30usize..510,
        ) {
            let phonemes = words.join(" ");
            let pieces = split(&phonemes, limit);
            let least = if pieces.len() > 1 { limit / 5 - 2 } else { 0 };
            for piece in pieces {
                prop_assert!(piece.chars().count() >= least, "{piece:?}, limit {limit}");
            }
        }
    }

    #[test]
    fn seams_are_better_or_worse_than_a_space() {
        let words = "kˈæt ".repeat(120);
        let words = words.trim_end();
        let clause = 5 * 50;
        let seams = [(3, Seam::Clause), (clause, Seam::Clause), (500, Seam::Clause)];
        assert_eq!(split_at_seams(words, MAX_PHONEMES, &seams)[0].chars().count(), 249);
        let spaced = format!("  {words}");
        let pieces = split_at_seams(&spaced, MAX_PHONEMES, &[(clause + 2, Seam::Clause)]);
        assert_eq!(pieces[0].chars().count(), 249);
        let joined = split_at_seams(words, MAX_PHONEMES, &[(5 * 60, Seam::Joined)]);
        assert!([59 * 5 - 1, 61 * 5 - 1].contains(&joined[0].chars().count()));
    }

    #[test]
    fn brackets_and_quotations_stay_whole() {
        let words = |count: usize| "kˈæt ".repeat(count).trim_end().to_owned();
        for (open, close) in [('(', ')'), ('“', '”')] {
            // The comma in the very middle is within them.
            let inside = format!("{open}{}, {}{close}", words(10), words(10));
            let text = format!("{} {inside} {}", words(50), words(50));
            assert_eq!(split(&text, MAX_PHONEMES)[0].chars().count(), 5 * 50 - 1);
            // But a mark within is better than a space without.
            let inside = format!("{open}{}, {}{close}", words(50), words(50));
            let text = format!("{} {inside} {}", words(10), words(10));
            assert!(split(&text, MAX_PHONEMES)[0].ends_with(','));
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
