//! What a file says of itself.

/// Longer values are cut: no format's field is as short, and no reader shows more.
const LONGEST: usize = 4096;

/// Title, language and so on; empty ones are not written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tags {
    /// The title.
    pub title: Option<String>,
    /// Who speaks: the voice, say.
    pub artist: Option<String>,
    /// The work that this is a part of.
    pub album: Option<String>,
    /// Anything.
    pub comment: Option<String>,
    /// The language as in BCP 47: "en-US", "ja".
    pub language: Option<String>,
}

/// A field of [`Tags`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Title,
    Artist,
    Album,
    Comment,
    Language,
}

impl Tags {
    /// The fields that say something, without control characters and not too long.
    pub(crate) fn fields(&self) -> Vec<(Field, String)> {
        let fields = [
            (Field::Title, &self.title),
            (Field::Artist, &self.artist),
            (Field::Album, &self.album),
            (Field::Comment, &self.comment),
            (Field::Language, &self.language),
        ];
        let clean = |(field, value): (Field, &Option<String>)| {
            let value = clean(value.as_deref()?);
            (!value.is_empty()).then_some((field, value))
        };
        fields.into_iter().filter_map(clean).collect()
    }

    /// `TITLE=…` and so on, as FLAC and Ogg have them.
    #[cfg(any(feature = "flac", feature = "opus"))]
    pub(crate) fn vorbis_comments(&self) -> Vec<String> {
        let comment = |(field, value)| {
            let name = match field {
                Field::Title => "TITLE",
                Field::Artist => "ARTIST",
                Field::Album => "ALBUM",
                Field::Comment => "COMMENT",
                Field::Language => "LANGUAGE",
            };
            format!("{name}={value}")
        };
        self.fields().into_iter().map(comment).collect()
    }

    /// The language as three letters of ISO 639-2 (terminological), "und" if it is not known: ID3
    /// and MP4 want it so. The two-letter codes are those of the languages that the model speaks.
    #[cfg(any(feature = "aac", feature = "mp3"))]
    pub(crate) fn language_of_three_letters(&self) -> String {
        const CODES: [(&str, &str); 8] = [
            ("en", "eng"),
            ("es", "spa"),
            ("fr", "fra"),
            ("hi", "hin"),
            ("it", "ita"),
            ("ja", "jpn"),
            ("pt", "por"),
            ("zh", "zho"),
        ];
        let language = self.language.as_deref().unwrap_or_default().to_ascii_lowercase();
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        match CODES.iter().find(|(two, _)| *two == primary) {
            Some((_, three)) => (*three).to_owned(),
            None if is_code(primary) => primary.to_owned(),
            None => "und".to_owned(),
        }
    }
}

#[cfg(any(feature = "aac", feature = "mp3"))]
fn is_code(primary: &str) -> bool {
    primary.len() == 3 && primary.bytes().all(|letter| letter.is_ascii_lowercase())
}

/// Line ends and other controls are spaces: NUL would end a field in most formats.
fn clean(value: &str) -> String {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let value = value.trim();
    let mut end = value.len().min(LONGEST);
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    value[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_clean_and_not_too_long() {
        let tags = Tags {
            title: Some(" A\0b\nc ".into()),
            artist: Some("\0".into()),
            comment: Some("é".repeat(LONGEST)),
            ..Tags::default()
        };
        let fields = tags.fields();
        assert_eq!(fields[0], (Field::Title, "A b c".to_owned()));
        assert_eq!((fields[1].0, fields[1].1.len()), (Field::Comment, LONGEST));
        assert_eq!(fields.len(), 2);
    }

    #[cfg(any(feature = "aac", feature = "mp3"))]
    #[test]
    fn languages_have_three_letters() {
        let table = [
            (Some("en-US"), "eng"),
            (Some("ZH"), "zho"),
            (Some("pt_BR"), "por"),
            (Some("deu"), "deu"),
            (Some("x"), "und"),
            (Some("ñña"), "und"),
            (None, "und"),
        ];
        for (language, expected) in table {
            let tags = Tags { language: language.map(str::to_owned), ..Tags::default() };
            assert_eq!(tags.language_of_three_letters(), expected, "{language:?}");
        }
    }
}
