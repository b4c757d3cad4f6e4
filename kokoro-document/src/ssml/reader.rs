//! The tokens of SSML to blocks.

use std::ops::Range;

use crate::block::{Block, Mark, MarkKind};

use super::attributes::Attributes;
use super::builder::{Builder, Gap};
use super::context::Context;
use super::element::Element;
use super::end::{End, set};
use super::error::SsmlError;
use super::fault::Fault;
use super::limits::{MAX_DEPTH, MAX_LENGTH};
use super::notes::{Notes, Strictness, Warning};
use super::open::{Silence, open, silence};
use super::reference::is_character;
use super::roots::Roots;
use super::scan::{Scanner, Token};
use super::state::State;
use super::tag::{Tag, is_space};

/// Reads tokens; of elements it keeps those that are open.
pub(super) struct Reader<'a> {
    context: Context<'a>,
    strictness: Strictness,
    open: Vec<Open<'a>>,
    /// How many elements are open that are nested too deep to be heeded.
    ignored: usize,
    roots: Roots,
    /// The prefix of SSML's own elements, if they have one.
    prefix: Option<&'a str>,
}

/// An element that is open.
#[derive(Debug)]
struct Open<'a> {
    /// As it is written.
    name: &'a str,
    element: Element,
    /// The bytes of its start tag.
    tag: Range<usize>,
    /// What held before it.
    before: State,
    end: End,
    /// Marks that are set where it ends.
    last: Vec<Mark>,
    /// Whether text in it is not read.
    silent: bool,
    /// The text that was not read because of it, which is not lost if it has no end tag.
    unread: Vec<Range<usize>>,
    /// The outermost element around it that is one piece, or itself.
    piece: Option<&'a str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(input: &'a str, strictness: Strictness) -> Self {
        let notes = Notes::new(strictness);
        let (state, text) = (State::default(), Builder::default());
        let context = Context { input, notes, state, text };
        let (open, ignored, roots, prefix) = Default::default();
        Self { context, strictness, open, ignored, roots, prefix }
    }

    /// The blocks, and what is to be said about them.
    pub(super) fn read(mut self) -> Result<(Vec<Block>, Vec<Warning>), SsmlError> {
        let input = self.context.input;
        if self.strictness == Strictness::Strict && input.len() > MAX_LENGTH {
            let fault = Fault::TooLong { length: input.len(), limit: MAX_LENGTH };
            self.context.notes.fault(fault, 0..0);
        }
        let mut scanner = Scanner::new(input);
        while !self.context.notes.failed()
            && let Some((token, span)) = scanner.next(&mut self.context.notes)
        {
            self.token(token, span);
        }
        while !self.context.notes.failed()
            && let Some(open) = self.open.pop()
        {
            self.close_unended(open, input.len());
        }
        self.find_controls();
        let Context { notes, text, .. } = self.context;
        let warnings = notes.finish(input)?;
        Ok((text.finish(), warnings))
    }

    /// Notes characters that may not stand in XML.
    fn find_controls(&mut self) {
        let input = self.context.input;
        for (at, c) in input.char_indices().filter(|(_, c)| !is_character(*c)) {
            self.context.notes.fault(Fault::Character(c), at..at + c.len_utf8());
        }
    }

    fn token(&mut self, token: Token, span: Range<usize>) {
        match token {
            Token::Start(tag) => self.start(&tag, span),
            Token::End(name) => self.end(&self.context.input[name], span),
            Token::Text(range) => self.text(range, Context::text),
            Token::Section(range) => self.text(range, Context::section),
        }
    }

    fn text(&mut self, range: Range<usize>, read: fn(&mut Context<'a>, Range<usize>)) {
        let text = &self.context.input[range.clone()];
        if self.open.is_empty() && !text.trim().is_empty() {
            let start = range.start + (text.len() - text.trim_start().len());
            self.roots.other(&(start..start + text.trim().len()), &mut self.context.notes);
        }
        if let Some(at) = text.find("]]>") {
            let at = range.start + at;
            self.context.notes.fault(Fault::SectionEnd, at..at + "]]>".len());
        }
        match self.open.iter_mut().find(|open| open.silent) {
            Some(open) => open.unread.push(range),
            None => read(&mut self.context, range),
        }
    }

    fn is_silent(&self) -> bool {
        self.open.last().is_some_and(|open| open.silent)
    }

    fn start(&mut self, tag: &Tag, span: Range<usize>) {
        if self.ignored > 0 || self.open.len() == MAX_DEPTH {
            if self.ignored == 0 {
                self.context.notes.fault(Fault::TooDeep { limit: MAX_DEPTH }, span);
            }
            self.ignored += usize::from(!tag.empty);
            return;
        }
        let input = self.context.input;
        let mut attributes = Attributes::new(input, tag, span.clone(), &mut self.context.notes);
        self.prefix = attributes.prefixes().next().or(self.prefix);
        let name = attributes.element;
        attributes.element = self.without_prefix(name);
        let element = Element::named(attributes.element);
        if self.open.is_empty() {
            match element {
                Element::Speak => self.roots.speak(&span, &mut self.context.notes),
                _ => self.roots.other(&span, &mut self.context.notes),
            }
        }
        if element == Element::Unknown && tag.words {
            let inside = span.start + 1..span.end;
            let text = input[inside.clone()].trim_end_matches(['>', '/']);
            return self.text(inside.start..inside.start + text.len(), Context::text);
        }
        if self.strictness == Strictness::Lenient {
            self.end_before(element, span.start);
        }
        let piece = self.open.last().and_then(|open| open.piece);
        let before = self.context.state.clone();
        let silent = self.is_silent();
        let end = self.heed(element, attributes, piece);
        let silent = silent || element == Element::Unspoken || end.replaces_text();
        let piece = piece.or(element.is_piece().then_some(name));
        let (last, unread) = Default::default();
        let tag_end = span.end;
        let open = Open { name, element, tag: span, before, end, last, silent, unread, piece };
        let empty = tag.empty || self.is_taken_for_empty(&open);
        if empty {
            self.close(open, tag_end);
        } else {
            self.open.push(open);
        }
    }

    /// Ends elements without end tags that cannot have `inner` in them, which begins at `at`.
    fn end_before(&mut self, inner: Element, at: usize) {
        while let Some(open) = self.open.pop_if(|open| open.element.ends_before(inner)) {
            self.close_unended(open, at);
        }
    }

    /// Whether an element without content, as `<break>`, has no end tag, and may do without.
    fn is_taken_for_empty(&mut self, open: &Open) -> bool {
        let rest = self.context.input[open.tag.end..].trim_start_matches(is_space);
        let ended = rest.strip_prefix("</").is_some_and(|rest| rest.starts_with(open.name));
        let taken = self.strictness == Strictness::Lenient && open.element.is_empty() && !ended;
        if taken {
            self.context.notes.fault(Fault::NotClosed(open.name.to_owned()), open.tag.clone());
        }
        taken
    }

    /// Does what a start tag says, if it may be heeded where it stands.
    fn heed(
        &mut self,
        element: Element,
        mut attributes: Attributes<'a>,
        piece: Option<&str>,
    ) -> End {
        let name = attributes.element;
        let tag = attributes.tag.clone();
        let silent = self.open.iter().find(|open| open.silent).map(|open| open.name);
        if let Some(outer) = silent.or(piece.filter(|_| element.divides())) {
            if outer != "metadata" {
                let message = format!("{name} within {outer} is not heeded");
                self.context.notes.warn_once(message, tag.clone());
            }
            if silent.is_some() || element == Element::Voice {
                return End::Nothing;
            }
            // A paragraph or a sentence that divides only words, because of where it stands.
            self.context.text.divide(Gap::Space);
            return End::Gap(Gap::Space);
        }
        let notes = &mut self.context.notes;
        match element {
            Element::Unspoken if name == "desc" => End::Nothing,
            Element::Unspoken | Element::Data => {
                notes.warn_once(format!("{name} is not supported"), tag);
                End::Nothing
            }
            Element::Unsupported => {
                notes.warn_once(format!("{name} is not supported; its text is read"), tag);
                End::Nothing
            }
            Element::Unknown => {
                notes.warn_once(format!("{name} is no element of SSML; its text is read"), tag);
                End::Nothing
            }
            Element::Silence => {
                self.silence(&mut attributes);
                End::Nothing
            }
            _ => {
                if element == Element::Speak && !self.open.is_empty() {
                    notes.warn_once("speak within speak is a paragraph".to_owned(), tag);
                }
                let end = open(element, &mut attributes, &mut self.context);
                attributes.warn_of_rest(&mut self.context.notes);
                end
            }
        }
    }

    /// Sets the pause that `mstts:silence` asks for.
    fn silence(&mut self, attributes: &mut Attributes) {
        let source = attributes.tag.clone();
        let found = silence(attributes, &mut self.context.notes);
        match (found, self.open.last_mut()) {
            (Some(Silence::AtEnd(pause)), Some(open)) => {
                let kind = MarkKind::Break(pause);
                open.last.push(Mark { range: 0..0, source, kind });
            }
            (Some(Silence::Here(pause) | Silence::AtEnd(pause)), _) => {
                self.context.text.point(MarkKind::Break(pause), source);
            }
            (None, _) => {}
        }
    }

    /// `name` without a prefix that is bound to SSML's namespace.
    fn without_prefix<'n>(&self, name: &'n str) -> &'n str {
        let prefix = name.split_once(':').filter(|(prefix, _)| self.prefix == Some(prefix));
        prefix.map_or(name, |(_, local)| local)
    }

    fn end(&mut self, name: &str, span: Range<usize>) {
        if self.ignored > 0 {
            self.ignored -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|open| open.name == name) else {
            return self.context.notes.fault(Fault::NotOpen(name.to_owned()), span);
        };
        while let Some(open) = self.open.pop() {
            if self.open.len() == at {
                return self.close(open, span.start);
            }
            if self.strictness == Strictness::Strict {
                let (expected, found) = (open.name.to_owned(), name.to_owned());
                return self.context.notes.fault(Fault::WrongEnd { expected, found }, span);
            }
            self.close_unended(open, span.start);
        }
    }

    /// Ends an element that has no end tag before the byte `end`. Text in it that was not read is
    /// read now.
    fn close_unended(&mut self, mut open: Open<'a>, end: usize) {
        self.context.notes.fault(Fault::NotClosed(open.name.to_owned()), open.tag.clone());
        let unread = std::mem::take(&mut open.unread);
        open.end = open.end.without_content(end);
        self.close(open, end);
        self.context.text.divide(Gap::Word);
        for range in unread {
            self.context.text(range);
        }
    }

    /// Ends an element whose content ends before the byte `end`.
    fn close(&mut self, open: Open<'a>, end: usize) {
        set(open.last, &mut self.context);
        open.end.act(end, &mut self.context);
        self.context.state = open.before;
        if open.element == Element::Voice {
            self.context.text.speak_as(self.context.state.voice.as_ref());
        }
    }
}
