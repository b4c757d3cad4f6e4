//! Functions of mathematics, variables side by side, and a minus before a variable.

use crate::cursor::{Cursor, Match};
use crate::english::{neighbours, numbers};
use crate::reader::Reader;
use crate::said::Said;

use super::signs;

/// Functions with names, as they are said before a bracket.
const NAMED: [(&str, &str); 7] = [
    ("cos", "cosine"),
    ("exp", "exponential"),
    ("ln", "natural log"),
    ("log", "log"),
    ("sin", "sine"),
    ("sinh", "hyperbolic sine"),
    ("tan", "tangent"),
];

/// "f(x)" is "F of X", "sin(2)" "sine of two".
pub(crate) fn function(cursor: &Cursor<'_>) -> Option<Match> {
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let name = reader.word();
    let mut said = match NAMED.binary_search_by_key(&name, |row| row.0) {
        Ok(at) => Said::words(NAMED[at].1),
        Err(_) if name.len() == 1 && "fghuvyFGHPO".contains(name) => Said::letters(name),
        Err(_) => return None,
    };
    reader.eat("(").then_some(())?;
    said.push("of");
    loop {
        argument(&mut reader, &mut said, cursor)?;
        if reader.eat(")") {
            break;
        }
        if reader.eat("|") {
            said.push("given");
            continue;
        }
        reader.eat(",").then_some(())?;
        reader.space();
        said = said.joined(",");
    }
    reader.ends().then_some(Match { len: reader.at, said })
}

/// Reads one letter or a whole number, perhaps with a sign.
fn argument(reader: &mut Reader<'_>, said: &mut Said, cursor: &Cursor<'_>) -> Option<()> {
    if reader.eat_one(&['-', '−']).is_some() {
        said.push("minus");
    }
    if let Some(digits) = reader.digits(1..=4) {
        said.push(&numbers::cardinal(digits, cursor.dialect));
    }
    match reader.peek().and_then(signs::greek) {
        Some(name) => {
            reader.at += reader.peek()?.len_utf8();
            said.push(name);
        }
        None => said.push_letters(Some(reader.word()).filter(|word| word.len() <= 1)?),
    }
    reader.before().filter(|c| c.is_alphanumeric()).map(|_| ())
}

/// Variables without a sign between, behind the sign of equality: "F = ma", "y = mx + b".
pub(crate) fn product(cursor: &Cursor<'_>) -> Option<Match> {
    let word = neighbours::leading_letters(cursor.rest());
    let before = cursor.past().strip_suffix("= ")?.trim_end_matches(' ');
    let mut left = before.chars().rev();
    let single = left.next().is_some_and(|c| c.is_ascii_alphabetic())
        && left.next().is_none_or(|c| !c.is_alphanumeric());
    let after = &cursor.rest()[word.len()..];
    let ends = after.trim_start_matches(['.', ',', ';']).starts_with(' ') || after.len() < 2;
    let word_like = word != "ma" && word.contains(['a', 'e', 'i', 'o', 'u']);
    (single && ends && matches!(word.len(), 2..=3) && word.is_ascii() && !word_like)
        .then(|| Match { len: word.len(), said: Said::letters(word) })
}

/// A minus before a variable at the beginning of a term: "x = -b".
pub(crate) fn negative(cursor: &Cursor<'_>) -> Option<Match> {
    let after = cursor.rest().strip_prefix(['-', '−'])?;
    let word = neighbours::leading_letters(after);
    let before = cursor.past().trim_end_matches(' ');
    let opens = before.ends_with(['=', '±', '×', '<', '>', '≤', '≥']);
    let len = cursor.rest().len() - after.len();
    (opens && word.chars().count() == 1).then(|| Match::words(len, "minus"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn functions() {
        for (text, expected) in [
            ("f(x) = 2, f(3), g(x, y)", "F of X = 2, F of three, G of X, Y"),
            ("sin(θ) and O(n)", "sine of theta and O of N"),
            (
                "a(n), item(s), f(), 5(a), f(whole thing)",
                "a(n), item(s), f(), 5(a), f(whole thing)",
            ),
        ] {
            assert_eq!(said(function, text), expected);
        }
    }

    #[test]
    fn variables() {
        assert_eq!(said(product, "F = ma, y = mx + b; x = yes"), "F = M A, y = M X + b; x = yes");
        assert_eq!(said(negative, "x = -b ± 2, a -b"), "x = minus b ± 2, a -b");
    }
}
