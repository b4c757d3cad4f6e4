//! How numbers, signs and addresses are read: `normalization_options`.

use kokoro::text::{Normalization, TextOptions};
use serde_json::Value;

use crate::ApiError;
use crate::fields::{Fields, wrong_type};

/// The field.
const FIELD: &str = "normalization_options";

/// Options that this server's normalizer does not have one by one. Units, addresses, telephone
/// numbers and signs are always read as a reader says them, unless nothing is normalized; emoji
/// are never named.
const ACCEPTED: [&str; 8] = [
    "unit_normalization",
    "url_normalization",
    "email_normalization",
    "optional_pluralization_normalization",
    "phone_normalization",
    "caps_normalization",
    "replace_remaining_symbols",
    "remove_emoji",
];

/// Whether the text is normalized, if the request says so.
pub(crate) fn read(value: Value) -> Result<Option<Normalization>, ApiError> {
    let Value::Object(options) = value else {
        return Err(wrong_type(FIELD, "an object of options", &value));
    };
    let mut options = Fields::new(options);
    for name in ACCEPTED {
        options.flag(name).map_err(of_field)?;
    }
    let normalize = options.flag("normalize").map_err(of_field)?;
    Ok(normalize.map(|on| if on { Normalization::On } else { Normalization::Off }))
}

/// The error as one of the field that the option is in.
fn of_field(error: ApiError) -> ApiError {
    let param = error.param.map(|option| format!("{FIELD}.{option}"));
    ApiError { param, ..error }
}

/// Sets what a request says.
pub(crate) fn apply(normalization: Option<Normalization>, options: &mut TextOptions) {
    if let Some(normalization) = normalization {
        options.normalization = normalization;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_text_is_normalized_unless_the_request_says_otherwise() {
        let on = |value| read(value).unwrap();
        assert_eq!(on(json!({})), None);
        assert_eq!(on(json!({ "normalize": true })), Some(Normalization::On));
        assert_eq!(
            on(json!({ "normalize": false, "remove_emoji": true })),
            Some(Normalization::Off)
        );
        let param = |value| read(value).unwrap_err().param.unwrap();
        assert_eq!(param(json!("off")), "normalization_options");
        let unit = json!({ "unit_normalization": 3 });
        assert_eq!(param(unit), "normalization_options.unit_normalization");
    }
}
