//! Parts of a text in other languages.

use kokoro_document::{Block, MarkKind};
use kokoro_text::{FrontEnds, Language, PartInLanguage};

use crate::Warning;
use crate::asked::Spans;

/// The language of a tag (BCP 47), whatever its region. Of English, the region decides, and without
/// one `main` if that is English.
pub(crate) fn of_tag(tag: &str, main: Option<Language>) -> Option<Language> {
    if let Ok(language) = tag.parse() {
        return Some(language);
    }
    let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts.next()?;
    let british = ["gb", "uk", "ie", "au", "nz", "za", "in"];
    let language = match primary {
        "en" | "eng" => match main {
            Some(main @ (Language::AmericanEnglish | Language::BritishEnglish)) => main,
            _ if parts.any(|part| british.contains(&part)) => Language::BritishEnglish,
            _ => Language::AmericanEnglish,
        },
        "es" | "spa" => Language::Spanish,
        "fr" | "fra" | "fre" => Language::French,
        "hi" | "hin" => Language::Hindi,
        "it" | "ita" => Language::Italian,
        "ja" | "jpn" => Language::Japanese,
        "pt" | "por" => Language::BrazilianPortuguese,
        "zh" | "cmn" | "zho" | "chi" => Language::Mandarin,
        _ => return None,
    };
    Some(language)
}

/// The parts of a block that are read in another language than `main`.
pub(crate) struct Parts<'a> {
    /// By their place in the block's text.
    pub read: Vec<PartInLanguage<'a>>,
    /// By their place in the source.
    pub languages: Spans<Language>,
    /// The languages that cannot be read.
    pub warnings: Vec<Warning>,
}

/// The parts of `block` that its author marked as being in another language than `main`.
pub(crate) fn parts<'a>(block: &Block, main: Language, front_ends: &'a FrontEnds) -> Parts<'a> {
    let (read, languages, warnings) = Default::default();
    let mut parts = Parts { read, languages, warnings };
    for mark in &block.marks {
        let MarkKind::Language(tag) = &mark.kind else { continue };
        let begun = parts.read.last().is_none_or(|last| last.range.end <= mark.range.start);
        let language = of_tag(tag, Some(main));
        if language == Some(main) || mark.range.is_empty() || !begun {
            continue;
        }
        let front_end = match language {
            Some(language) => front_ends.get(language).map_err(|error| error.to_string()),
            None => Err(format!("the language {tag:?} is not spoken")),
        };
        match (language, front_end) {
            (Some(language), Ok(phonemizer)) => {
                let range = mark.range.clone();
                parts.languages.0.push((block.text.source(range.clone()), language));
                parts.read.push(PartInLanguage { range, phonemizer });
            }
            (_, Err(why)) => {
                let message = format!("{why}; it is read as {main}");
                parts.warnings.push(Warning::new(message, mark.source.clone()));
            }
            (None, Ok(_)) => {}
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_matter_in_english_alone() {
        let (us, gb) = (Some(Language::AmericanEnglish), Some(Language::BritishEnglish));
        for (tag, main, language) in [
            ("en-GB", us, gb),
            ("en_US", gb, us),
            ("en", gb, gb),
            ("en", None, us),
            ("en-AU", None, gb),
            ("fr-CA", us, Some(Language::French)),
            ("pt-PT", us, Some(Language::BrazilianPortuguese)),
            ("zh-Hans-CN", us, Some(Language::Mandarin)),
            ("de", us, None),
            ("", us, None),
        ] {
            assert_eq!(of_tag(tag, main), language, "{tag}");
        }
    }
}
