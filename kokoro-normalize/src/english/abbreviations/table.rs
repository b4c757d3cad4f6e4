//! Abbreviations, what is said for them, and when.

/// Where an abbreviation is one, and when its full stop also ends a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Everywhere, also without a full stop. A capital after it begins a sentence: "etc."
    Last,
    /// Everywhere, also without a full stop. A capital after it is mostly a name: "dept."
    Noun,
    /// Everywhere, also without a full stop. The sentence goes on: "vs."
    Link,
    /// With a full stop, within a sentence; without one, and at an end, it is a word: "max."
    Inside,
    /// Before a number or a letter: "Fig. 4".
    Counted,
    /// The same, and also without a full stop: "vol 2".
    Counting,
    /// With a capital and a full stop, before a name: "Gen. Lee". Without one in British English.
    Title,
    /// The same, without a full stop in all English: "Mr Lee".
    Address,
    /// Before the name of a place: "Mt. Hood".
    Place,
    /// After the name of a company: "Acme Inc."
    Company,
    /// After the name of a street, of which it is a part: "Elm Ave."
    Street,
    /// After a name: "Sammy Davis Jr."
    After,
    /// A function of its own decides.
    Special,
}

/// In small letters without the full stop, what is said, and where. In alphabetical order.
#[rustfmt::skip]
const TABLE: &[(&str, &str, Use)] = {
    use Use::{
        Address, After, Company, Counted, Counting, Inside, Last, Link, Noun, Place, Special,
        Street, Title,
    };
    &[
    ("acad", "Academy", Inside), ("acct", "account", Noun), ("adj", "adjective", Inside),
    ("adm", "Admiral", Title), ("admin", "administration", Inside), ("adv", "adverb", Inside),
    ("al", "", Special), ("amb", "Ambassador", Title), ("amt", "amount", Noun),
    ("anon", "anonymous", Inside), ("app", "appendix", Counted), ("approx", "approximately", Link),
    ("appt", "appointment", Noun), ("apt", "apartment", Counting), ("art", "article", Counted),
    ("arts", "articles", Counted), ("assn", "association", Noun), ("assoc", "associate", Inside),
    ("asst", "assistant", Noun), ("attn", "attention", Noun), ("atty", "attorney", Noun),
    ("ave", "Avenue", Street), ("avg", "average", Noun), ("b", "born", Special),
    ("bk", "book", Counted), ("bldg", "building", Noun), ("blvd", "Boulevard", Street),
    ("brig", "Brigadier", Title), ("bros", "Brothers", Company), ("c", "circa", Special),
    ("ca", "circa", Special), ("capt", "Captain", Address), ("cdr", "Commander", Title),
    ("cf", "compare", Link), ("ch", "chapter", Counted), ("chap", "chapter", Counted),
    ("chaps", "chapters", Counted), ("chs", "chapters", Counted), ("cmdr", "Commander", Address),
    ("co", "Company", Special), ("col", "Colonel", Title), ("comm", "committee", Inside),
    ("cont", "continued", Inside), ("contd", "continued", Noun), ("corp", "Corporation", Company),
    ("cpl", "Corporal", Address), ("cres", "Crescent", Street), ("ct", "Court", Street),
    ("d", "died", Special), ("dep", "deputy", Inside), ("dept", "department", Noun),
    ("depts", "departments", Noun), ("det", "Detective", Title), ("dir", "directed", Inside),
    ("dist", "district", Inside), ("div", "division", Inside), ("doz", "dozen", Noun),
    ("dr", "Doctor", Special), ("drs", "Doctors", Title), ("ed", "", Special), ("eds", "", Special),
    ("eg", "for example", Special), ("elev", "elevation", Inside), ("ep", "episode", Counted),
    ("eps", "episodes", Counted), ("eq", "equation", Counted), ("eqs", "equations", Counted),
    ("esp", "especially", Inside), ("esq", "Esquire", After), ("est", "", Special),
    ("etc", "et cetera", Last), ("ex", "example", Counted), ("excl", "excluding", Link),
    ("expy", "Expressway", Street), ("ext", "extension", Counting), ("feat", "", Special),
    ("fig", "figure", Counting), ("figs", "figures", Counting), ("fl", "floor", Special),
    ("fn", "footnote", Counted), ("fr", "Father", Title), ("ft", "", Special),
    ("fwy", "Freeway", Street), ("gen", "General", Title), ("gens", "Generals", Title),
    ("gov", "Governor", Title), ("govs", "Governors", Title), ("govt", "government", Noun),
    ("hon", "Honorable", Title), ("hosp", "hospital", Noun), ("hrs", "hours", Noun),
    ("hwy", "Highway", Street), ("ibid", "ibid", Last), ("ie", "that is", Special),
    ("illus", "illustrated", Noun), ("inc", "Incorporated", Company), ("incl", "including", Link),
    ("insp", "Inspector", Title), ("instr", "instructor", Inside), ("intl", "international", Noun),
    ("intro", "introduction", Inside), ("jr", "Junior", After), ("lbs", "pounds", Noun),
    ("lieut", "Lieutenant", Title), ("ln", "Lane", Street), ("lt", "Lieutenant", Address),
    ("ltd", "Limited", Company), ("maj", "Major", Title), ("max", "maximum", Inside),
    ("messrs", "Messieurs", Address), ("mfg", "manufacturing", Noun), ("mfr", "manufacturer", Noun),
    ("mgmt", "management", Noun), ("mgr", "manager", Noun), ("min", "minimum", Inside),
    ("misc", "miscellaneous", Noun), 
    ("mlle", "Mademoiselle", Address), ("mme", "Madame", Address), ("mr", "Mister", Address),
    ("mrs", "Missus", Address), ("ms", "Ms", Address), ("msgr", "Monsignor", Title),
    ("mt", "Mount", Place), ("mts", "Mountains", After), ("natl", "national", Noun),
    ("no", "number", Special), ("nos", "numbers", Special), ("nr", "near", Inside),
    ("op", "opus", Counted), ("orig", "originally", Inside), ("p", "page", Counted),
    ("par", "paragraph", Counted), ("para", "paragraph", Counted), ("paras", "paragraphs", Counted),
    ("pg", "page", Counted), ("pgs", "pages", Counted), ("pkwy", "Parkway", Street),
    ("pl", "Place", Street), ("pp", "pages", Counting), ("pres", "President", Title),
    ("prof", "Professor", Address), ("profs", "Professors", Title), ("pt", "", Special),
    ("pvt", "Private", Address), ("r", "reigned", Special), ("rd", "Road", Street),
    ("ref", "reference", Counted), ("refs", "references", Counted),
    ("rep", "Representative", Title), ("reps", "Representatives", Title),
    ("rev", "Reverend", Title), ("rm", "room", Counted), ("rt", "Route", Special),
    ("rte", "Route", Counting), ("sec", "section", Counted), ("secs", "sections", Counted),
    ("sect", "section", Counted), ("sen", "Senator", Title), ("sens", "Senators", Title),
    ("sgt", "Sergeant", Address), ("sq", "Square", Street), ("sr", "Senior", Special),
    ("st", "Saint", Special), ("sta", "Santa", Place), ("ste", "Sainte", Special),
    ("sts", "Saints", Place), ("supt", "Superintendent", Title), ("tel", "telephone", Inside),
    ("temp", "temperature", Inside), ("tpke", "Turnpike", Street), ("trans", "translated", Inside),
    ("treas", "treasurer", Noun), ("univ", "university", Inside), ("v", "versus", Special),
    ("ver", "version", Counted), ("viz", "namely", Link), ("vol", "volume", Counting),
    ("vols", "volumes", Counting), ("vs", "versus", Link), ("wt", "weight", Inside),
    ("yds", "yards", Noun), ("yr", "year", Inside), ("yrs", "years", Noun),
    ]
};

/// The longest key of the table.
const LONGEST: usize = 6;

/// What is said for an abbreviation, given without its full stop, and where it is one.
pub(crate) fn look_up(word: &str) -> Option<(&'static str, Use)> {
    if word.len() > LONGEST {
        return None;
    }
    let key = word.to_ascii_lowercase();
    let at = TABLE.binary_search_by_key(&key.as_str(), |row| row.0).ok()?;
    Some((TABLE[at].1, TABLE[at].2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_its_keys_are_short() {
        assert!(TABLE.is_sorted_by_key(|row| row.0));
        assert!(TABLE.iter().all(|row| row.0.len() <= LONGEST));
        assert_eq!(look_up("Mr"), Some(("Mister", Use::Address)));
        assert_eq!(look_up("dogs"), None);
    }
}
