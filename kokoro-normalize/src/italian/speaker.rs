//! What Italian says for SSML's `say-as`.

#[cfg(test)]
mod tests;

use crate::Options;
use crate::european::speaker::{European, Words};
use crate::italian::GRAMMAR;
use crate::say_as::{self, SaidAs, SayAs, SignName};

static WORDS: Words = Words {
    before_year: "",
    before_time: "ore",
    full_hour: ":00",
    and: "e",
    extension: "interno",
    bleep: "bip",
};

/// What a reader says for `text`, which its author says is `how`. `sign_name` names the signs that
/// have no other name among spelled letters. Something is said for every text that has letters or
/// digits.
pub fn say_as(text: &str, how: &SayAs, options: &Options, sign_name: SignName<'_>) -> SaidAs {
    say_as::say(text, how, &European { grammar: &GRAMMAR, words: &WORDS, options, sign_name })
}
