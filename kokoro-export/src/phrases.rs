//! Utterances for the quantiser to listen to.

/// What the quantiser listens to: voice, speed and phonemes, all voice families and several speeds.
/// The sentences were written for this purpose, and none is in a test.
const CALIBRATION: &str = include_str!("quantize/calibration.tsv");

/// What the sensitivity sweep listens to: in no calibration and in no test of sound, so that its
/// table is not fitted to either.
const HELD_OUT: &str = include_str!("quantize/held_out.tsv");

/// What the quantiser's two choices are made on ([`weigh_choices`](crate::weigh_choices)). No
/// utterance is in the calibration, in a test or among those on which quality is reported; half are
/// long, because long utterances are where codes are coarsest.
const CHOSEN_ON: &str = include_str!("quantize/chosen_on.tsv");

/// One utterance for the quantiser.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// A voice's name.
    pub voice: String,
    /// Its speed.
    pub speed: f32,
    /// IPA.
    pub phonemes: String,
}

/// The committed calibration phrases.
pub fn phrases() -> Vec<Phrase> {
    parse_phrases(CALIBRATION)
}

/// The committed held-out phrases.
pub fn held_out() -> Vec<Phrase> {
    parse_phrases(HELD_OUT)
}

/// The committed phrases on which the quantiser's choices are made.
pub fn chosen_on() -> Vec<Phrase> {
    parse_phrases(CHOSEN_ON)
}

/// Phrases from a table of voice, speed and phonemes.
fn parse_phrases(table: &str) -> Vec<Phrase> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let phrase = |line: &str| {
        let mut fields = line.split('\t');
        let (voice, speed, phonemes) =
            (fields.next()?.into(), fields.next()?.parse().ok()?, fields.next()?.into());
        Some(Phrase { voice, speed, phonemes })
    };
    lines.filter_map(phrase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_phrase() {
        assert_eq!(phrases().len(), CALIBRATION.lines().count() - 1);
        assert_eq!(held_out().len(), HELD_OUT.lines().count() - 1);
        assert_eq!(chosen_on().len(), CHOSEN_ON.lines().count() - 1);
        let mut heard: Vec<String> = phrases().into_iter().map(|phrase| phrase.phonemes).collect();
        for phrases in [held_out(), chosen_on()] {
            assert!(phrases.iter().all(|phrase| !heard.contains(&phrase.phonemes)));
            heard.extend(phrases.into_iter().map(|phrase| phrase.phonemes));
        }
    }
}
