//! What is measured of a voice before it speaks in pieces.

use crate::{Calibration, CancelToken, Delivery, Error, Synthesizer, Voice};

/// What a voice says to be calibrated, whatever its language: two sentences of 9 and 6 s.
const CALIBRATION_PHONEMES: [&str; 2] = [
    "ˈɛvəɹi sˈʌməɹ mI ɡɹˈændmˌʌðəɹ ɹˈOt ɐ lˈɛTəɹ tə ðə sˈi, fˈOldᵻd ɪt twˈIs, plˈAst ɪt ɪn ɐ ɡɹˈin \
     ɡlˈæs bˈɑTəl, ænd θɹˈu ɪt fɹʌm ði ˈɛnd ʌv ðə pˈɪɹ; nˈObˌɑdi ˈɛvəɹ ˈænsəɹd, ʃi sˈɛd.",
    "ʃˌi hˈʌŋ ɐ pˈApəɹ lˈæntəɹn bəsˈId ðə dˈɔɹ, lˈɪt ɪt wɪð ɐ lˈɔŋ mˈæʧ, ænd sˈæt dˌWn tə wˈAt fɔɹ \
     ðə tɹˈævᵊləɹz.",
];

impl Synthesizer {
    /// What [`pieces`](Self::pieces) needs to know of a voice. It is found by speaking 15 s in it,
    /// so keep it. Empty if this model's decoder does not decode parts.
    ///
    /// # Errors
    /// Those of [`prepare`](Self::prepare) and [`complete`](Self::complete).
    pub fn calibrate(&self, voice: &Voice, cancel: &CancelToken) -> Result<Calibration, Error> {
        let delivery = Delivery::default().with_cancel(cancel.clone());
        CALIBRATION_PHONEMES.iter().try_fold(Calibration::default(), |sum, phonemes| {
            let tokens = self.vocab().encode(phonemes)?;
            let features = self.prepare(&tokens, voice, &delivery)?.features;
            Ok(sum.and(&self.decoder().calibrate(&features, cancel)?))
        })
    }
}
