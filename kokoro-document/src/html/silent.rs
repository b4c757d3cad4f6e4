//! Elements whose text is not read.

use html5gum::StartTag;

/// Elements that have no text for readers.
const SILENT: &[&str] = &[
    "audio", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "object", "rp",
    "rt", "script", "select", "style", "svg", "template", "title", "video",
];

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that the next of their name ends.
const ENDED_BY_NEXT: &[&str] = &["p", "li", "td", "th", "tr", "dt", "dd", "option", "rt", "rp"];

/// Whether text is silent now.
#[derive(Debug, Default)]
pub(super) struct Silence {
    /// The element that made it silent, and how many of its name are open in it.
    by: Option<(String, usize)>,
}

impl Silence {
    /// Whether text is not read.
    pub(super) fn is_silent(&self) -> bool {
        self.by.is_some()
    }

    /// Takes note of a tag and returns whether it is heeded. `raised` says that it stands in
    /// superscript.
    pub(super) fn start(&mut self, name: &str, tag: &StartTag<usize>, raised: bool) -> bool {
        if let Some((by, depth)) = &mut self.by {
            if by != name {
                return false;
            }
            if !ENDED_BY_NEXT.contains(&name) {
                *depth += usize::from(!tag.self_closing);
                return false;
            }
            self.by = None;
        }
        let silent = SILENT.contains(&name) || is_hidden(tag) || is_note(name, tag, raised);
        let content = !VOID.contains(&name) && !tag.self_closing;
        if silent && content {
            self.by = Some((name.to_owned(), 1));
        }
        !silent
    }

    /// Takes note of the end of an element and returns whether it is heeded.
    pub(super) fn end(&mut self, name: &str) -> bool {
        let Some((by, depth)) = &mut self.by else { return true };
        if by == name {
            *depth -= 1;
            if *depth == 0 {
                self.by = None;
            }
        }
        false
    }
}

/// Whether an element is not shown.
fn is_hidden(tag: &StartTag<usize>) -> bool {
    let value = |name: &str| value(tag, name);
    let style = value("style").unwrap_or_default().replace(char::is_whitespace, "");
    value("hidden").is_some()
        || value("aria-hidden").is_some_and(|value| value == "true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Whether an element is the mark of a footnote or the number of a page.
fn is_note(name: &str, tag: &StartTag<usize>, raised: bool) -> bool {
    let role = value(tag, "role").unwrap_or_default();
    let kind = value(tag, "epub:type").unwrap_or_default();
    let to_note = name == "a" && value(tag, "href").is_some_and(|href| href.starts_with('#'));
    role == "doc-noteref"
        || role == "doc-pagebreak"
        || kind.split_whitespace().any(|kind| matches!(kind, "noteref" | "pagebreak"))
        || raised && to_note
}

/// The value of an attribute in lower case.
fn value(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).trim().to_lowercase())
}
