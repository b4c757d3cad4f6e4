//! Utterances for the quantiser to listen to.

/// What the quantiser listens to: voice, speed and phonemes, all voice families and several speeds. The sentences were written
/// for this purpose, and none is in a test.
const CALIBRATION: &str = include_str!("quantize/calibration.tsv");

/// One utterance of the calibration.
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

/// Phrases from a table of voice, speed and phonemes.
pub(crate) fn parse_phrases(table: &str) -> Vec<Phrase> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let phrase = |line: &str| {
        let mut fields = line.split('\t');
        let (voice, speed, phonemes) =
            (fields.next()?.into(), fields.next()?.parse().ok()?, fields.next()?.into());
        Some(Phrase { voice, speed, phonemes })
    };
    lines.filter_map(phrase).collect()
}
