//! What holds for text at a place in SSML.

use std::ops::Range;
use std::rc::Rc;

use crate::speech::{Prosody, VoiceChoice};

/// What the elements that are open say of the text in them.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    pub(super) prosody: Said<Prosody>,
    /// None if none was given, or if that was taken back.
    pub(super) language: Said<Option<Rc<str>>>,
    pub(super) voice: Option<Rc<VoiceChoice>>,
}

/// What was said by a tag.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Said<T> {
    pub(super) value: T,
    /// The bytes of the tag.
    pub(super) source: Range<usize>,
}
