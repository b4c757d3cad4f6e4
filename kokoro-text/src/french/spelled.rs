//! Words that are read letter by letter: initialisms, and words without a vowel.

/// Letters and their names.
const NAMES: &[(char, &str)] = &[
    ('a', "ˈa"),
    ('b', "bˈe"),
    ('c', "sˈe"),
    ('d', "dˈe"),
    ('e', "ˈə"),
    ('f', "ˈɛf"),
    ('g', "ʒˈe"),
    ('h', "ˈaʃ"),
    ('i', "ˈi"),
    ('j', "ʒˈi"),
    ('k', "kˈa"),
    ('l', "ˈɛl"),
    ('m', "ˈɛm"),
    ('n', "ˈɛn"),
    ('o', "ˈo"),
    ('p', "pˈe"),
    ('q', "kˈy"),
    ('r', "ˈɛʁ"),
    ('s', "ˈɛs"),
    ('t', "tˈe"),
    ('u', "ˈy"),
    ('v', "vˈe"),
    ('w', "dubləvˈe"),
    ('x', "ˈiks"),
    ('y', "iɡʁˈɛk"),
    ('z', "zˈɛd"),
    ('é', "ˌəaksɑ̃tɛɡˈy"),
    ('è', "ˌəaksɑ̃ɡʁˈav"),
    ('ê', "ˌəaksɑ̃siʁkɔ̃flˈɛks"),
    ('ç', "sˌesedˈij"),
    ('à', "ˈa"),
    ('ù', "ˈy"),
    ('œ', "ˈœ"),
];

/// The name of a lower-case letter. `None` if it has none.
pub(super) fn name(letter: char) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == letter).map(|(_, name)| *name)
}

/// The names of the letters of a word, one after the other. `None` if one of them has no name.
pub(super) fn spell(word: &str) -> Option<String> {
    joined(&word.chars().map(name).collect::<Option<Vec<_>>>()?)
}

/// Names one after the other: all but the last have secondary stress. `None` if there are none.
pub(super) fn joined<T: AsRef<str>>(names: &[T]) -> Option<String> {
    let (last, first) = names.split_last()?;
    let first = first.iter().map(|name| name.as_ref().replace('ˈ', "ˌ"));
    Some(first.chain([last.as_ref().to_owned()]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_letter_has_the_stress() {
        assert_eq!(spell("sncf").as_deref(), Some("ˌɛsˌɛnsˌeˈɛf"));
        assert_eq!(spell("я"), None);
    }
}
