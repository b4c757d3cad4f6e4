//! espeak-ng's IPA in the symbols of the model, as misaki's `EspeakG2P` writes it.

/// Sounds of two letters, tied by `^`, that are one symbol of the model.
const TIED: [(&str, &str); 12] = [
    ("a^ɪ", "I"),
    ("a^ʊ", "W"),
    ("d^z", "ʣ"),
    ("d^ʒ", "ʤ"),
    ("e^ɪ", "A"),
    ("o^ʊ", "O"),
    ("s^s", "S"),
    ("t^s", "ʦ"),
    ("t^ʃ", "ʧ"),
    ("ɔ^ɪ", "Y"),
    ("ə^ʊ", "Q"),
    ("^", ""),
];

/// What espeak-ng says, in the symbols of the model: sounds of two letters as one symbol, without
/// hyphens, and without the flags that tell of a change of language, as `(en)`.
pub(super) fn in_model_symbols(said: &str) -> String {
    let mut symbols = without_flags(said);
    for (tied, symbol) in TIED {
        symbols = symbols.replace(tied, symbol);
    }
    symbols.replace('-', "")
}

/// The text without what stands in brackets.
fn without_flags(said: &str) -> String {
    let mut kept = String::with_capacity(said.len());
    let mut rest = said;
    while let Some((before, after)) = rest.split_once('(') {
        kept.push_str(before);
        let Some((_, behind)) = after.split_once(')') else {
            rest = after;
            continue;
        };
        rest = behind;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_flags_and_hyphens() {
        let said = "mɔ̃ (^e^n)ˈiːme^ɪl(^f^r) le-z t^ʃˈa";
        assert_eq!(in_model_symbols(said), "mɔ̃ ˈiːmAl lez ʧˈa");
        assert_eq!(in_model_symbols("a ( b"), "a  b");
    }
}
