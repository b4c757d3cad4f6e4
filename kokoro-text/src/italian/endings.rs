//! Tables of the endings of words, of which the longest that fits decides.

use std::collections::HashMap;

/// What a table says of the words with certain endings.
///
/// A line of a table is an ending, a tab, and what it means. `-abil*` is an ending of any word;
/// without the hyphen, `tavol*` is a whole word. The asterisk stands for any last vowel of a, e, i
/// and o, so that one line serves a word and its inflections; or for none. A longer ending wins
/// over a shorter one, and of endings alike the one that names its last vowel.
pub(super) struct Endings<T> {
    whole: HashMap<&'static str, T>,
    whole_stems: HashMap<&'static str, T>,
    ends: HashMap<&'static str, T>,
    stem_ends: HashMap<&'static str, T>,
    longest: usize, // bytes of the longest ending
}

/// Whether a table knows a word or only its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// The whole word.
    Word,
    /// How it ends.
    Ending,
}

impl<T: Copy> Endings<T> {
    /// Reads a table. Lines that begin with `#`, and those whose meaning `parse` does not know, are
    /// passed over.
    pub(super) fn new(table: &'static str, parse: impl Fn(&str) -> Option<T>) -> Self {
        let mut endings = Self {
            whole: HashMap::new(),
            whole_stems: HashMap::new(),
            ends: HashMap::new(),
            stem_ends: HashMap::new(),
            longest: 0,
        };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((key, meaning)) = line.split_once('\t') else { continue };
            let Some(meaning) = parse(meaning) else { continue };
            let (ending, is_whole) = key.strip_prefix('-').map_or((key, true), |key| (key, false));
            let (ending, is_stem) =
                ending.strip_suffix('*').map_or((ending, false), |ending| (ending, true));
            let map = match (is_whole, is_stem) {
                (true, false) => &mut endings.whole,
                (true, true) => &mut endings.whole_stems,
                (false, false) => &mut endings.ends,
                (false, true) => &mut endings.stem_ends,
            };
            map.insert(ending, meaning);
            endings.longest = endings.longest.max(ending.len());
        }
        endings
    }

    /// What the table says of a word in lower case.
    pub(super) fn get(&self, word: &str) -> Option<(T, Fit)> {
        let stem = match word.strip_suffix(['a', 'e', 'i', 'o']) {
            Some(stem) if !stem.is_empty() => stem,
            _ => word,
        };
        let whole = self.whole.get(word).or_else(|| self.whole_stems.get(stem));
        if let Some(&meaning) = whole {
            return Some((meaning, Fit::Word));
        }
        let from = stem.len().saturating_sub(self.longest);
        let starts = (from..=stem.len()).filter(|&at| word.is_char_boundary(at));
        let mut found = starts.filter_map(|at| {
            let exact = (at < word.len()).then(|| self.ends.get(&word[at..])).flatten();
            exact.or_else(|| self.stem_ends.get(&stem[at..]))
        });
        found.next().map(|&meaning| (meaning, Fit::Ending))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_decides() {
        let table = "# comment\n-abil*\t3\n-o\t2\ntavol*\t5\ntavolo\t6\n-il*\t4\n-ar\t1\n";
        let endings = Endings::new(table, |code| code.parse::<u8>().ok());
        let get = |word| endings.get(word);
        assert_eq!(get("amabile"), Some((3, Fit::Ending)));
        assert_eq!(get("abil"), Some((3, Fit::Ending)));
        assert_eq!(get("file"), Some((4, Fit::Ending)));
        assert_eq!(get("tavole"), Some((5, Fit::Word)));
        assert_eq!(get("tavolo"), Some((6, Fit::Word)));
        assert_eq!(get("bar"), Some((1, Fit::Ending)));
        assert_eq!(get("buono"), Some((2, Fit::Ending)));
        assert_eq!(get("o"), Some((2, Fit::Ending)));
        assert_eq!(get("casa"), None);
        assert_eq!(get(""), None);
        assert_eq!(get("日本"), None);
    }
}
