//! The tokens of SSML to blocks.

use std::ops::Range;

use crate::block::Block;

use super::attributes::Attributes;
use super::builder::Builder;
use super::context::Context;
use super::element::Element;
use super::error::SsmlError;
use super::fault::Fault;
use super::heed::heed;
use super::limits::MAX_LENGTH;
use super::notes::{Notes, Strictness, Warning};
use super::reference::is_character;
use super::roots::Roots;
use super::scan::{Scanner, Token};
use super::stack::{Open, Stack};
use super::state::State;
use super::tag::{Tag, is_space};

/// Reads tokens.
pub(super) struct Reader<'a> {
    context: Context<'a>,
    strictness: Strictness,
    stack: Stack<'a>,
    roots: Roots,
    /// The prefix of SSML's own elements, if they have one.
    prefix: Option<&'a str>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(input: &'a str, strictness: Strictness) -> Self {
        let notes = Notes::new(strictness);
        let (state, text) = (State::default(), Builder::default());
        let context = Context { input, notes, state, text };
        let (stack, roots, prefix) = Default::default();
        Self { context, strictness, stack, roots, prefix }
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
        self.stack.finish(&mut self.context);
        let Context { mut notes, text, .. } = self.context;
        for (at, c) in input.char_indices().filter(|(_, c)| !is_character(*c)) {
            notes.fault(Fault::Character(c), at..at + c.len_utf8());
        }
        let warnings = notes.finish(input)?;
        Ok((text.finish(), warnings))
    }

    fn token(&mut self, token: Token, span: Range<usize>) {
        let Self { context, strictness, stack, .. } = self;
        match token {
            Token::Start(tag) => self.start(&tag, span),
            Token::End(name) => stack.end(&context.input[name], span, *strictness, context),
            Token::Text(range) => self.text(range, Context::text),
            Token::Section(range) => self.text(range, Context::section),
        }
    }

    fn text(&mut self, range: Range<usize>, read: fn(&mut Context<'a>, Range<usize>)) {
        let text = &self.context.input[range.clone()];
        if self.stack.is_empty() && !text.trim().is_empty() {
            let start = range.start + (text.len() - text.trim_start().len());
            self.roots.other(&(start..start + text.trim().len()), &mut self.context.notes);
        }
        if let Some(at) = text.find("]]>") {
            let at = range.start + at;
            self.context.notes.fault(Fault::SectionEnd, at..at + "]]>".len());
        }
        if !self.stack.keep_unread(&range) {
            read(&mut self.context, range);
        }
    }

    fn start(&mut self, tag: &Tag, span: Range<usize>) {
        let Self { context, stack, .. } = self;
        if stack.is_too_deep(&span, tag.empty, context) {
            return;
        }
        let mut attributes = Attributes::new(context.input, tag, span.clone(), &mut context.notes);
        self.prefix = attributes.prefixes().next().or(self.prefix);
        let name = attributes.element;
        attributes.element = local_name(name, self.prefix);
        let element = Element::named(attributes.element);
        match element {
            _ if !stack.is_empty() => {}
            Element::Speak => self.roots.speak(&span, &mut context.notes),
            _ => self.roots.other(&span, &mut context.notes),
        }
        if element == Element::Unknown && tag.words {
            let inside = &context.input[span.start + 1..span.end];
            let end = span.start + 1 + inside.trim_end_matches(['>', '/']).len();
            return self.text(span.start + 1..end, Context::text);
        }
        if self.strictness == Strictness::Lenient {
            stack.end_before(element, span.start, context);
        }
        let mut open = Open::new(name, element, span.clone(), context.state.clone());
        open.piece = stack.piece().or(element.is_piece().then_some(name));
        open.silent = stack.silent().is_some() || element == Element::Unspoken;
        open.end = heed(element, attributes, stack, context);
        open.silent |= open.end.replaces_text();
        if tag.empty || self.is_taken_for_empty(&open) {
            open.close(span.end, &mut self.context);
        } else {
            self.stack.push(open);
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
}

/// `name` without the prefix of SSML's own elements.
fn local_name<'n>(name: &'n str, prefix: Option<&str>) -> &'n str {
    let prefixed = name.split_once(':').filter(|(before, _)| prefix == Some(before));
    prefixed.map_or(name, |(_, local)| local)
}
