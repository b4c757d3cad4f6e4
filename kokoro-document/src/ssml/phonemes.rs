//! What `phoneme` says.

use super::attributes::{Attributes, Value};
use super::ipa::cleaned;
use super::notes::Notes;
use super::x_sampa::to_ipa;

/// The phonemes in IPA that a `phoneme` element gives, with the value that has them; none, with a
/// warning, if its text is to be read instead.
pub(super) fn phonemes<'a>(
    attributes: &mut Attributes<'a>,
    notes: &mut Notes,
) -> Option<(String, Value<'a>)> {
    let alphabet = attributes.take_word("alphabet");
    let Some(value) = attributes.take_word("ph") else {
        notes.warn("phoneme has no ph, so its text is read", attributes.tag.clone());
        return None;
    };
    let name = alphabet.as_ref().map_or("ipa", |alphabet| &alphabet.text);
    let ipa = match name.to_ascii_lowercase().as_str() {
        "ipa" => value.text.clone(),
        "x-sampa" | "xsampa" => to_ipa(&value.text),
        _ => {
            let message = format!("the alphabet {name} is not supported: ipa and x-sampa are");
            let source = alphabet.map_or(attributes.tag.clone(), |alphabet| alphabet.source);
            notes.warn(message, source);
            return None;
        }
    };
    match cleaned(&ipa) {
        Ok(ipa) if !ipa.is_empty() => Some((ipa, value)),
        Ok(_) => {
            notes.warn("ph has no phones, so the text is read", value.source);
            None
        }
        Err(unknown) => {
            let message = format!("{unknown:?} is not in {name}, so the text is read");
            notes.warn(message, value.source);
            None
        }
    }
}
