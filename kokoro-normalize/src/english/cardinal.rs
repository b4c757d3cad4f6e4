//! Whole numbers.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;

/// 105: "one hundred five".
pub(crate) fn cardinal(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    (len > 0).then(|| Match::words(len, &numbers::cardinal(&rest[..len], cursor.dialect)))
}
