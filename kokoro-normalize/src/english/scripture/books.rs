//! The names of books that have chapters and verses.

/// Names in full. In alphabetical order.
#[rustfmt::skip]
const BOOKS: [&str; 64] = [
    "Acts", "Amos", "Chronicles", "Colossians", "Corinthians", "Daniel", "Deuteronomy",
    "Ecclesiastes", "Ephesians", "Esther", "Exodus", "Ezekiel", "Ezra", "Galatians", "Genesis",
    "Habakkuk", "Haggai", "Hebrews", "Hosea", "Isaiah", "James", "Jeremiah", "Job", "Joel", "John",
    "Jonah", "Joshua", "Jude", "Judges", "Kings", "Koran", "Lamentations", "Leviticus", "Luke",
    "Malachi", "Mark", "Matthew", "Micah", "Nahum", "Nehemiah", "Numbers", "Obadiah", "Peter",
    "Philemon", "Philippians", "Proverbs", "Psalm", "Psalms", "Quran", "Revelation", "Revelations",
    "Romans", "Ruth", "Samuel", "Sirach", "Sura", "Surah", "Thessalonians", "Timothy", "Titus",
    "Tobit", "Wisdom", "Zechariah", "Zephaniah",
];

/// Short names, mostly with a full stop, and what they stand for. In alphabetical order.
#[rustfmt::skip]
const SHORT: [(&str, &str); 47] = [
    ("Chron", "Chronicles"), ("Col", "Colossians"), ("Cor", "Corinthians"), ("Dan", "Daniel"),
    ("Deut", "Deuteronomy"), ("Dt", "Deuteronomy"), ("Eccl", "Ecclesiastes"),
    ("Eph", "Ephesians"), ("Ex", "Exodus"), ("Exod", "Exodus"), ("Ez", "Ezekiel"),
    ("Ezek", "Ezekiel"), ("Gal", "Galatians"), ("Gen", "Genesis"), ("Gn", "Genesis"),
    ("Hab", "Habakkuk"), ("Heb", "Hebrews"), ("Hos", "Hosea"), 
    ("Isa", "Isaiah"), ("Jas", "James"), ("Jer", "Jeremiah"), ("Jn", "John"), ("Josh", "Joshua"),
    ("Judg", "Judges"), ("Lam", "Lamentations"), ("Lev", "Leviticus"), ("Lk", "Luke"),
    ("Mal", "Malachi"), ("Matt", "Matthew"), ("Mic", "Micah"), ("Mk", "Mark"), ("Mt", "Matthew"),
    ("Neh", "Nehemiah"), ("Num", "Numbers"), ("Pet", "Peter"), ("Phil", "Philippians"),
    ("Prov", "Proverbs"), ("Ps", "Psalm"), ("Pss", "Psalms"), ("Rev", "Revelation"),
    ("Rom", "Romans"), ("Sam", "Samuel"), ("Thess", "Thessalonians"), ("Tim", "Timothy"),
    ("Tit", "Titus"), ("Zech", "Zechariah"), ("Zeph", "Zephaniah"),
];

/// What a short name stands for.
pub(super) fn full_name(short: &str) -> Option<&'static str> {
    SHORT.binary_search_by_key(&short, |row| row.0).ok().map(|at| SHORT[at].1)
}

/// Whether a word names a book with chapters and verses, in full or in short.
pub(super) fn is_book(word: &str) -> bool {
    BOOKS.binary_search(&word).is_ok() || full_name(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(BOOKS.is_sorted());
        assert!(SHORT.is_sorted_by_key(|row| row.0));
        assert!(SHORT.iter().all(|row| BOOKS.contains(&row.1)));
    }
}
