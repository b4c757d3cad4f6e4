//! Words that are a known word with an ending, said as English says the ending there.

use kokoro_normalize::Dialect;

use super::spelling::is_vowel;

/// How an ending is said after a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The plural, the third person and the genitive.
    S,
    /// The past.
    Ed,
    /// As these phonemes, American and British.
    As(&'static str, &'static str),
    /// As these, which begin with a vowel: a British stem in a silent r says it.
    Linked(&'static str, &'static str),
}

/// The endings, longer ones first where one ends like another.
const ENDINGS: [(&str, Said); 27] = [
    ("'s", Said::S),
    ("s'", Said::S),
    ("n't", Said::As("ᵊnt", "ᵊnt")),
    ("'ll", Said::As("əl", "əl")),
    ("'re", Said::Linked("əɹ", "ə")),
    ("'ve", Said::Linked("əv", "əv")),
    ("'d", Said::Ed),
    ("'st", Said::As("st", "st")), // of "thou": "can'st"
    ("iness", Said::As("inəs", "inəs")),
    ("ness", Said::As("nəs", "nəs")),
    ("less", Said::As("ləs", "ləs")),
    ("iest", Said::As("iəst", "iɪst")),
    ("est", Said::Linked("əst", "ɪst")),
    ("ily", Said::As("əli", "ɪli")),
    ("ly", Said::As("li", "li")),
    ("like", Said::As("lˌIk", "lIk")),
    ("wise", Said::As("wˌIz", "wIz")),
    ("able", Said::Linked("əbᵊl", "əbᵊl")),
    ("ings", Said::Linked("ɪŋz", "ɪŋz")),
    ("ing", Said::Linked("ɪŋ", "ɪŋ")),
    ("in'", Said::Linked("ɪn", "ɪn")),
    ("ish", Said::Linked("ɪʃ", "ɪʃ")),
    ("ed", Said::Ed),
    ("ers", Said::Linked("əɹz", "əz")),
    ("er", Said::Linked("əɹ", "ə")),
    ("es", Said::S),
    ("s", Said::S),
];

/// The vowels after which an American t before a weak vowel is a flap.
const FLAPPING: &str = "AIOWYiuæɑəɛɪɹʊʌ";

/// How a word in lower case is said that is a stem with an ending, if `stem` knows the stem.
pub(super) fn inflected(
    word: &str,
    dialect: Dialect,
    stem: &mut dyn FnMut(&str) -> Option<String>,
) -> Option<String> {
    for (letters, said) in ENDINGS {
        let Some(base) = word.strip_suffix(letters).filter(|base| long_enough(base, letters))
        else {
            continue;
        };
        if letters == "s" && base.ends_with(['s', '\'']) {
            continue;
        }
        if let Some(phonemes) = stems(base, letters).iter().find_map(|base| stem(base)) {
            return Some(join(&phonemes, said, dialect));
        }
    }
    None
}

fn long_enough(base: &str, letters: &str) -> bool {
    base.chars().count() >= if letters.contains('\'') || letters == "s" { 2 } else { 3 }
}

/// The words that may lose letters before an ending: "studies", "making", "marvelled".
fn stems(base: &str, ending: &str) -> Vec<String> {
    let mut stems = Vec::new();
    let vowel = ending.starts_with(['a', 'e', 'i']) && ending != "'s";
    match (ending, base.strip_suffix('i')) {
        ("iest" | "iness" | "ily", _) => return vec![format!("{base}y")],
        ("es" | "ed" | "er" | "ers", Some(base)) => stems.push(format!("{base}y")),
        _ => {}
    }
    let sibilant = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end));
    if ending == "es" && !sibilant {
        return stems; // "frames" is "frame" with "s"
    }
    if ending == "s'" {
        return vec![base.to_string(), format!("{base}s")];
    }
    if vowel && ending != "es" {
        stems.push(format!("{base}e"));
    }
    // "spammed" is of "spam" before "spamm", but "called" is of "call".
    stems.push(base.to_string());
    let mut letters = base.chars().rev();
    let last = letters.next().filter(char::is_ascii_alphabetic);
    if vowel && last.is_some() && last == letters.next() {
        stems.push(base[..base.len() - 1].to_string());
    }
    stems
}

/// A word, also one that is spelled, with the s of the plural or genitive.
pub(super) fn plural(phonemes: &str, dialect: Dialect) -> String {
    join(phonemes, Said::S, dialect)
}

/// A stem with its ending.
fn join(stem: &str, said: Said, dialect: Dialect) -> String {
    let last = stem.chars().next_back().unwrap_or_default();
    match said {
        Said::S => {
            let ending = match last {
                'p' | 't' | 'k' | 'f' | 'θ' => "s",
                's' | 'z' | 'ʃ' | 'ʒ' | 'ʧ' | 'ʤ' => weak(dialect, "ᵻz", "ɪz"),
                _ => "z",
            };
            format!("{stem}{ending}")
        }
        Said::Ed => match last {
            'p' | 'k' | 'f' | 'θ' | 'ʃ' | 's' | 'ʧ' => format!("{stem}t"),
            't' | 'd' => format!("{}{}", flapped(stem, dialect), weak(dialect, "ᵻd", "ɪd")),
            _ => format!("{stem}d"),
        },
        Said::As(american, british) => {
            let ending = weak(dialect, american, british);
            match ending.strip_prefix(last) {
                Some(rest) if last == 'l' => format!("{stem}{rest}"), // "coolly"
                _ => format!("{stem}{ending}"),
            }
        }
        Said::Linked(american, british) => {
            let link =
                if dialect == Dialect::British && matches!(last, 'ə' | 'ː') && !ends_open(stem) {
                    "ɹ"
                } else {
                    ""
                };
            format!("{}{link}{}", flapped(stem, dialect), weak(dialect, american, british))
        }
    }
}

/// Whether a British stem ends with a long vowel that never had an r: "see", "do".
fn ends_open(stem: &str) -> bool {
    stem.ends_with("iː") || stem.ends_with("uː")
}

fn weak<'a>(dialect: Dialect, american: &'a str, british: &'a str) -> &'a str {
    match dialect {
        Dialect::American => american,
        Dialect::British => british,
    }
}

/// A stem before a weak vowel: an American t after a vowel becomes a flap.
fn flapped(stem: &str, dialect: Dialect) -> String {
    let mut symbols = stem.chars().rev();
    let flaps = dialect == Dialect::American
        && symbols.next() == Some('t')
        && symbols
            .next()
            .is_some_and(|before| FLAPPING.contains(before) && (is_vowel(before) || before == 'ɹ'));
    match (flaps, stem.strip_suffix('t')) {
        (true, Some(rest)) => format!("{rest}ɾ"),
        _ => stem.to_string(),
    }
}
