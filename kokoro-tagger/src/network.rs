//! The network: attributes of the tokens of a text → a tag for each.

pub(crate) mod naive;
