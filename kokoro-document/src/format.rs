//! The formats that a document can have.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Text without markup, except for `[word](/phonemes/)`, `[word](+1)` and `[pause:1.5s]`.
    Plain,
    /// CommonMark with tables, footnotes, task lists and strikethrough.
    Markdown,
    /// HTML, a whole page or a piece of one.
    Html,
    /// SSML, a `speak` element or what may stand in one; see [`ssml`](crate::ssml).
    Ssml,
    /// Plain text in which those marks of Markdown and HTML are taken out that can be nothing else.
    /// A text that begins as an HTML page does is read as [`Format::Html`].
    #[default]
    Auto,
}

/// A name that is no format's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no format; the formats are plain, markdown, html, ssml and auto")]
pub struct UnknownFormat(pub String);

impl Format {
    /// The format of a file by the extension of its name; [`Format::Auto`] if that says nothing.
    pub fn of_file_name(path: impl AsRef<Path>) -> Self {
        let extension = path.as_ref().extension().unwrap_or_default().to_string_lossy();
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mkd" | "mdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "ssml" => Self::Ssml,
            _ => Self::Auto,
        }
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        match name {
            "plain" => Ok(Self::Plain),
            "markdown" => Ok(Self::Markdown),
            "html" => Ok(Self::Html),
            "ssml" => Ok(Self::Ssml),
            "auto" => Ok(Self::Auto),
            _ => Err(UnknownFormat(name.to_owned())),
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Ssml => "ssml",
            Self::Auto => "auto",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        let formats = [Format::Plain, Format::Markdown, Format::Html, Format::Ssml, Format::Auto];
        for format in formats {
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        assert!("Plain".parse::<Format>().is_err());
    }

    #[test]
    fn extensions_say_the_format() {
        assert_eq!(Format::of_file_name("a/README.MD"), Format::Markdown);
        assert_eq!(Format::of_file_name("page.html"), Format::Html);
        assert_eq!(Format::of_file_name("talk.ssml"), Format::Ssml);
        assert_eq!(Format::of_file_name("talk.xml"), Format::Auto);
        assert_eq!(Format::of_file_name("book.txt"), Format::Auto);
        assert_eq!(Format::of_file_name(""), Format::Auto);
    }
}
