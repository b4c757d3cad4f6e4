//! Tags of HTML and SSML in plain text.

use std::collections::HashSet;
use std::ops::Range;

use super::attributes::{Attributes, attributes};

/// What a tag does to the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    /// It ends what stands before it: `<p>`, `<li>`.
    Paragraph,
    /// It ends a line: `<br>`.
    Line,
    /// It divides words: `<break time="1s"/>`.
    Space,
    /// It marks words in a line: `<b>`.
    Nothing,
}

impl Effect {
    /// The character that does the same.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Paragraph => "\u{2029}",
            Self::Line => "\n",
            Self::Space => " ",
            Self::Nothing => "",
        }
    }
}

const PARAGRAPHS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

const WORDS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "area",
    "audio",
    "b",
    "base",
    "bdi",
    "bdo",
    "big",
    "button",
    "canvas",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "datalist",
    "del",
    "dfn",
    "em",
    "embed",
    "font",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "link",
    "map",
    "mark",
    "meta",
    "meter",
    "noscript",
    "object",
    "output",
    "param",
    "picture",
    "progress",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "svg",
    "template",
    "textarea",
    "time",
    "track",
    "tt",
    "u",
    "var",
    "video",
    "wbr",
    // SSML
    "speak",
    "prosody",
    "emphasis",
    "say-as",
    "phoneme",
    "voice",
    "lang",
    "w",
    "token",
    "lexicon",
    "amazon:effect",
    "amazon:domain",
    "mstts:express-as",
];

/// What the tag of a name in lower case does; None if neither HTML nor SSML has it.
pub(crate) fn effect(name: &str) -> Option<Effect> {
    match name {
        "br" => Some(Effect::Line),
        "break" => Some(Effect::Space),
        _ if PARAGRAPHS.contains(&name) => Some(Effect::Paragraph),
        _ if WORDS.contains(&name) => Some(Effect::Nothing),
        _ => None,
    }
}

/// What stands in angle brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    /// Words or an address that are read; only the brackets go.
    Brackets,
    /// A tag.
    Silent(Effect),
    /// A picture, with the bytes of its alternative text.
    Picture(Range<usize>),
}

/// Finds what stands in angle brackets, from left to right in one text.
#[derive(Debug, Default)]
pub(super) struct Tags<'a> {
    /// The names of the elements that are closed somewhere in the text.
    closed: HashSet<&'a str>,
    comment_ends: Finder,
    script_ends: Finder,
    style_ends: Finder,
}

impl<'a> Tags<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let names = text.match_indices("</").map(|(at, _)| name(&text[at + 2..]));
        Self { closed: names.collect(), ..Self::default() }
    }

    /// What stands in the angle bracket at `at`, and where it ends.
    pub(super) fn element(&mut self, text: &str, at: usize) -> Option<(usize, Element)> {
        let rest = &text[at..];
        if rest.starts_with("<!--") {
            let end = self.comment_ends.find(text, at + 4, "-->")?;
            return Some((end + 3, Element::Silent(Effect::Nothing)));
        }
        let closing = rest.starts_with("</");
        let start =
            at + 1 + usize::from(closing || rest.starts_with("<!") || rest.starts_with("<?"));
        let written = name(&text[start..]);
        let name = written.to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let known = effect(&name);
        if known.is_none()
            && let Some(address) = address(text, at)
        {
            return Some(address);
        }
        let found = attributes(text, start + name.len())?;
        let declaration = matches!(&text[at + 1..start], "!" | "?");
        match known {
            Some(effect) if found.proper => Some(self.known(text, &name, closing, found, effect)),
            _ if closing || declaration || found.valued || self.closed.contains(written) => {
                Some((found.end, Element::Silent(Effect::Space)))
            }
            _ => quoted(text, at),
        }
    }

    /// A known tag; a script or a style goes as a whole.
    fn known(
        &mut self,
        text: &str,
        name: &str,
        closing: bool,
        found: Attributes,
        effect: Effect,
    ) -> (usize, Element) {
        let silent = Element::Silent(effect);
        let ends = match name {
            "script" if !closing => self.script_ends.find(text, found.end, "</script>"),
            "style" if !closing => self.style_ends.find(text, found.end, "</style>"),
            "img" => return (found.end, found.alt.map_or(silent, Element::Picture)),
            _ => None,
        };
        (ends.map_or(found.end, |at| at + "</>".len() + name.len()), silent)
    }
}

/// The name of a tag at the start of `text`.
fn name(text: &str) -> &str {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == ':' || c == '_';
    &text[..text.find(|c| !inside(c)).unwrap_or(text.len())]
}

/// An address in angle brackets: no spaces, and a colon, `@` or `.` within.
fn address(text: &str, at: usize) -> Option<(usize, Element)> {
    let inside = &text[at + 1..];
    let length = inside.find(|c: char| c.is_whitespace() || c == '<' || c == '>')?;
    let is_address =
        inside[..length].contains(['@', ':', '.']) && inside[length..].starts_with('>');
    is_address.then_some((at + length + 2, Element::Brackets))
}

/// Words in angle brackets, as in <Mission failed>: they begin with a letter, and what stands
/// around the brackets is no part of a comparison.
fn quoted(text: &str, at: usize) -> Option<(usize, Element)> {
    let before = text[..at].chars().next_back();
    let inside = &text[at + 1..];
    let length = inside.find(|c: char| !c.is_alphanumeric() && !" '’-,.!?:;+_\n".contains(c))?;
    let words = &inside[..length];
    let closed = inside[length..].starts_with('>') && !words.ends_with(char::is_whitespace);
    let apart = before.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    let begins = words.starts_with(char::is_alphabetic);
    (closed && apart && begins).then_some((at + length + 2, Element::Brackets))
}

/// Finds one string again and again, from left to right, in linear time: once it is not found, it
/// is not looked for again.
#[derive(Debug, Default)]
struct Finder {
    exhausted: bool,
}

impl Finder {
    fn find(&mut self, text: &str, from: usize, wanted: &str) -> Option<usize> {
        if self.exhausted {
            return None;
        }
        let found = text[from..].find(wanted);
        self.exhausted = found.is_none();
        found.map(|at| from + at)
    }
}
