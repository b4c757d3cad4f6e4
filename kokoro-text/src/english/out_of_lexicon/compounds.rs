//! Words that are two or three known words.

/// Words of three letters that compounds are often made of. Others are in names by chance.
const SHORT: &[&str] = &[
    "ads", "air", "all", "app", "arm", "art", "bad", "bag", "bar", "bed", "big", "bit", "bot",
    "box", "boy", "bug", "bus", "car", "cat", "cow", "cup", "cut", "day", "dog", "dry", "ear",
    "egg", "end", "eye", "fan", "far", "fat", "fly", "fox", "fun", "gas", "get", "god", "gun",
    "gym", "hat", "hot", "hub", "ice", "ink", "jet", "job", "key", "lab", "lap", "law", "leg",
    "low", "man", "map", "mid", "mud", "net", "new", "off", "oil", "old", "one", "out", "owl",
    "pad", "pan", "pay", "pen", "pet", "pig", "pit", "pop", "pot", "put", "rag", "rat", "raw",
    "red", "rib", "row", "run", "saw", "sea", "set", "sex", "shy", "sky", "spy", "sub", "sun",
    "tag", "tax", "tea", "tin", "tip", "toe", "too", "top", "toy", "two", "van", "war", "way",
    "web", "wet", "wig", "win", "you", "zip",
];
/// A longer word is not looked at: that it is a compound is less likely than that it is nonsense.
const LONGEST: usize = 30;

/// How a word in lower case is said that is two known words, or three. The first has the stress.
pub(super) fn compound(word: &str, part: &mut dyn FnMut(&str) -> Option<String>) -> Option<String> {
    if !word.is_ascii() || word.len() > LONGEST {
        return None;
    }
    two(word, part).or_else(|| {
        (4..word.len().saturating_sub(7)).find_map(|cut| {
            let first = part(&word[..cut])?;
            Some(join([first, two(&word[cut..], part)?]))
        })
    })
}

/// Two words; the most even cut is tried first.
fn two(word: &str, part: &mut dyn FnMut(&str) -> Option<String>) -> Option<String> {
    let mut cuts: Vec<usize> = (3..word.len().saturating_sub(2)).collect();
    cuts.sort_by_key(|&cut| cut.abs_diff(word.len() - cut));
    cuts.into_iter().find_map(|cut| {
        let (left, right) = word.split_at(cut);
        let may = |part: &str| part.len() > 3 || SHORT.contains(&part);
        if !(may(left) && may(right)) {
            return None;
        }
        Some(join([part(left)?, part(right)?]))
    })
}

/// Parts said as one word, of which the first has the stress.
pub(super) fn join<const N: usize>(parts: [String; N]) -> String {
    let mut said = String::new();
    for part in parts {
        match said.contains('ˈ') {
            true => said.push_str(&part.replace('ˈ', "ˌ")),
            false => said.push_str(&part),
        }
    }
    said
}
