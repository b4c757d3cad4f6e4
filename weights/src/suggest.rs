//! The known name most like a mistyped one.

/// The name within the smallest edit distance of `name`, if that is at most a third of its length (and at least 2 is
/// allowed): further off it is another word, not a slip of the finger. The first of equals wins.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(2);
    known
        .map(|candidate| (distance(name, candidate), candidate))
        .min_by_key(|&(distance, _)| distance)
        .filter(|&(distance, _)| distance <= limit)
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance in characters, case ignored, one row of the table at a time.
fn distance(a: &str, b: &str) -> usize {
    let lower = |text: &str| text.to_lowercase().chars().collect::<Vec<_>>();
    let (a, b) = (lower(a), lower(b));
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_by_hand() {
        for (a, b, expected) in
            [("", "abc", 3), ("kitten", "sitting", 3), ("AF_Heart", "af_heart", 0), ("ab", "ba", 2)]
        {
            assert_eq!(distance(a, b), expected, "{a} {b}");
            assert_eq!(distance(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn only_similar_names_are_suggested() {
        let known = ["af_heart", "af_bella", "bm_george"];
        assert_eq!(nearest("af_hart", known.into_iter()), Some("af_heart"));
        assert_eq!(nearest("heart", known.into_iter()), None);
        assert_eq!(nearest("x", std::iter::empty()), None);
    }
}
