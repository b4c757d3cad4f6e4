//! What may stand beside the letters of a rule: the contexts of [`super::rules`].

/// The letters of a word that are vowels, by spelling.
const VOWELS: &str = "aàâäeéèêëiîïoôöuùûüyœæ";
/// The vowels before which c and g are soft.
const FRONT: &str = "eéèêëiîïyœæ";

/// One step of a context.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// This letter.
    Letter(char),
    /// One of these letters: `(bp)`.
    OneOf(&'static str),
    /// A vowel: `V`.
    Vowel,
    /// A consonant: `C`.
    Consonant,
    /// A vowel before which c and g are soft: `F`.
    Front,
    /// The same consonant twice: `D`.
    Double,
    /// The end of the word, or a consonant other than n, m and h, so that a vowel with n or m
    /// before it is nasal: `N`.
    Nasal,
    /// The edge of the word: `#`.
    Edge,
    /// The end of the word, or an s and the end: `$`.
    EndOrPlural,
    /// No vowel from here to the edge of the word: `^`.
    NoVowel,
    /// Some vowel from here to the edge of the word: `+`.
    SomeVowel,
}

/// What stands on one side of the letters of a rule, nearest letter first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Pattern(Vec<Step>);

impl Pattern {
    /// What follows the letters. `None` if a set of letters is not closed.
    pub(super) fn after(text: &'static str) -> Option<Self> {
        let mut steps = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            steps.push(match c {
                '(' => {
                    let (letters, behind) = rest.split_once(')')?;
                    rest = behind;
                    Step::OneOf(letters)
                }
                'V' => Step::Vowel,
                'C' => Step::Consonant,
                'F' => Step::Front,
                'D' => Step::Double,
                'N' => Step::Nasal,
                '#' => Step::Edge,
                '$' => Step::EndOrPlural,
                '^' => Step::NoVowel,
                '+' => Step::SomeVowel,
                letter => Step::Letter(letter),
            });
        }
        Some(Self(steps))
    }

    /// What stands before the letters.
    pub(super) fn before(text: &'static str) -> Option<Self> {
        let mut pattern = Self::after(text)?;
        pattern.0.reverse();
        Some(pattern)
    }

    /// Whether `letters`, nearest first, are as the pattern says.
    pub(super) fn fits(&self, mut letters: impl Iterator<Item = char> + Clone) -> bool {
        self.0.iter().all(|step| step.fits(&mut letters))
    }
}

impl Step {
    /// Takes the letters of the step.
    fn fits(&self, letters: &mut (impl Iterator<Item = char> + Clone)) -> bool {
        let next = match self {
            Self::NoVowel => return !letters.clone().any(is_vowel),
            Self::SomeVowel => return letters.clone().any(is_vowel),
            _ => letters.next(),
        };
        match self {
            Self::Edge => next.is_none(),
            Self::EndOrPlural => next.is_none_or(|c| c == 's' && letters.next().is_none()),
            Self::Nasal => next.is_none_or(|c| is_consonant(c) && !matches!(c, 'n' | 'm' | 'h')),
            Self::Letter(letter) => next == Some(*letter),
            Self::OneOf(set) => next.is_some_and(|c| set.contains(c)),
            Self::Vowel => next.is_some_and(is_vowel),
            Self::Consonant => next.is_some_and(is_consonant),
            Self::Front => next.is_some_and(|c| FRONT.contains(c)),
            Self::Double => next.is_some_and(is_consonant) && next == letters.next(),
            Self::NoVowel | Self::SomeVowel => true,
        }
    }
}

/// Whether a letter is written for a vowel.
pub(super) fn is_vowel(c: char) -> bool {
    VOWELS.contains(c)
}

/// Whether a letter is written for a consonant.
fn is_consonant(c: char) -> bool {
    c.is_alphabetic() && !is_vowel(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn follows(pattern: &'static str, letters: &str) -> bool {
        Pattern::after(pattern).unwrap().fits(letters.chars())
    }

    #[test]
    fn each_step_means_what_it_says() {
        for (pattern, fit, unfit) in [
            ("t", "te", "s"),
            ("(pb)V", "pa", "ta"),
            ("F", "é", "a"),
            ("D", "tte", "te"),
            ("N", "t", "n"),
            ("N", "", "a"),
            ("e$", "es", "ers"),
            ("e$", "e", "est"),
            ("e#", "e", "es"),
            ("^", "str", "stra"),
            ("C+", "tra", "tr"),
        ] {
            assert!(follows(pattern, fit), "{pattern} {fit}");
            assert!(!follows(pattern, unfit), "{pattern} {unfit}");
        }
    }

    #[test]
    fn what_stands_before_is_read_backwards() {
        let pattern = Pattern::before("#qu").unwrap();
        assert!(pattern.fits("uq".chars()));
        assert!(!pattern.fits("uqa".chars()));
        assert_eq!(Pattern::before("(ab"), None);
    }
}
