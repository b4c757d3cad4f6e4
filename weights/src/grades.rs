//! What upstream thinks of its voices.

/// Upstream's overall grade of a voice, A (best) to F, with + or −: how well it speaks, by the
/// quality and the length of what it was trained on. `None` for the voices without a grade
/// (Spanish and Portuguese) and for those that upstream does not have.
///
/// The source is `VOICES.md` beside Kokoro-82M v1.0; the README of this crate tells more.
///
/// ```
/// assert_eq!(kokoro_weights::grade("af_heart"), Some("A"));
/// assert_eq!(kokoro_weights::grade("ef_dora"), None);
/// ```
pub fn grade(voice: &str) -> Option<&'static str> {
    let mut lines = include_str!("grades.txt").lines().filter_map(|line| line.split_once(' '));
    lines.find(|(name, _)| *name == voice).map(|(_, grade)| grade)
}
