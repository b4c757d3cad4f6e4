//! Letters and digits together: names of things (A380, MP3, x86), formulas, and codes.

use crate::word::Origin;

use super::part::Parts;
use super::spelling::{digit_words, number_words};
use super::{initialism, spelling};

/// Formulas in which 2 is no "to".
const FORMULAS: [&str; 4] = ["H2O", "N2O", "O2C", "H2S"];
/// From so many changes between letters and digits on, a token is a code: "88cf44".
const CODE: usize = 3;

/// A token of letters and digits; `None` if it has neither.
pub(super) fn say(parts: &dyn Parts, token: &str, depth: usize) -> Option<(String, Origin)> {
    let runs = runs(token);
    let digits = runs.iter().filter(|run| is_number(run)).count();
    if digits == 0 && runs.is_empty() {
        return None;
    }
    let code = digits > 0 && runs.len() >= CODE && token.len() > 4 && !has_word(&runs);
    let mut said = Vec::new();
    for (place, run) in runs.iter().enumerate() {
        if !is_number(run) {
            said.push(say_letters(parts, run, depth, code)?);
            continue;
        }
        let between = place > 0 && place + 1 < runs.len();
        let words: Vec<&str> = match *run {
            "2" if between && !FORMULAS.contains(&token) && runs[place - 1].len() == 1 => {
                vec!["to"]
            }
            _ if code || run.len() > 4 => digit_words(run).collect(),
            _ => number_words(run),
        };
        for word in words {
            said.push(parts.say_part(word, depth)?.0);
        }
    }
    Some((said.join(" "), Origin::Rule))
}

/// Runs of letters and of digits; other characters are left out.
fn runs(token: &str) -> Vec<&str> {
    let kind = |symbol: char| match symbol {
        '0'..='9' => 1,
        'a'..='z' | 'A'..='Z' | '\'' => 2,
        _ => 0,
    };
    let mut runs = Vec::new();
    let mut rest = token;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|symbol| kind(symbol) != kind(first)).unwrap_or(rest.len());
        if kind(first) > 0 && rest[..end].bytes().any(|byte| byte != b'\'') {
            runs.push(&rest[..end]);
        }
        rest = &rest[end..];
    }
    runs
}

fn is_number(run: &str) -> bool {
    run.starts_with(|symbol: char| symbol.is_ascii_digit())
}

/// Whether a run of letters is long enough to be a word in a name rather than part of a code.
fn has_word(runs: &[&str]) -> bool {
    runs.iter().any(|run| !is_number(run) && run.len() > 3)
}

/// Letters beside digits are read by their names if they are few and no word.
fn say_letters(parts: &dyn Parts, run: &str, depth: usize, code: bool) -> Option<String> {
    let capitals = run.bytes().all(|byte| byte.is_ascii_uppercase());
    let lower = run.to_ascii_lowercase();
    let word = run.len() > 2 && parts.listed_part(&lower).is_some();
    let short = run.len() <= 2 || (run.len() == 3 && !word) || (capitals && run.len() == 3);
    if code || short || (capitals && initialism::is_spelled(run, true)) {
        let letters: String = run.chars().filter(char::is_ascii_alphabetic).collect();
        return spelling::letters(&letters, parts.dialect());
    }
    Some(parts.say_part(run, depth)?.0)
}
