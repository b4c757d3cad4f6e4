//! Names of letters, digits and signs, to spell what no lexicon knows; and the abbreviations that
//! are read in full.

use std::collections::HashMap;

/// Letters beyond ASCII and signs that have names. ASCII letters are named by the lexicon.
const NAMES: [(char, &str); 39] = [
    ('0', "zero"),
    ('1', "one"),
    ('2', "two"),
    ('3', "three"),
    ('4', "four"),
    ('5', "five"),
    ('6', "six"),
    ('7', "seven"),
    ('8', "eight"),
    ('9', "nine"),
    ('.', "dot"),
    ('@', "at"),
    ('%', "percent"),
    ('&', "and"),
    ('+', "plus"),
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "epsilon"),
    ('ζ', "zeta"),
    ('η', "eta"),
    ('θ', "theta"),
    ('ι', "iota"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('ν', "nu"),
    ('ξ', "xi"),
    ('ο', "omicron"),
    ('π', "pi"),
    ('ρ', "rho"),
    ('σ', "sigma"),
    ('τ', "tau"),
    ('υ', "upsilon"),
    ('φ', "phi"),
    ('χ', "chi"),
    ('ψ', "psi"),
    ('ω', "omega"),
];

/// Abbreviations that the lexicon lacks: months, titles and others.
const ABBREVIATIONS: [(&str, &str); 27] = [
    ("apr", "April"),
    ("approx", "approximately"),
    ("aug", "August"),
    ("ave", "avenue"),
    ("blvd", "boulevard"),
    ("capt", "captain"),
    ("dec", "December"),
    ("dept", "department"),
    ("feb", "February"),
    ("ft", "feet"),
    ("gen", "general"),
    ("gov", "governor"),
    ("govt", "government"),
    ("jan", "January"),
    ("jr", "junior"),
    ("lb", "pounds"),
    ("lbs", "pounds"),
    ("min", "minutes"),
    ("mins", "minutes"),
    ("mph", "miles per hour"),
    ("nov", "November"),
    ("oct", "October"),
    ("sen", "senator"),
    ("sept", "September"),
    ("sgt", "sergeant"),
    ("til", "till"),
    ("vol", "volume"),
];

/// The full words of an abbreviation, written in any case.
pub(crate) fn abbreviation(word: &str) -> Option<&'static str> {
    ABBREVIATIONS.iter().find(|(short, _)| short.eq_ignore_ascii_case(word)).map(|(_, full)| *full)
}

/// Phonemes of the names of letters, digits and signs.
#[derive(Default)]
pub(crate) struct Names(HashMap<char, String>);

impl Names {
    /// Takes the names of letters (asked for as capitals) from `letter`, and the pronunciation of
    /// the words that name digits, signs and Greek letters from `word`.
    pub(crate) fn new(
        letter: impl Fn(&str) -> Option<String>,
        word: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let letters =
            ('a'..='z').filter_map(|c| Some((c, letter(&c.to_ascii_uppercase().to_string())?)));
        let others = NAMES.iter().filter_map(|(c, name)| Some((*c, word(name)?)));
        Self(letters.chain(others).collect())
    }

    /// The phonemes of the name of one character, in any case.
    pub(crate) fn name(&self, c: char) -> Option<&str> {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let lower = if lower == 'ς' { 'σ' } else { lower };
        self.0.get(&lower).map(String::as_str)
    }

    /// `word` spelled: the names of its characters with spaces between, the last with the main
    /// stress. Characters without a name are left out, so that the result may be empty.
    pub(crate) fn spell(&self, word: &str) -> String {
        let names: Vec<&str> = word.chars().filter_map(|c| self.name(c)).collect();
        match names.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{} {last}", others.join(" ").replace('ˈ', "ˌ")),
            None => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_spelled_with_one_main_stress() {
        let say = |word: &str| Some(format!("ˈ{}", word.to_lowercase()));
        let names = Names::new(say, say);
        assert_eq!(names.spell("Qz"), "ˌq ˈz");
        assert_eq!(names.spell("β7"), "ˌbeta ˈseven");
        assert_eq!(names.spell("中"), "");
        assert_eq!(names.name('Σ'), names.name('ς'));
    }

    #[test]
    fn abbreviations_are_read_in_any_case() {
        assert_eq!(abbreviation("Approx"), Some("approximately"));
        assert_eq!(abbreviation("approximately"), None);
    }
}
