//! The warning about what of a text is not said.

use std::collections::HashSet;

use crate::console::warn;

/// The number of words that the warning names.
const NAMED: usize = 12;

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
                self.named.push(word.clone());
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
