//! Simple formulas of LaTeX: "$x^2 + y^2 = z^2$", "\(\frac{a}{b}\)", "\alpha".

mod commands;
mod groups;
mod speech;

use crate::cursor::{Cursor, Match};

/// A formula between dollar signs or "\(" and "\)", or a command alone.
pub(crate) fn latex(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let (formula, len) = match rest.as_bytes() {
        [b'$', b'$', ..] => between(rest, "$$", "$$")?,
        [b'$', ..] => dollars(rest)?,
        [b'\\', b'(', ..] => between(rest, "\\(", "\\)")?,
        [b'\\', b'[', ..] => between(rest, "\\[", "\\]")?,
        [b'\\', ..] => (&rest[..command_alone(rest)?], command_alone(rest)?),
        _ => return None,
    };
    let said = speech::speak(formula, cursor.dialect);
    (!said.text().is_empty()).then_some(Match { len, said })
}

/// What stands between two marks, and the length with them.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, usize)> {
    let inner = text.strip_prefix(open)?;
    let end = inner.find(close).filter(|end| *end > 0)?;
    Some((&inner[..end], open.len() + end + close.len()))
}

/// A formula between single dollar signs. "$5 and $6" is money: a formula has no space inside its
/// dollar signs, no digit behind it, and a sign of LaTeX or but one letter.
fn dollars(text: &str) -> Option<(&str, usize)> {
    let (formula, len) = between(text, "$", "$")?;
    let outer = formula.starts_with(' ') || formula.ends_with(' ') || formula.ends_with('\\');
    let digit = text[len..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let signs = formula.contains(['\\', '^', '_', '{', '=', '<', '>', '+', '*', '/']);
    let letters = formula.bytes().filter(u8::is_ascii_alphabetic).count();
    let word = formula.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 2);
    let plain = formula.len() <= 8 && letters > 0 && !word;
    let sentence = word && !formula.contains(['\\', '_', '^', '{', '=']);
    (!outer && !digit && !sentence && (signs || plain)).then_some((formula, len))
}

/// The length of a known command with its arguments: "\frac{a}{b}".
fn command_alone(text: &str) -> Option<usize> {
    let name = &text[1..];
    let name = &name[..name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len())];
    if name.len() < 2 || !commands::is_known(name) {
        return None;
    }
    let mut len = 1 + name.len();
    while let Some(argument) = text[len..].strip_prefix(['{', '[', '^', '_']) {
        let mark = &text[len..=len];
        let braces = argument.starts_with('{') || matches!(mark, "{" | "[");
        let more = if braces {
            groups::closing(&text[len..])?
        } else {
            1 + argument.chars().next()?.len_utf8()
        };
        len += more;
    }
    Some(len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn formulas() {
        for (text, expected) in [
            ("So $x^2 + y^2 = z^2$.", "So X squared plus Y squared equals Z squared."),
            (r"\(\frac{a}{b}\) and \[\sqrt{x}\]", "A over B and the square root of X"),
            (r"$\alpha \times \beta \leq 3$", "alpha times beta is less than or equal to three"),
            ("where $x_i$ and $n$ are", "where X sub I and N are"),
            (r"$\sum_{i=1}^{n} i^3$", "the sum from I equals one to N of I cubed"),
            (r"$\int_0^1 f(x) dx$", "the integral from zero to one of F X D X"),
            (r"an angle \alpha of", "an angle alpha of"),
            (r"$e^{i\pi} + 1 = 0$", "E to the I pi plus one equals zero"),
            (r"$\lim_{x \to 0} \hat{y}$", "the limit as X to zero of Y hat"),
            (r"$10^{-3}$", "ten to the minus three"),
        ] {
            assert_eq!(said(latex, text), expected);
        }
    }

    #[test]
    fn money_and_paths() {
        for text in
            ["$5 and $6", "from $5-$10 to", "$HOME is $PATH", r"C:\new\text", "a $ b $", "US$5+$6"]
        {
            assert_eq!(said(latex, text), text);
        }
    }

    #[test]
    fn deep_formulas_end() {
        let deep = format!("${}x{}$", "{".repeat(200), "}".repeat(200));
        assert_eq!(said(latex, &deep), "X");
    }
}
