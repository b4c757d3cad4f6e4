//! Words that are said in another way in fixed expressions and in numbers.

use super::part::Said;
use super::stress::Stress;

/// Words for two to nine, as they follow "vingt".
const UNITS: &[&str] = &["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"];

/// Words after which "fils" is a son; elsewhere it may be the plural of "fil".
const BEFORE_SON: &[&str] = &[
    "le", "un", "mon", "ton", "son", "notre", "votre", "leur", "ce", "du", "au", "de", "et",
    "petit", "beau", "cher", "jeune", "seul", "fidèle",
];

/// How the part at `at` is said between its neighbours, with its stress before the end of a
/// phrase, if these make it something else than it is elsewhere.
pub(super) fn fixed(parts: &[Said], at: usize) -> Option<(&'static str, Stress)> {
    let letters = |at: usize| parts.get(at).map_or("", |part| part.letters.as_str());
    let before = if at > 0 { letters(at - 1) } else { "" };
    let part = parts.get(at)?;
    Some(match (before, part.letters.as_str(), letters(at + 1)) {
        (_, "parce", "que") => ("paʁs", Stress::None),
        (_, "parce", "il" | "elle" | "on") => ("paʁs", Stress::None),
        ("parce", "il", _) => ("ˈil", Stress::Secondary),
        ("parce", "elle", _) => ("ˈɛl", Stress::Secondary),
        ("parce", "on", _) => ("ˈɔ̃", Stress::Secondary),
        ("parce", "que", _) => ("kˈə", Stress::Secondary),
        ("est", "que", _) if parts[at - 1].tied == "qu" => ("kˈə", Stress::Secondary),
        ("tout", "le", "monde" | "temps") => ("l", Stress::None),
        ("de", "temps", "en") if letters(at + 2) == "temps" => ("tɑ̃z", Stress::None),
        (_, "tous", "les" | "ces" | "mes" | "tes" | "ses" | "nos" | "vos") => ("tu", Stress::None),
        (before, "fils", _) if BEFORE_SON.contains(&before) => ("fˈis", Stress::Full),
        (_, "et", "cetera") => ("ɛt", Stress::None),
        (_, "vingt", next) if UNITS.contains(&next) => ("vˈɛ̃t", Stress::Full),
        (_, "dix", "huit" | "neuf") => ("dˈiz", Stress::Full),
        (_, "neuf", "heures" | "ans") => ("nˈœv", Stress::Full),
        _ => return None,
    })
}
