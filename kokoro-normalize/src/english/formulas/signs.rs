//! Signs of mathematics and Greek letters, and the words for them.

/// Signs between two operands.
#[rustfmt::skip]
pub(crate) const BETWEEN: &[(&str, &str)] = &[
    ("≠", "is not equal to"), ("≈", "is approximately equal to"), ("≅", "is congruent to"),
    ("≃", "is approximately equal to"), ("≡", "is equivalent to"),
    ("≤", "is less than or equal to"), ("≥", "is greater than or equal to"),
    ("≪", "is much less than"), ("≫", "is much greater than"), ("∝", "is proportional to"),
    ("±", "plus or minus"), ("∓", "minus or plus"), ("×", "times"), ("÷", "divided by"),
    ("⋅", "times"), ("∈", "is in"), ("∉", "is not in"), ("∋", "contains"),
    ("⊂", "is a subset of"), ("⊆", "is a subset of"), ("⊃", "is a superset of"),
    ("⊇", "is a superset of"), ("∪", "union"), ("∩", "intersection"), ("∧", "and"), ("∨", "or"),
    ("⇒", "implies"), ("⟹", "implies"), ("⇔", "if and only if"), ("⟺", "if and only if"),
    ("↔", "if and only if"), ("→", "to"), ("⊥", "is perpendicular to"), ("∥", "is parallel to"),
    ("∘", "of"), ("∖", "minus"), ("−", "minus"), ("⊕", "plus"), ("⊗", "times"), ("∣", "divides"),
    ("<=", "is less than or equal to"), (">=", "is greater than or equal to"),
    ("!=", "is not equal to"), ("+=", "plus equals"), ("-=", "minus equals"),
    ("==", "equals"), ("=>", "implies"), ("<", "is less than"),
    (">", "is greater than"), ("=", "equals"), ("+", "plus"), ("*", "times"), ("^", "to the"),
    ("-", "minus"),
];

/// Signs before an operand or alone.
#[rustfmt::skip]
pub(crate) const BEFORE: &[(&str, &str)] = &[
    ("√", "the square root of"), ("∛", "the cube root of"), ("∑", "the sum of"),
    ("∏", "the product of"), ("∫", "the integral of"), ("∬", "the double integral of"),
    ("∮", "the contour integral of"), ("∂", "partial"), ("∇", "nabla"), ("∀", "for all"),
    ("∃", "there exists"), ("∄", "there does not exist"), ("¬", "not"), ("∞", "infinity"),
    ("∅", "the empty set"), ("∴", "therefore"), ("∵", "because"), ("∠", "angle"),
    ("≈", "approximately"), ("±", "plus or minus"), ("≤", "at most"), ("≥", "at least"),
    ("△", "triangle"), ("ℝ", "the real numbers"), ("ℕ", "the natural numbers"),
    ("ℤ", "the integers"), ("ℚ", "the rational numbers"), ("ℂ", "the complex numbers"),
    ("ℏ", "H bar"), ("ℓ", "L"), ("℃", "degrees Celsius"), ("℉", "degrees Fahrenheit"),
];

/// The names of Greek letters, from alpha to omega; the second sigma is that of a word's end.
const GREEK: [&str; 25] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
];

/// The name of a Greek letter or of one of its variants in formulas.
pub(crate) fn greek(letter: char) -> Option<&'static str> {
    let small = match letter {
        'Α'..='Ω' => letter as usize - 'Α' as usize,
        'α'..='ω' => letter as usize - 'α' as usize,
        'ϵ' => 4,
        'ϑ' => 7,
        'ϕ' => 21,
        'µ' => 11,
        '\u{2126}' => 24,
        '\u{2206}' => 3,
        _ => return None,
    };
    GREEK.get(small).copied()
}

/// The digit or sign of a superscript, and of a subscript.
pub(crate) fn script(c: char) -> Option<(char, Script)> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿⁱ";
    const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋ₙᵢ";
    const PLAIN: &str = "0123456789+-ni";
    let find = |set: &str| set.chars().position(|other| other == c);
    let (at, script) = find(RAISED)
        .map(|at| (at, Script::Raised))
        .or_else(|| find(LOWERED).map(|at| (at, Script::Lowered)))?;
    PLAIN.chars().nth(at).map(|plain| (plain, script))
}

/// Where a small character stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Raised,
    Lowered,
}

/// The characters that `text` begins with that are superscripts, or that are subscripts, as plain
/// characters, and their length.
pub(crate) fn scripts(text: &str) -> Option<(String, Script, usize)> {
    let (first, script) = script(text.chars().next()?)?;
    let (mut plain, mut len) = (String::from(first), text.chars().next()?.len_utf8());
    for c in text[len..].chars() {
        match self::script(c) {
            Some((digit, same)) if same == script => plain.push(digit),
            _ => break,
        }
        len += c.len_utf8();
    }
    Some((plain, script, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_scripts() {
        assert_eq!((greek('π'), greek('Ω'), greek('x')), (Some("pi"), Some("omega"), None));
        assert_eq!(scripts("⁻³ m"), Some(("-3".into(), Script::Raised, 6 - 1)));
        assert_eq!(scripts("₂O"), Some(("2".into(), Script::Lowered, 3)));
        assert_eq!(scripts("2"), None);
    }
}
