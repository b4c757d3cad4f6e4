//! The warning about what of a text is not said.

use std::collections::HashSet;

use crate::console::warn;

/// The number of words that the warning names.
const NAMED: usize = 12;

/// The characters of a word that the warning shows.
const SHOWN: usize = 40;

/// Words and symbols that were left out, each once, in order.
#[derive(Default)]
pub struct Unknown {
    named: Vec<String>,
    seen: HashSet<String>,
}

impl Unknown {
    /// Adds those of one utterance.
    pub fn add(&mut self, words: &[String]) {
        for word in words {
            if self.seen.insert(word.clone()) && self.named.len() < NAMED {
                self.named.push(shortened(word));
            }
        }
    }

    /// Writes one line to standard error, if there are any.
    pub fn warn(&self) {
        if self.named.is_empty() {
            return;
        }
        let more = match self.seen.len() - self.named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        warn(&format!("left out: {}{more}", self.named.join(", ")));
    }
}

/// The beginning of a long word.
fn shortened(word: &str) -> String {
    match word.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &word[..end]),
        None => word.to_owned(),
    }
}
