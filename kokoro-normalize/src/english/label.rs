//! Abbreviations before a number: No. 5, #5, Vol. 2, p. 12, Fig. 4.

use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

/// Abbreviations, whether they are read only with a full stop, and their words.
const LABELS: [(&str, bool, &str); 69] = [
    ("Gen", true, "generation"),
    ("Rd", true, "round"),
    ("Lat", true, "latitude"),
    ("lat", true, "latitude"),
    ("ll", true, "lines"),
    ("Sc", true, "scene"),
    ("sc", true, "scene"),
    ("No", true, "number"),
    ("no", true, "number"),
    ("NO", true, "number"),
    ("Nos", true, "numbers"),
    ("nos", true, "numbers"),
    ("Nr", false, "number"),
    ("Vol", false, "volume"),
    ("vol", false, "volume"),
    ("Vols", false, "volumes"),
    ("vols", false, "volumes"),
    ("p", true, "page"),
    ("P", true, "page"),
    ("pp", false, "pages"),
    ("pg", false, "page"),
    ("pgs", false, "pages"),
    ("Pg", false, "page"),
    ("ch", true, "chapter"),
    ("Ch", true, "chapter"),
    ("chap", false, "chapter"),
    ("Chap", false, "chapter"),
    ("chs", true, "chapters"),
    ("Fig", false, "figure"),
    ("fig", true, "figure"),
    ("Figs", false, "figures"),
    ("figs", true, "figures"),
    ("FIG", false, "figure"),
    ("Eq", false, "equation"),
    ("eq", true, "equation"),
    ("Eqs", false, "equations"),
    ("Tab", true, "table"),
    ("Sec", true, "section"),
    ("sec", true, "section"),
    ("Sect", false, "section"),
    ("sect", true, "section"),
    ("Art", true, "article"),
    ("art", true, "article"),
    ("Ex", true, "example"),
    ("ex", true, "example"),
    ("Ep", true, "episode"),
    ("ep", true, "episode"),
    ("Eps", true, "episodes"),
    ("Pt", true, "part"),
    ("pt", true, "part"),
    ("Apt", false, "apartment"),
    ("apt", true, "apartment"),
    ("Ste", true, "suite"),
    ("Rm", false, "room"),
    ("rm", true, "room"),
    ("Bldg", false, "building"),
    ("Hwy", false, "highway"),
    ("hwy", false, "highway"),
    ("Rte", false, "route"),
    ("Rt", true, "route"),
    ("App", true, "appendix"),
    ("ver", true, "version"),
    ("Ver", true, "version"),
    ("Op", true, "opus"),
    ("op", true, "opus"),
    ("col", true, "column"),
    ("Ref", true, "reference"),
    ("Tel", false, "telephone"),
    ("tel", true, "telephone"),
];

/// An abbreviation before a number. "No." alone is "no", and not looked at here.
pub(crate) fn label(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let written = reader.word();
    let stop = reader.eat(".");
    let found = LABELS.iter().find(|(short, needed, _)| *short == written && (stop || !needed));
    let (_, _, words) = found?;
    let previous = cursor.previous_word();
    let answer = written == "no" && matches!(previous, "is" | "was" | "said" | "answered");
    let road = written == "Rd" && previous.starts_with(char::is_uppercase);
    if answer || road {
        return None;
    }
    let mut ahead = reader;
    let colon = ahead.eat(":");
    let apart = ahead.space();
    ahead.eat_one(&['#', '+', '(']);
    let token = ahead.rest().split(' ').next().unwrap_or("");
    let part = words.starts_with("number")
        && token.starts_with(|c: char| c.is_ascii_uppercase())
        && token.contains(|c: char| c.is_ascii_digit());
    let number = (ahead.at_digit() || part) && (apart || stop);
    number.then(|| Match::words(reader.at, words)).filter(|_| !colon || words.starts_with("tele"))
}

/// "#5" and "№ 5": "number five".
pub(crate) fn number_sign(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let numero = reader.eat("№") || reader.eat("Nº") || reader.eat("nº") || reader.eat("N°");
    if !numero && !reader.eat("#") {
        return None;
    }
    let len = reader.at;
    if numero {
        reader.space();
    }
    let open =
        cursor.before().is_none_or(|c| !c.is_alphanumeric() && c != '#' && c != '/' && c != '&');
    let digits = reader.digits(1..=9);
    // #4a4a4a is a colour.
    (open && digits.is_some() && reader.ends()).then(|| Match::words(len, "number"))
}
