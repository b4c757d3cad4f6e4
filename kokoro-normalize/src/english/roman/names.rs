//! The words before a roman numeral that make it a number.

/// What is counted, in small letters: "Chapter IV" is "chapter four". In alphabetical order.
#[rustfmt::skip]
const COUNTED: [&str; 132] = [
    "act", "acts", "adventure", "annex", "apocalypse", "apollo", "appendix", "article", "articles",
    "axis", "ballade", "band", "battalion", "battlefield", "bioshock", "bk", "book", "books",
    "borderlands", "bowl", "caesars", "canto", "cantos", "case", "category", "ch", "chapter",
    "chapters", "civ", "civilization", "class", "concerto", "diablo", "division", "elegy",
    "episode", "episodes", "exercise", "exhibit", "experiment", "expo", "fable", "factor",
    "fallout", "fantasy", "fig", "fighter", "figs", "figure", "figures", "formula", "gemini",
    "generation", "godfather", "grade", "grades", "group", "halo", "hymn", "iphone", "issue",
    "layer", "lecture", "lemma", "lesson", "letter", "level", "levels", "lines", "mark", "mission",
    "mk", "movement", "no", "nos", "number", "ode", "op", "opus", "p", "page", "pages", "part",
    "parts", "pgs", "phase", "phases", "plate", "plates", "pp", "problem", "protocol", "psalm",
    "quake", "region", "revolution", "rocky", "rule", "saturn", "scene", "scenes", "schedule",
    "season", "sec", "secs", "section", "sections", "series", "sonata", "sonnet", "sonnets",
    "soulcalibur", "stage", "stages", "starcraft", "story", "symphony", "table", "tables", "tale",
    "tekken", "theorem", "tier", "title", "titles", "tome", "type", "types", "verse", "vol",
    "vols", "warcraft",
];

/// More of them, which are seldom written in small letters. In alphabetical order.
#[rustfmt::skip]
const COUNTED_NAMES: [&str; 13] = [
    "Bill", "Column", "Final", "GTA", "OS", "Titan", "Unit", "Vatican", "Version", "Vol", "Volume",
    "Volumes", "War",
];

/// Names of rulers and popes. In alphabetical order.
#[rustfmt::skip]
const RULERS: [&str; 118] = [
    "Abdul", "Adrian", "Afonso", "Albert", "Alexander", "Alexandra", "Alexios", "Alexis",
    "Alfonso", "Alfred", "Amenhotep", "Anastasius", "Andrew", "Antiochus", "Artaxerxes", "August",
    "Augustus", "Baldwin", "Baudouin", "Beatrix", "Benedict", "Boniface", "Carl", "Carlos",
    "Casimir", "Catherine", "Celestine", "Charles", "Christian", "Clement", "Cleopatra", "Conrad",
    "Constantine", "Cyrus", "Darius", "David", "Domitian", "Edmund", "Edward", "Elizabeth",
    "Emmanuel", "Eric", "Erik", "Eugene", "Felipe", "Ferdinand", "Francis", "Francois", "Franz",
    "François", "Frederick", "Friedrich", "George", "Gregory", "Gustav", "Gustavus", "Haakon",
    "Harald", "Harold", "Henri", "Henry", "Hussein", "Innocent", "Isaac", "Isabel", "Isabella",
    "Ivan", "James", "Joanna", "John", "Joseph", "Juan", "Julius", "Justinian", "Kamehameha",
    "Karl", "Leo", "Leopold", "Lothair", "Louis", "Ludwig", "Manuel", "Margaret", "Margrethe",
    "Maria", "Mary", "Matthias", "Maximilian", "Mehmed", "Michael", "Mithridates", "Mohammed",
    "Murad", "Napoleon", "Nicholas", "Olaf", "Olav", "Oscar", "Otto", "Paul", "Pedro", "Peter",
    "Philip", "Philippe", "Pius", "Ptolemy", "Rama", "Ramesses", "Ramses", "Richard", "Robert",
    "Rudolf", "Seleucus", "Selim", "Sigismund", "Suleiman", "Victor", "William",
];

/// More names of rulers. In alphabetical order.
const MORE_RULERS: [&str; 9] = [
    "Stephen",
    "Theodosius",
    "Thutmose",
    "Umberto",
    "Urban",
    "Vittorio",
    "Vladimir",
    "Wilhelm",
    "Xerxes",
];

/// Titles of rulers. In alphabetical order.
#[rustfmt::skip]
const TITLES: [&str; 26] = [
    "Antipope", "Archduke", "Caliph", "Count", "Czar", "Duke", "Emperor", "Empress", "Infante",
    "Kaiser", "Khan", "King", "Lord", "Patriarch", "Pharaoh", "Pope", "Prince", "Princess",
    "Queen", "Raja", "Shah", "Sheikh", "Sultan", "Tsar", "Tsarina", "Tzar",
];

/// What has an ordinal before it: "XIX century" is "nineteenth century".
const AGES: [&str; 9] = [
    "Army", "Century", "Congress", "Corps", "Dynasty", "Legion", "Olympiad", "Olympics", "century",
];

/// Whether a word is counted by numerals after it.
pub(crate) fn is_counted(word: &str) -> bool {
    COUNTED.binary_search(&word.to_ascii_lowercase().as_str()).is_ok() || is_counted_name(word)
}

fn is_counted_name(word: &str) -> bool {
    let capitals = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let title = if capitals {
        format!("{}{}", &word[..1], word[1..].to_ascii_lowercase())
    } else {
        word.to_owned()
    };
    COUNTED_NAMES.binary_search(&title.as_str()).is_ok()
        || COUNTED_NAMES.contains(&word)
        || matches!(word, "volume" | "volumes" | "Wars")
}

/// Whether a word is the name of a ruler.
pub(crate) fn is_ruler(word: &str) -> bool {
    RULERS.binary_search(&word).or_else(|_| MORE_RULERS.binary_search(&word)).is_ok()
}

/// Whether a word is the title of a ruler.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.binary_search(&word).is_ok()
}

/// Whether a word has an ordinal before it.
pub(crate) fn is_age(word: &str) -> bool {
    AGES.contains(&word) || matches!(word, "centuries" | "dynasty" | "Anniversary")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(COUNTED.is_sorted());
        assert!(COUNTED_NAMES.is_sorted());
        assert!(RULERS.is_sorted());
        assert!(MORE_RULERS.is_sorted());
        assert!(TITLES.is_sorted());
    }
}
