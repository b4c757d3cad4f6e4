//! The tokenizer and the network together.

use crate::lexeme::Lexemes;
use crate::network::naive;
use crate::tag::Tag;
use crate::token::{Token, Untagged};
use crate::tokenizer::Tokenizer;
use crate::weights::Weights;

/// Cuts English text into tokens and tags them.
///
/// What it makes of a text is the same on every machine. One may be used by several threads.
#[derive(Debug)]
pub struct Tagger {
    tokenizer: Tokenizer,
    lexemes: Lexemes,
    weights: Weights,
}

impl Tagger {
    /// The tagger, whose rules and weights are part of the program.
    pub fn new() -> Self {
        Self { tokenizer: Tokenizer::new(), lexemes: Lexemes::new(), weights: Weights::new() }
    }

    /// The tokens of a text, without tags. They cover all of it but the spaces that follow them.
    pub fn tokenize(&self, text: &str) -> Vec<Untagged> {
        self.tokenizer.tokenize(text)
    }

    /// The tokens of a text, with tags. The text is read as one document: the tags of its first and
    /// last words depend on there being nothing around them.
    pub fn tag(&self, text: &str) -> Vec<Token> {
        let tokens = self.tokenize(text);
        let attributes: Vec<_> = tokens
            .iter()
            .map(|t| self.lexemes.attributes(&text[t.range.clone()], t.norm, t.space))
            .collect();
        let tags = naive::tags(&self.weights, &attributes);
        let tagged = tokens.into_iter().zip(tags);
        tagged.map(|(t, i)| Token { range: t.range, space: t.space, tag: Tag::ALL[i] }).collect()
    }
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}
