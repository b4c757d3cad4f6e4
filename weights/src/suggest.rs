//! The known name most like a mistyped one.

use strsim::levenshtein;

/// The known name that `name` was most likely meant to be, case ignored.
///
/// It is the one at the smallest edit distance, if that is at most a third of the length of `name`
/// or at most 2: further off it is another word, not a slip of the finger. Of equals, the first.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(2);
    let name = name.to_lowercase();
    known
        .map(|candidate| (levenshtein(&name, &candidate.to_lowercase()), candidate))
        .min_by_key(|&(distance, _)| distance)
        .filter(|&(distance, _)| distance <= limit)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_similar_names_are_suggested() {
        let known = ["af_heart", "af_bella", "bm_george"];
        assert_eq!(nearest("af_hart", known.into_iter()), Some("af_heart"));
        assert_eq!(nearest("AF_Heart", known.into_iter()), Some("af_heart"));
        assert_eq!(nearest("heart", known.into_iter()), None);
        assert_eq!(nearest("x", std::iter::empty()), None);
    }
}
