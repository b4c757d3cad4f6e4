//! Packs `data/english/names.tsv`, words with phonemes written by hand, into lexicons of both
//! dialects: `data/english/{us,gb}_names.lexicon`. Takes no arguments.

use std::error::Error;
use std::path::Path;

use kokoro_lexicon::{Entry, pack};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/english");
    let text = std::fs::read_to_string(folder.join("names.tsv"))?;
    let (mut american, mut british) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (word, us, gb) = match *columns.as_slice() {
            [word, us] => (word, us, as_british(us)),
            [word, us, gb] => (word, us, gb.to_string()),
            _ => return Err(format!("line {}: expected two or three columns", number + 1).into()),
        };
        american.push((word, Entry::Plain(us.to_string())));
        british.push((word, Entry::Plain(gb)));
    }
    for (name, words) in [("us", american), ("gb", british)] {
        let count = words.len();
        let packed = pack(words)?;
        println!("{name}: {count} words, {} bytes", packed.len());
        std::fs::write(folder.join(format!("{name}_names.lexicon")), packed)?;
    }
    Ok(())
}

/// The vowels of both dialects: long ones have a mark in British English, and an r is silent
/// unless a vowel follows. The order matters: longer ones come first.
const VOWELS: [(&str, &str); 20] = [
    ("ɜɹ", "ɜː"),
    ("əɹ", "ə"),
    ("ɑɹ", "ɑː"),
    ("ɔɹ", "ɔː"),
    ("ɛɹ", "ɛː"),
    ("ɪɹ", "ɪə"),
    ("ʊɹ", "ʊə"),
    ("iə", "ɪə"),
    ("O", "Q"),
    ("æ", "a"),
    ("ɑ", "ɑː"),
    ("ɔ", "ɔː"),
    ("ˈi", "ˈiː"),
    ("ˌi", "ˌiː"),
    ("ˈu", "ˈuː"),
    ("ˌu", "ˌuː"),
    ("u", "uː"),
    ("ɾ", "t"),
    ("ᵻ", "ɪ"),
    ("ɹ", "ɹ"),
];

/// A British pronunciation for an American one.
fn as_british(american: &str) -> String {
    let mut british = String::new();
    let mut rest = american;
    while let Some(symbol) = rest.chars().next() {
        let found = VOWELS.iter().find(|(from, _)| rest.starts_with(from));
        let (from, to) = match found {
            Some(&(from, to)) => (from.len(), to),
            None => (symbol.len_utf8(), &rest[..symbol.len_utf8()]),
        };
        let silent_r = rest[..from].ends_with('ɹ') && from > 'ɹ'.len_utf8();
        british.push_str(to);
        rest = &rest[from..];
        let vowel =
            rest.trim_start_matches(['ˈ', 'ˌ']).starts_with(|c| "AIOWYiuæɑɔəɛɜɪʊʌᵻ".contains(c));
        if silent_r && vowel {
            british.push('ɹ');
        }
    }
    british
}
