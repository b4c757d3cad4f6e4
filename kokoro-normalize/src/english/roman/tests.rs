use super::{roman, world_war};
use crate::english::testing::said;

#[test]
fn numbers() {
    for (text, expected) in [
        ("Henry VIII had six wives.", "Henry the eighth had six wives."),
        ("Louis the XIV left.", "Louis the fourteenth left."),
        (
            "Louis XIV and Elizabeth II's reign",
            "Louis the fourteenth and Elizabeth the second's reign",
        ),
        ("Pope John Paul II came.", "Pope John Paul the second came."),
        ("World War II ended, it began.", "World War two ended, it began."),
        ("Act I, Scene X.", "Act one, Scene ten."),
        ("Chapters I–III and Part IV", "Chapters one to three and Part four"),
        ("Super Bowl LVIII is in Volume III.", "Super Bowl fifty eight is in Volume three."),
        ("see chapter iv, page xi", "see chapter four, page eleven"),
        ("a Type II error and phase I trials", "a Type two error and phase one trials"),
        ("Rocky IV is older than Rocky V.", "Rocky four is older than Rocky five."),
        ("Act Ⅳ", "Act four"),
        ("Vol. II, ADVENTURE V. THE FIVE", "Vol. two, ADVENTURE five. THE FIVE"),
        ("IV", "four"),
        ("XII. The Storm", "twelve. The Storm"),
        ("the XVth and IInd, Part I of II", "the fifteenth and second, Part one of two"),
        ("a Louis XIV-style chair", "a Louis the fourteenth-style chair"),
        ("HE WAS KING. WORLD WAR II.", "HE WAS KING. WORLD WAR two."),
        ("in the XIX century", "in the nineteenth century"),
        (
            "King George V and Charles I of England",
            "King George the fifth and Charles the first of England",
        ),
        ("made in MCMXCIV by hand", "made in nineteen ninety four by hand"),
    ] {
        assert_eq!(said(roman, text), expected);
    }
}

#[test]
fn world_wars() {
    assert_eq!(said(world_war, "WWI, WW 2 and WWX"), "World War One, World War Two and WWX");
}

#[test]
fn no_numbers() {
    for text in [
        "Henry and I saw Vitamin C and Plan B.",
        "I'm sure I did.",
        "MIX it, Malcolm X, on a CD.",
        "an IV drip and an X-ray of 5 mm",
        "the part I like, the type I want",
        "When I met James I was glad.",
        "DIM and LIVID, MD and DC",
        "Plan C is in Group D.",
        "I",
        "a civil mix of dill",
        "We met Lord Simon. I will read. She read the part. I left.",
    ] {
        assert_eq!(said(roman, text), text);
    }
}
