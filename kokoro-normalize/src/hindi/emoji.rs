//! Emoji, which are silent.

use crate::Emoji;
use crate::cursor::{Cursor, Match};
use crate::pictograph::repeated;
use crate::said::Said;

/// Says nothing for an emoji. It stays if its name is asked for, because the list of names has no
/// Hindi ones. Keycaps and framed letters are read as what is on them.
pub(super) fn emoji(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let is_letter = cursor.first().is_some_and(|c| c.is_ascii() || c.is_alphanumeric());
    let (_, len) = repeated(cursor.rest()).filter(|_| !is_letter)?;
    (cursor.options.emoji == Emoji::Silent).then(|| Match { len, said: Said::silent() })
}
