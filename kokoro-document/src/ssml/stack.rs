//! The elements that are open.

use std::ops::Range;

use crate::block::{Mark, MarkKind};

use super::builder::Gap;
use super::context::Context;
use super::element::Element;
use super::end::End;
use super::fault::Fault;
use super::limits::MAX_DEPTH;
use super::notes::Strictness;
use super::state::State;

/// The elements that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Stack<'a> {
    open: Vec<Open<'a>>,
    /// How many are open that are nested too deep to be heeded.
    ignored: usize,
}

/// An element that is open.
#[derive(Debug)]
pub(super) struct Open<'a> {
    /// As it is written.
    pub(super) name: &'a str,
    pub(super) element: Element,
    /// The bytes of its start tag.
    pub(super) tag: Range<usize>,
    /// What held before it.
    pub(super) before: State,
    pub(super) end: End,
    /// Whether text in it is not read.
    pub(super) silent: bool,
    /// The outermost element around it that is one piece, or itself.
    pub(super) piece: Option<&'a str>,
    /// Marks that are set where it ends.
    last: Vec<Mark>,
    /// The text that was not read because of it, which is not lost if it has no end tag.
    unread: Vec<Range<usize>>,
}

impl<'a> Open<'a> {
    /// An element with a start tag at `tag`, before which `before` held.
    pub(super) fn new(name: &'a str, element: Element, tag: Range<usize>, before: State) -> Self {
        let (end, silent, piece, last, unread) = Default::default();
        Self { name, element, tag, before, end, silent, piece, last, unread }
    }

    /// Sets `kind` where the element ends.
    pub(super) fn set_last(&mut self, kind: MarkKind, source: Range<usize>) {
        self.last.push(Mark { range: 0..0, source, kind });
    }

    /// Ends the element, whose content ends before the byte `end`.
    pub(super) fn close(self, end: usize, context: &mut Context) {
        for mark in self.last {
            context.text.point(mark.kind, mark.source);
        }
        self.end.act(end, context);
        context.state = self.before;
        if self.element == Element::Voice {
            context.text.speak_as(context.state.voice.as_ref());
        }
    }

    /// Ends an element that has no end tag before the byte `end`. Text in it that was not read is
    /// read now.
    fn close_unended(mut self, end: usize, context: &mut Context) {
        context.notes.fault(Fault::NotClosed(self.name.to_owned()), self.tag.clone());
        let unread = std::mem::take(&mut self.unread);
        self.end = self.end.without_content(end);
        self.close(end, context);
        context.text.divide(Gap::Word);
        for range in unread {
            context.text(range);
        }
    }
}

impl<'a> Stack<'a> {
    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// The innermost element.
    pub(super) fn last_mut(&mut self) -> Option<&mut Open<'a>> {
        self.open.last_mut()
    }

    /// The outermost element that is one piece.
    pub(super) fn piece(&self) -> Option<&'a str> {
        self.open.last().and_then(|open| open.piece)
    }

    /// The outermost element whose text is not read.
    pub(super) fn silent(&self) -> Option<&'a str> {
        self.open.iter().find(|open| open.silent).map(|open| open.name)
    }

    /// Takes note of text, and returns whether it is not read.
    pub(super) fn keep_unread(&mut self, range: &Range<usize>) -> bool {
        let silent = self.open.iter_mut().find(|open| open.silent);
        silent.map(|open| open.unread.push(range.clone())).is_some()
    }

    /// Takes note of a start tag at `tag` and returns whether it stands too deep to be heeded.
    pub(super) fn is_too_deep(
        &mut self,
        tag: &Range<usize>,
        empty: bool,
        context: &mut Context,
    ) -> bool {
        let deep = self.ignored > 0 || self.open.len() == MAX_DEPTH;
        if deep && self.ignored == 0 {
            context.notes.fault(Fault::TooDeep { limit: MAX_DEPTH }, tag.clone());
        }
        self.ignored += usize::from(deep && !empty);
        deep
    }

    pub(super) fn push(&mut self, open: Open<'a>) {
        self.open.push(open);
    }

    /// Ends elements without end tags that cannot have `inner` in them, which begins at `at`.
    pub(super) fn end_before(&mut self, inner: Element, at: usize, context: &mut Context) {
        while let Some(open) = self.open.pop_if(|open| open.element.ends_before(inner)) {
            open.close_unended(at, context);
        }
    }

    /// Ends the innermost element of this name, by an end tag at `tag`, and those in it.
    pub(super) fn end(
        &mut self,
        name: &str,
        tag: Range<usize>,
        strictness: Strictness,
        context: &mut Context,
    ) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            return context.notes.fault(Fault::NotOpen(name.to_owned()), tag);
        };
        while let Some(open) = self.open.pop() {
            if self.open.len() == at {
                return open.close(tag.start, context);
            }
            if strictness == Strictness::Strict {
                let (expected, found) = (open.name.to_owned(), name.to_owned());
                return context.notes.fault(Fault::WrongEnd { expected, found }, tag);
            }
            open.close_unended(tag.start, context);
        }
    }

    /// Ends what is open at the end of the input.
    pub(super) fn finish(mut self, context: &mut Context) {
        let end = context.input.len();
        while !context.notes.failed()
            && let Some(open) = self.open.pop()
        {
            open.close_unended(end, context);
        }
    }
}
