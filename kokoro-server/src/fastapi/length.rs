//! The longest text that is read.

use crate::{ApiError, AppState};

/// Checks that a text is not longer than the operator allows.
pub(crate) fn check_length(state: &AppState, field: &str, text: &str) -> Result<(), ApiError> {
    let (most, found) = (state.options().longest_text, text.chars().count());
    if found <= most {
        return Ok(());
    }
    let message = format!("`{field}`: expected at most {most} characters, found {found}");
    Err(ApiError::invalid(field, "string_above_max_length", message))
}
