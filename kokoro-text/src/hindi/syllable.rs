//! A word in syllables, as it is written: each vowel that a letter has makes one.

use super::letter::Letter;
use super::vowel::{Form, Vowel};

/// How strongly a syllable is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stress {
    /// Not.
    None,
    /// ˌ
    Secondary,
    /// ˈ
    Primary,
}

/// A syllable: consonants, a vowel, and what closes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Syllable {
    /// The consonants before the vowel.
    pub(super) onset: Vec<&'static str>,
    /// The vowel; none where a halant ends the word.
    pub(super) vowel: Option<(Vowel, Form)>,
    /// The vowel's nasal form, if it has it.
    pub(super) nasal: Option<&'static str>,
    /// The consonant after the vowel that a sign stands for.
    pub(super) coda: Option<&'static str>,
    /// What is said for the whole syllable, if it has lost its vowel.
    pub(super) glide: Option<&'static str>,
    /// Whether the vowel, an "a", is not said.
    pub(super) silent: bool,
    /// Its stress.
    pub(super) stress: Stress,
    /// Whether it is the last of a word.
    pub(super) ends: bool,
}

impl Syllable {
    fn new(onset: Vec<&'static str>, vowel: Option<(Vowel, Form)>) -> Self {
        Self {
            onset,
            vowel,
            nasal: None,
            coda: None,
            glide: None,
            silent: vowel.is_none(),
            stress: Stress::None,
            ends: false,
        }
    }

    /// Whether its vowel is "a", which may be silent.
    pub(super) fn is_a(&self) -> bool {
        matches!(self.vowel, Some((Vowel::A, _)))
    }

    /// Whether it ends with the vowel "a".
    pub(super) fn is_open_a(&self) -> bool {
        self.is_a() && self.coda.is_none()
    }
}

/// The syllables of a word. The consonants before a halant at the end are one without a vowel.
pub(super) fn syllables(letters: &[Letter]) -> Vec<Syllable> {
    let mut made = Made::default();
    let mut rest = letters;
    while let Some((&letter, after)) = rest.split_first() {
        rest = after;
        match letter {
            Letter::Consonant(sound) => {
                made.onset.push(sound);
                match after.first() {
                    Some(Letter::Halant) => rest = &after[1..],
                    Some(Letter::Vowel(_, Form::Sign)) => {}
                    _ => made.syllable(Some((Vowel::A, Form::Sign))),
                }
            }
            Letter::Vowel(vowel, form) => made.vowel(vowel, form),
            Letter::Halant => {}
            Letter::Anusvara | Letter::Chandrabindu | Letter::Visarga => {
                if let Some(last) = made.syllables.last_mut() {
                    close(last, letter, after);
                }
            }
        }
    }
    if !made.onset.is_empty() {
        made.syllable(None);
    }
    made.syllables
}

/// The syllables that have been made of a word, and the consonants after them.
#[derive(Default)]
struct Made {
    syllables: Vec<Syllable>,
    onset: Vec<&'static str>,
}

impl Made {
    /// Adds a syllable of the consonants and a vowel.
    fn syllable(&mut self, vowel: Option<(Vowel, Form)>) {
        self.syllables.push(Syllable::new(std::mem::take(&mut self.onset), vowel));
    }

    /// Adds a syllable with a written vowel. A nasal consonant that closes the syllable before it
    /// becomes its first consonant.
    fn vowel(&mut self, vowel: Vowel, form: Form) {
        if let Some(before) = self.syllables.last_mut().filter(|_| self.onset.is_empty())
            && before.coda == Some("n")
        {
            self.onset.extend(before.coda.take());
        }
        if vowel == Vowel::R {
            self.onset.push("ɾ");
        }
        self.syllable(Some((vowel, form)));
    }
}

/// What a sign after the vowel does to the syllable, `rest` being the letters after it.
fn close(syllable: &mut Syllable, sign: Letter, rest: &[Letter]) {
    let Some((vowel, form)) = syllable.vowel else { return };
    let next = match rest.first() {
        Some(Letter::Consonant(sound)) => Some(*sound),
        _ => None,
    };
    match sign {
        Letter::Visarga => syllable.coda = Some("h"),
        Letter::Chandrabindu => {
            let plain = match (vowel, form) {
                (Vowel::I, _) | (Vowel::Aa, Form::Letter) => true,
                (Vowel::E, Form::Letter) => false,
                (_, Form::Letter) => !rest.is_empty(),
                _ => false,
            };
            syllable.nasal = vowel.nasal(form).filter(|_| !plain);
            let said = !rest.is_empty() && (vowel, form) != (Vowel::E, Form::Letter);
            if said || syllable.nasal.is_none() {
                syllable.coda = Some("n");
            }
            if said && vowel == Vowel::E {
                syllable.nasal = Vowel::ShortE.nasal(form);
            }
        }
        _ => {
            syllable.nasal = vowel.nasal(form);
            if syllable.nasal.is_none() {
                syllable.coda = Some(next.map_or("n", homorganic));
            }
        }
    }
}

/// The nasal that is spoken where `next` is.
fn homorganic(next: &str) -> &'static str {
    match next {
        "k" | "kʰ" | "ɡ" | "ɡʰ" | "ŋ" => "ŋ",
        "c" | "cʰ" | "ɟ" | "ɟʰ" | "ɲ" | "j" => "ɲ",
        "ʈ" | "ʈʰ" | "ɖ" | "ɖʰ" | "ɳ" => "ɳ",
        "p" | "pʰ" | "b" | "bʰ" | "m" => "m",
        _ => "n",
    }
}
