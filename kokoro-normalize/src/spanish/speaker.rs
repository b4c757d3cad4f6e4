//! What Spanish says for SSML's `say-as`.

#[cfg(test)]
mod tests;

use crate::Options;
use crate::european::speaker::{European, Words};
use crate::say_as::{self, SaidAs, SayAs, SignName};
use crate::spanish::GRAMMAR;

static WORDS: Words = Words {
    before_year: "de",
    before_time: "",
    full_hour: " h",
    and: "y",
    extension: "extensión",
    bleep: "pip",
};

/// What a reader says for `text`, which its author says is `how`. `sign_name` names the signs that
/// have no other name among spelled letters. Something is said for every text that has letters or
/// digits.
pub fn say_as(text: &str, how: &SayAs, options: &Options, sign_name: SignName<'_>) -> SaidAs {
    say_as::say(text, how, &European { grammar: &GRAMMAR, words: &WORDS, options, sign_name })
}
