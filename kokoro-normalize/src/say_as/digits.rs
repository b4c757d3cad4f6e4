//! Digits of other scripts.

/// The first of ten digits in a row, from 0 on.
const ZEROS: [char; 19] = [
    '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐', '０',
];

/// `text` with digits of ASCII in the place of those of other scripts, a hyphen in the place of
/// every dash, and a space in the place of every other space. White space at its ends is taken off.
pub(super) fn to_ascii(text: &str) -> String {
    text.trim().chars().map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        '‐' | '‑' | '‒' | '–' | '—' | '−' | '－' => '-',
        '．' => '.',
        '，' => ',',
        '：' => ':',
        '／' | '⁄' | '∕' => '/',
        '＋' => '+',
        _ if c.is_whitespace() => ' ',
        _ => digit(c).unwrap_or(c),
    }
}

/// The digit of ASCII for a digit of another script.
fn digit(c: char) -> Option<char> {
    ZEROS.iter().find_map(|zero| {
        let value = (c as u32).checked_sub(*zero as u32)?;
        char::from_digit(value, 10)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_are_folded() {
        assert_eq!(to_ascii(" ４２٣–१\u{a0}５ "), "423-1 5");
        assert_eq!(to_ascii("é½"), "é½");
    }
}
