//! Known names that are like a mistyped one.

/// The most names that are suggested.
const MOST: usize = 3;

/// The longest name that is compared. Nobody mistypes a name into a longer one.
const LONGEST: usize = 64;

/// The known names that `name` may have been meant to be, the most similar first: those that have
/// it as a part, and those at an edit distance of at most a third of its length.
pub(crate) fn near<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    if name.is_empty() || name.len() > LONGEST {
        return Vec::new();
    }
    let name = name.to_lowercase();
    let limit = (name.chars().count() / 3).max(2);
    let distance = |known: &str| match known.contains(&name) {
        true => 0,
        false => strsim::levenshtein(&name, &known.to_lowercase()),
    };
    let mut found: Vec<(usize, &str)> = known
        .map(|known| (distance(known), known))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.truncate(MOST);
    found.into_iter().map(|(_, known)| known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similar_names_come_first() {
        let known = ["af_bella", "af_heart", "bm_george"];
        assert_eq!(near("af_hart", known.into_iter()), ["af_heart"]);
        assert_eq!(near("Heart", known.into_iter()), ["af_heart"]);
        assert_eq!(near("af_", known.into_iter()), ["af_bella", "af_heart"]);
        assert!(near("x", known.into_iter()).is_empty());
        assert!(near("", known.into_iter()).is_empty());
        assert!(near(&"a".repeat(1_000_000), known.into_iter()).is_empty());
    }
}
