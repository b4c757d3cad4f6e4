//! The plan of a text that arrives in pieces.

mod certain;
mod found;
mod give;
mod lines;
mod long;
mod markup;
mod memory;
mod moved;
mod open_marks;
mod stop;
mod window;

use std::collections::VecDeque;
use std::fmt;

use kokoro_text::{Boundary, Format, FrontEnds};

use crate::{Error, Item, Pause, PlanOptions};
use certain::{ends_anyhow, ends_between};
use lines::{Line, Lines, Seen};
use markup::Markup;
use open_marks::is_open;
use stop::Stop;
use window::Window;

/// How many bytes are waited for the end of a sentence before it is cut.
const LONGEST: usize = 600;

/// How many bytes are waited for the end of emphasis, a link or the like.
const PATIENCE: usize = 300;

/// The plan of a text that arrives in pieces, such as the answer of a language model.
///
/// An iterator: it gives the items that are certain, and then `None` until more text was
/// [pushed](Self::push_text) or the text is [over](Self::finish).
///
/// ```
/// use kokoro_plan::{Follower, Item, PlanOptions};
/// use kokoro_text::{FrontEnds, Language};
///
/// let front_ends = FrontEnds::default();
/// let options = PlanOptions::new("af_heart", Language::AmericanEnglish);
/// let mut follower = Follower::new(&front_ends, &options);
/// follower.push_text("Good mor");
/// assert!(follower.next().is_none());
/// follower.push_text("ning. H");
/// assert!(matches!(follower.next(), Some(Ok(Item::Utterance(_)))));
/// follower.push_text("ow are you?");
/// assert!(follower.next().is_none());
/// follower.finish();
/// assert!(matches!(follower.next(), Some(Ok(Item::Pause(_)))));
/// assert!(matches!(follower.next(), Some(Ok(Item::Utterance(_)))));
/// ```
///
/// Sources are bytes of all the text. However it is cut, the items are the same; and they are those
/// that [`plan`](crate::plan) makes of the whole text, but for what only later text tells:
///
/// - A sentence is given out at a line's end if a mark ends it there and no line of the paragraph
///   ended within a sentence. If the next line goes on in lower case, it would have been the same
///   sentence.
/// - Whether a line is verse, a row of a table or a heading is told by the text up to the end of
///   its sentence. An utterance that ends with a line says that a paragraph ends with it; the pause
///   that follows knows better.
/// - A sentence that begins with a number can belong to the one before it.
/// - A sentence of more than 600 bytes is cut after a clause or a word.
/// - What Markdown defines further down, a footnote or the address of a link, is not known before.
/// - Of a longer paragraph only the last 400 bytes that were given out are remembered.
///
/// A sentence is given out at the first letter of the next (after an abbreviation: its first word;
/// after a quotation: the words that may say who spoke it), and what is Markdown when the emphasis
/// or the link in which it stands is closed, at most 300 bytes later. HTML and SSML, and with
/// [`Format::Auto`] what begins with a tag, are planned when the text is over.
pub struct Follower<'a> {
    front_ends: &'a FrontEnds,
    options: PlanOptions,
    markup: Markup,
    /// Whether the text is planned when it is over, and not before.
    whole: bool,
    /// Text that was not read yet: what stands behind `read`.
    unread: String,
    read: usize,
    window: Window,
    lines: Lines,
    stop: Stop,
    /// Whether a line of the paragraph ended within a sentence: then each may.
    wrapped: bool,
    /// Up to where the text was given out.
    settled: usize,
    /// Where utterances begin that were given out and are in the window.
    given: Vec<usize>,
    /// What ended with the last utterance that was given out.
    last: Option<Boundary>,
    /// A pause before the next utterance of which its plan does not know.
    due: Option<Pause>,
    /// What the text asks for that is given out with the next utterance.
    held: Vec<Item>,
    /// What was left out of text that the window has no more.
    left_out: Vec<String>,
    ready: VecDeque<Result<Item, Error>>,
    state: State,
}

/// How far a text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// More may come.
    Open,
    /// All of it is there.
    Complete,
    /// All of it has been planned.
    Over,
}

impl<'a> Follower<'a> {
    /// Of a text of which nothing has arrived yet.
    pub fn new(front_ends: &'a FrontEnds, options: &PlanOptions) -> Self {
        let markup = match options.text.format {
            Format::Plain => Markup::OfWords,
            Format::Markdown => Markup::Markdown,
            _ => Markup::Safe,
        };
        Self {
            front_ends,
            options: options.clone(),
            markup,
            whole: matches!(options.text.format, Format::Html | Format::Ssml),
            unread: String::new(),
            read: 0,
            window: Window::default(),
            lines: Lines::new(markup),
            stop: Stop::None,
            wrapped: false,
            settled: 0,
            given: Vec::new(),
            last: None,
            due: None,
            held: Vec::new(),
            left_out: Vec::new(),
            ready: VecDeque::new(),
            state: State::Open,
        }
    }

    /// More of the text. After [`finish`](Self::finish) it is ignored.
    pub fn push_text(&mut self, text: &str) {
        if self.state == State::Open {
            self.unread.drain(..std::mem::take(&mut self.read));
            self.unread.push_str(text);
        }
    }

    /// The text is over: all that is left becomes certain.
    pub fn finish(&mut self) {
        if self.state == State::Open {
            self.state = State::Complete;
        }
    }

    /// Reads the next character of the text. False if it has not arrived.
    fn advance(&mut self) -> bool {
        let Some(c) = self.unread[self.read..].chars().next() else { return false };
        if self.whole {
            self.window.push_str(&self.unread[self.read..]);
            self.read = self.unread.len();
            return false;
        }
        self.read += c.len_utf8();
        self.look_at(c);
        true
    }

    /// Gives out what becomes certain with `c`, the next character of the text.
    fn look_at(&mut self, c: char) {
        let at = self.window.end();
        let line = self.window.slice(self.lines.line_start()..at);
        let seen = self.lines.read(c, at, line);
        let reached = self.stop;
        let (window, settled) = (&self.window, self.settled);
        let begins = self.stop.read(c, at, |end| window.slice(settled.min(end)..end));
        self.window.push(c);
        if matches!(seen, Some(Seen::Begins(_))) && self.is_page(c) {
            self.whole = true;
            return;
        }
        if let Some(begins) = begins.filter(|_| !self.lines.in_code()) {
            self.end_sentence(begins);
        }
        match seen {
            Some(Seen::End(line)) => self.end_line(line, reached),
            Some(Seen::Blank) => self.end_paragraph(reached),
            Some(Seen::Begins(line)) => self.begin_block(line),
            _ => {}
        }
        if self.window.end() - self.settled >= LONGEST {
            self.cut_sentence();
        }
    }

    /// Whether the text may be a page of HTML, as one is that begins with `c`.
    fn is_page(&self, c: char) -> bool {
        let first = self.settled == 0 && self.window.text().trim_start().len() == c.len_utf8();
        first && self.options.text.format == Format::Auto && c == '<'
    }

    /// The next sentence may begin at the place `begins`.
    fn end_sentence(&mut self, begins: usize) {
        if begins <= self.settled {
            return; // the end of a line told before
        }
        let before = self.window.slice(self.settled..begins);
        let rest = self.window.slice(begins..self.window.end());
        if !is_empty(before) && !self.is_waiting(before) && ends_between(before, rest) {
            self.give(begins);
        }
    }

    /// A line ends; `stop` was read before its end.
    fn end_line(&mut self, line: Line, stop: Stop) {
        self.wrapped = line == Line::Text && (self.wrapped || !stop.is_reached(true));
        let open = self.window.slice(self.settled..self.window.end());
        let ended = || {
            !self.wrapped && stop.is_reached(false) && !self.is_waiting(open) && ends_anyhow(open)
        };
        if !is_empty(open) && (line == Line::Whole || ended()) {
            self.give(self.window.end());
        }
    }

    /// A paragraph ends; `stop` was read before its end.
    fn end_paragraph(&mut self, stop: Stop) {
        self.wrapped = false;
        if stop.is_reached(true) && !is_empty(self.window.slice(self.settled..self.window.end())) {
            self.give(self.window.end());
        }
    }

    /// A block may begin at the place `line`.
    fn begin_block(&mut self, line: usize) {
        self.wrapped = false;
        if self.settled < line && !is_empty(self.window.slice(self.settled..line)) {
            self.give(line);
        }
    }

    /// Whether emphasis or the like is open in what was not given out.
    fn is_waiting(&self, open: &str) -> bool {
        open.len() < PATIENCE && is_open(open, self.markup)
    }
}

impl Iterator for Follower<'_> {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() && self.state != State::Over {
            if self.advance() {
                continue;
            }
            match self.state {
                State::Complete => self.complete(),
                _ => return None,
            }
        }
        self.ready.pop_front()
    }
}

impl fmt::Debug for Follower<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Follower")
            .field("options", &self.options)
            .field("window", &self.window)
            .field("settled", &self.settled)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// Whether nothing can stand in `text`.
fn is_empty(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests;
