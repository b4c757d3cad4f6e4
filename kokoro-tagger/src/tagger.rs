//! The tokenizer and the network together.

use crate::hashing::string_hash;
use crate::lexeme::{Attributes, Lexemes};
use crate::network::{Network, Tokens};
use crate::simd::Isa;
use crate::tag::Tag;
use crate::token::{Token, Untagged};
use crate::tokenizer::Tokenizer;

/// Cuts English text into tokens and tags them.
///
/// What it makes of a text is the same on every machine. One may be used by several threads; it
/// remembers the words that it has met last, in at most 1.6 MB, and computes on the calling thread
/// alone.
#[derive(Debug)]
pub struct Tagger {
    tokenizer: Tokenizer,
    lexemes: Lexemes,
    network: Network,
}

impl Tagger {
    /// The tagger, whose rules and weights are part of the program.
    pub fn new() -> Self {
        Self {
            tokenizer: Tokenizer::new(),
            lexemes: Lexemes::new(),
            network: Network::new(Isa::best()),
        }
    }

    /// The tokens of a text, without tags. They cover all of it but the spaces that follow them.
    pub fn tokenize(&self, text: &str) -> Vec<Untagged> {
        self.tokenizer.tokenize(text)
    }

    /// The tokens of a text, with tags. The text is read as one document: the tags of its first and
    /// last words depend on there being nothing around them.
    pub fn tag(&self, text: &str) -> Vec<Token> {
        let tokens = self.tokenize(text);
        let read = Text { text, tokens: &tokens, lexemes: &self.lexemes };
        let tags = self.network.tags(&read);
        let tagged = tokens.into_iter().zip(tags);
        tagged.map(|(t, i)| Token { range: t.range, space: t.space, tag: Tag::ALL[i] }).collect()
    }
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}

/// A text as the network reads it.
struct Text<'a> {
    text: &'a str,
    tokens: &'a [Untagged],
    lexemes: &'a Lexemes,
}

impl Tokens for Text<'_> {
    fn len(&self) -> usize {
        self.tokens.len()
    }

    fn key(&self, token: usize) -> u64 {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let Untagged { range, space, norm } = &self.tokens[token];
        let text = string_hash(&self.text.as_bytes()[range.clone()]);
        (text ^ norm.unwrap_or(0).wrapping_mul(ODD)).rotate_left(1).wrapping_add(u64::from(*space))
    }

    fn attributes(&self, token: usize) -> Attributes {
        let Untagged { range, space, norm } = &self.tokens[token];
        self.lexemes.attributes(&self.text[range.clone()], *norm, *space)
    }
}
