//! X-SAMPA, which writes the International Phonetic Alphabet in ASCII (J. C. Wells, 1995).

/// What each symbol is in IPA, in the order of their bytes. `_` alone joins two letters, and `-`
/// divides two that would be one symbol.
const SYMBOLS: [(&str, &str); 174] = [
    ("!", "ꜜ"),
    ("!\\", "ǃ"),
    ("\"", "ˈ"),
    ("%", "ˌ"),
    ("&", "ɶ"),
    ("'", "ʲ"),
    ("-", ""),
    ("-\\", "‿"),
    (".", "."),
    ("1", "ɨ"),
    ("2", "ø"),
    ("3", "ɜ"),
    ("3\\", "ɞ"),
    ("3`", "ɝ"),
    ("4", "ɾ"),
    ("5", "ɫ"),
    ("6", "ɐ"),
    ("7", "ɤ"),
    ("8", "ɵ"),
    ("9", "œ"),
    (":", "ː"),
    (":\\", "ˑ"),
    ("<F>", "↘"),
    ("<R>", "↗"),
    ("<\\", "ʢ"),
    ("=", "\u{329}"),
    ("=\\", "ǂ"),
    (">\\", "ʡ"),
    ("?", "ʔ"),
    ("?\\", "ʕ"),
    ("@", "ə"),
    ("@\\", "ɘ"),
    ("@`", "ɚ"),
    ("A", "ɑ"),
    ("B", "β"),
    ("B\\", "ʙ"),
    ("C", "ç"),
    ("D", "ð"),
    ("E", "ɛ"),
    ("F", "ɱ"),
    ("G", "ɣ"),
    ("G\\", "ɢ"),
    ("G\\_<", "ʛ"),
    ("H", "ɥ"),
    ("H\\", "ʜ"),
    ("I", "ɪ"),
    ("I\\", "ᵻ"),
    ("J", "ɲ"),
    ("J\\", "ɟ"),
    ("J\\_<", "ʄ"),
    ("K", "ɬ"),
    ("K\\", "ɮ"),
    ("L", "ʎ"),
    ("L\\", "ʟ"),
    ("M", "ɯ"),
    ("M\\", "ɰ"),
    ("N", "ŋ"),
    ("N\\", "ɴ"),
    ("O", "ɔ"),
    ("O\\", "ʘ"),
    ("P", "ʋ"),
    ("Q", "ɒ"),
    ("R", "ʁ"),
    ("R\\", "ʀ"),
    ("S", "ʃ"),
    ("T", "θ"),
    ("U", "ʊ"),
    ("U\\", "ᵿ"),
    ("V", "ʌ"),
    ("W", "ʍ"),
    ("X", "χ"),
    ("X\\", "ħ"),
    ("Y", "ʏ"),
    ("Z", "ʒ"),
    ("^", "ꜛ"),
    ("_", "\u{361}"),
    ("_\"", "\u{308}"),
    ("_+", "\u{31f}"),
    ("_-", "\u{320}"),
    ("_/", "\u{30c}"),
    ("_0", "\u{325}"),
    ("_=", "\u{329}"),
    ("_>", "ʼ"),
    ("_?\\", "ˤ"),
    ("_A", "\u{318}"),
    ("_B", "\u{30f}"),
    ("_B_L", "\u{1dc5}"),
    ("_F", "\u{302}"),
    ("_G", "ˠ"),
    ("_H", "\u{301}"),
    ("_H_T", "\u{1dc4}"),
    ("_L", "\u{300}"),
    ("_M", "\u{304}"),
    ("_N", "\u{33c}"),
    ("_O", "\u{339}"),
    ("_R", "\u{30c}"),
    ("_R_F", "\u{1dc8}"),
    ("_T", "\u{30b}"),
    ("_X", "\u{306}"),
    ("_\\", "\u{302}"),
    ("_^", "\u{32f}"),
    ("_a", "\u{33a}"),
    ("_c", "\u{31c}"),
    ("_d", "\u{32a}"),
    ("_e", "\u{334}"),
    ("_h", "ʰ"),
    ("_j", "ʲ"),
    ("_k", "\u{330}"),
    ("_l", "ˡ"),
    ("_m", "\u{33b}"),
    ("_n", "ⁿ"),
    ("_o", "\u{31e}"),
    ("_q", "\u{319}"),
    ("_r", "\u{31d}"),
    ("_t", "\u{324}"),
    ("_v", "\u{32c}"),
    ("_w", "ʷ"),
    ("_x", "\u{33d}"),
    ("_}", "\u{31a}"),
    ("_~", "\u{303}"),
    ("`", "˞"),
    ("a", "a"),
    ("b", "b"),
    ("b_<", "ɓ"),
    ("c", "c"),
    ("d", "d"),
    ("d_<", "ɗ"),
    ("d`", "ɖ"),
    ("e", "e"),
    ("f", "f"),
    ("g", "ɡ"),
    ("g_<", "ɠ"),
    ("h", "h"),
    ("h\\", "ɦ"),
    ("i", "i"),
    ("j", "j"),
    ("j\\", "ʝ"),
    ("k", "k"),
    ("l", "l"),
    ("l\\", "ɺ"),
    ("l`", "ɭ"),
    ("m", "m"),
    ("n", "n"),
    ("n`", "ɳ"),
    ("o", "o"),
    ("p", "p"),
    ("p\\", "ɸ"),
    ("q", "q"),
    ("r", "r"),
    ("r\\", "ɹ"),
    ("r\\`", "ɻ"),
    ("r`", "ɽ"),
    ("s", "s"),
    ("s\\", "ɕ"),
    ("s`", "ʂ"),
    ("t", "t"),
    ("t`", "ʈ"),
    ("u", "u"),
    ("v", "v"),
    ("v\\", "ʋ"),
    ("w", "w"),
    ("x", "x"),
    ("x\\", "ɧ"),
    ("y", "y"),
    ("z", "z"),
    ("z\\", "ʑ"),
    ("z`", "ʐ"),
    ("{", "æ"),
    ("|", "|"),
    ("|\\", "ǀ"),
    ("|\\|\\", "ǁ"),
    ("||", "‖"),
    ("}", "ʉ"),
    ("~", "\u{303}"),
];

/// The longest symbol in bytes.
const MAX_SYMBOL: usize = 4;

/// `text` in IPA; what is no symbol stays as it is.
pub(super) fn to_ipa(text: &str) -> String {
    let mut ipa = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let symbol = (1..=MAX_SYMBOL).rev().find_map(|length| find(rest.get(..length)?));
        let length = match symbol {
            Some((symbol, said)) => {
                ipa.push_str(said);
                symbol.len()
            }
            None => {
                ipa.push(c);
                c.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    ipa
}

fn find(symbol: &str) -> Option<(&'static str, &'static str)> {
    let at = SYMBOLS.binary_search_by_key(&symbol, |(symbol, _)| symbol).ok()?;
    Some(SYMBOLS[at])
}

#[cfg(test)]
mod tests {
    use super::super::ipa::cleaned;
    use super::*;

    #[test]
    fn symbols_are_in_order_and_are_ipa() {
        assert!(SYMBOLS.is_sorted_by(|(a, _), (b, _)| a < b));
        for (symbol, ipa) in SYMBOLS {
            assert!(symbol.len() <= MAX_SYMBOL);
            assert!(cleaned(ipa).is_ok(), "{symbol} is {ipa}");
        }
    }

    #[test]
    fn the_longest_symbol_is_meant() {
        for (text, wanted) in [
            ("t@\"meItoU", "təˈmeɪtoʊ"),
            ("p_h\\", "pʰ\\"),
            ("r\\`_<", "ɻ\u{361}<"),
            ("G\\_<a|\\|\\", "ʛaǁ"),
            ("t_S", "t\u{361}ʃ"),
            ("o~", "o\u{303}"),
            ("a_H_T", "a\u{1dc4}"),
            ("s-\\z", "s‿z"),
            ("Жa", "Жa"),
        ] {
            assert_eq!(to_ipa(text), wanted, "{text}");
        }
    }
}
