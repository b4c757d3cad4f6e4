//! OpenAI's voices, and who speaks in their place.

/// OpenAI's thirteen names, and a voice of Kokoro for each.
///
/// A name gets a voice of the gender that its own voice is heard as, and of those the ones that
/// upstream grades best: a client that lets its user choose among OpenAI's names is to give a good
/// impression, whatever is chosen. `alloy`, the default of most clients, is the best voice of all.
/// `fable` and `nova` keep their namesakes; `ballad`, as British as `fable`, is `bm_george`. Seven
/// names are men's, and five men have a grade of C or better, so that two of them have two names.
const NAMES: [(&str, &str); 13] = [
    ("alloy", "af_heart"),   // A
    ("ash", "am_michael"),   // C+
    ("ballad", "bm_george"), // C
    ("cedar", "am_fenrir"),  // C+
    ("coral", "af_bella"),   // A−
    ("echo", "am_michael"),  // C+
    ("fable", "bm_fable"),   // C
    ("marin", "af_sarah"),   // C+
    ("nova", "af_nova"),     // C
    ("onyx", "am_fenrir"),   // C+
    ("sage", "af_aoede"),    // C+
    ("shimmer", "af_kore"),  // C+
    ("verse", "am_puck"),    // C+
];

/// The voice that speaks for one of OpenAI's, whose name is in upper or lower case.
pub(crate) fn stand_in(name: &str) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, voice)| *voice)
}

#[cfg(test)]
mod tests {
    use kokoro::Language;

    use super::*;

    #[test]
    fn every_name_has_a_voice_that_upstream_grades() {
        for (name, voice) in NAMES {
            assert_eq!(stand_in(&name.to_uppercase()), Some(voice));
            let grade = kokoro::weights::grade(voice).unwrap();
            assert!(grade.starts_with(['A', 'B', 'C']), "{voice}: {grade}");
            assert!(Language::from_voice(voice).is_some());
        }
        assert!(NAMES.is_sorted());
        assert_eq!(stand_in("af_heart"), None);
    }
}
