use mapped_text::MappedText;

use super::*;

fn fold(text: &str) -> String {
    edits(text).apply(&MappedText::from_source(text)).as_str().to_owned()
}

fn check(cases: &[(&str, &str)]) {
    for (text, folded) in cases {
        assert_eq!(fold(text), *folded, "{text:?}");
    }
}

#[test]
fn white_space_is_single_spaces() {
    check(&[
        ("a\u{a0}b\u{2009}\u{202f}c\t\td\n e", "a b c d e"),
        ("a\u{3000}b \u{200b} c", "a b c"),
        (" \t a", "a"),
    ]);
}

#[test]
fn what_is_not_seen_goes() {
    check(&[
        ("\u{feff}zero\u{200b}width so\u{ad}ft\u{2060}", "zerowidth soft"),
        ("\u{202e}a\u{202c}\u{200f} b\x07\x1b", "a b"),
        ("a\u{fe0f} 1\u{fe0f}\u{20e3}", "a 1"),
        ("👩\u{200d}🚀 ☀\u{fe0f}", "👩\u{200d}🚀 ☀\u{fe0f}"),
        ("x\u{200d}y", "xy"),
    ]);
}

#[test]
fn fancy_letters_are_letters() {
    check(&[
        ("The ﬁrst oﬃce ﬂoor, ﬀ", "The first office floor, ff"),
        ("𝐇𝐞𝐥𝐥𝐨 𝓗ℌℋ 𝟙𝟚", "Hello HHH 12"),
        ("Ｆｕｌｌ　ｗｉｄｔｈ！ ９９％", "Full width! 99%"),
        ("Ⓐⓑ 🅰🅑 🄲", "Ab AB C"),
        ("Hᴇʟʟᴏ ᴛʜᴇʀᴇ ᴛᴇsᴛ ɪɴ ᴀ", "Hello there test ɪɴ a"),
        ("wˈɪn ʙ", "wˈɪn ʙ"),
        ("½ m² H₂O ① 5 ℃ № ™ Ⅳ −3", "½ m² H₂O ① 5 ℃ № ™ Ⅳ −3"),
        ("你好！（再见）", "你好！（再见）"),
        ("cafe\u{301} A\u{30a} \u{212b} 한", "café Å Å 한"),
        ("well‑known non‐stop", "well-known non-stop"),
        ("it\u{92}s \u{93}so\u{94} \u{80}5", "it's \u{201c}so\u{201d} €5"),
    ]);
}

#[test]
fn apostrophes_are_apostrophes() {
    check(&[
        ("No, it wasn’t.", "No, it wasn't."),
        ("It′s Tom´s.", "It's Tom's."),
        ("I can`t and she`ll see.", "I can't and she'll see."),
        ("Weʼre here and we‘re glad.", "We're here and we're glad."),
        ("rock ’n’ roll, rock ‘n’ roll", "rock 'n' roll, rock 'n' roll"),
        ("‘Tis nothin’, ’twas the ‘90s", "'Tis nothin', 'twas the '90s"),
        ("“The paw!” cried Tom. ‘Run,’ he said.", "“The paw!” cried Tom. ‘Run,’ he said."),
        ("‘Don’t,’ she said, the dogs’ bowls", "‘Don't,’ she said, the dogs' bowls"),
        ("6′ 2″ and 5’10”, x′", "6′ 2″ and 5'10”, x′"),
        ("Hawaiʻi O＇Neil", "Hawai'i O'Neil"),
        ("``quoted``", "“quoted”"),
    ]);
}

#[test]
fn quotations_of_other_languages_are_quotations() {
    check(&[
        ("« Bonjour » he said. «Hallo»", "“Bonjour” he said. “Hallo”"),
        ("«\u{a0}Oui\u{202f}!\u{a0}», dit-il.", "“Oui !”, dit-il."),
        ("He said ‹so› and »Nein«, »ja«.", "He said ‘so’ and “Nein”, “ja”."),
        ("»Så» he said.", "“Så” he said."),
        ("She said«no»and left.", "She said “no” and left."),
        ("„Ja“ he said, „Tak” and „so\".", "“Ja” he said, “Tak” and “so\"."),
        ("„Er sagte ‚so‘ oft.“ one‚ two", "“Er sagte ‘so’ oft.” one, two"),
        ("「Hello」 and 『Hi』.", "“Hello” and “Hi”."),
        ("彼は「今日」と", "彼は「今日」と"),
        ("Home » News › Sport", "Home > News > Sport"),
        ("and so on.» He left “at once” then.", "and so on.” He left “at once” then."),
    ]);
}

#[test]
fn heaps_of_marks_take_linear_time() {
    for piece in
        ["a\u{301}", "\u{301}", "\u{200b}", "ᴛ", "ʜ", "’", "`", "‘", "«", " »", "« »", "「", "„"]
    {
        fold(&piece.repeat(100_000));
        fold(&format!("a{}", piece.repeat(100_000)));
    }
}
