//! Two words that are said as one.

use super::pieces::Piece;

/// Two words, the phonemes of the first, and those of the second.
const PAIRS: &[(&str, &str, &str, &str)] = &[
    ("antes", "que", "ˈɐ\u{303}ŋʧis", "ki"),
    ("depois", "que", "dˌepˈoɪs", "ki"),
    ("desde", "que", "dˈesʤi", "ki"),
    ("exceto", "se", "ˌesˈɛtu", "si"),
    ("logo", "que", "lˈɔɡu", "ki"),
    ("para", "que", "pˌaɾæ", "kˈi"),
];

/// Says such pairs of words in their way. The result is where the first words of pairs are, to
/// which the second is joined without a space.
pub(super) fn say(pieces: &[&Piece], said: &mut [String]) -> Vec<usize> {
    let mut joined = Vec::new();
    for at in 1..pieces.len() {
        let (first, second) = (&pieces[at - 1].letters, &pieces[at].letters);
        if first == "por" && second == "que" {
            "ke".clone_into(&mut said[at]);
        }
        let pair = PAIRS.iter().find(|pair| pair.0 == first && pair.1 == second);
        if let Some((_, _, first, second)) = pair {
            let vowel = pieces.get(at + 1).is_some_and(|next| begins_with_vowel(next));
            let second =
                if vowel { second.replace(['ˈ', 'i'], "") + "j" } else { (*second).into() };
            (*first).clone_into(&mut said[at - 1]);
            said[at] = second;
            joined.push(at - 1);
        }
    }
    joined
}

/// Whether the first letter of a piece is a vowel.
fn begins_with_vowel(piece: &Piece) -> bool {
    piece.letters.starts_with(super::syllables::is_vowel)
}
