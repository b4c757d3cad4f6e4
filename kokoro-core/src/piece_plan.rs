//! Where an utterance is cut into pieces.

/// How an utterance is cut into pieces, each of which is heard while the next is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PieceOptions {
    /// About as many frames has the first piece: fewer are heard sooner.
    pub first_frames: usize,
    /// An utterance of fewer frames is one piece. Short utterances are less like what a voice is
    /// calibrated with: a few words in pieces are 3 dB from the exact speech.
    pub shortest: usize,
    /// How many times faster than speech the decoder is at least, or thereabouts. Pieces are
    /// decoded with a calibration until what has been given lasts long enough for the whole
    /// utterance to be decoded: until it is at least the `growth`-th part of the utterance. The
    /// rest, decoded with the whole, is the last piece. 0 and 1 count as 2.
    pub growth: usize,
}

impl Default for PieceOptions {
    /// A first piece of 1.5 s, of utterances of 6 s and more, and a decoder that is ten times
    /// faster than speech.
    fn default() -> Self {
        Self { first_frames: 60, shortest: 240, growth: 10 }
    }
}

impl PieceOptions {
    /// Options for a first piece of about as many frames.
    #[must_use]
    pub fn first_frames(self, first_frames: usize) -> Self {
        Self { first_frames, ..self }
    }

    /// Options for which utterances of fewer frames are one piece.
    #[must_use]
    pub fn shortest(self, shortest: usize) -> Self {
        Self { shortest, ..self }
    }

    /// Options for a decoder that is so many times faster than speech.
    #[must_use]
    pub fn growth(self, growth: usize) -> Self {
        Self { growth, ..self }
    }

    /// The frames at which an utterance is cut, given two values of its energy curve a frame. Each
    /// cut is the quietest place near where it should be. Empty if there is to be one piece.
    pub(crate) fn cuts(&self, energy: &[f32]) -> Vec<usize> {
        let frames = energy.len() / 2;
        let first = self.first_frames.max(1);
        let mut cuts = Vec::new();
        if frames < first.saturating_mul(2).max(self.shortest) {
            return cuts;
        }
        let mut given = 0usize;
        // What is given doubles with each piece, so that there are few.
        while given == 0 || given.saturating_mul(self.growth.max(2)) < frames {
            let length = first.max(given);
            if frames - given < length + first {
                break;
            }
            let (from, to) = (given + (3 * length).div_ceil(4), given + 5 * length / 4);
            let quietest = (from..=to.min(frames - 1)).min_by(|&a, &b| {
                let energy = |frame: usize| energy[2 * frame - 1] + energy[2 * frame];
                energy(a).total_cmp(&energy(b))
            });
            let Some(cut) = quietest else { break };
            cuts.push(cut);
            given = cut;
        }
        cuts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_is_one_piece() {
        let options = PieceOptions::default();
        for frames in 0..240 {
            assert!(options.cuts(&vec![1.0; 2 * frames]).is_empty(), "{frames}");
        }
        assert_eq!(options.cuts(&[1.0; 480]).len(), 1);
    }

    #[test]
    fn cuts_are_where_it_is_quiet() {
        let mut energy = vec![5.0; 800];
        (energy[2 * 66 - 1], energy[2 * 66]) = (-3.0, -3.0);
        assert_eq!(PieceOptions::default().cuts(&energy), [66]);
    }

    #[test]
    fn pieces_are_given_until_the_whole_can_be_decoded_meanwhile() {
        for (frames, growth) in [(400, 10), (1500, 10), (1500, 3), (1500, 2), (241, 0)] {
            let options = PieceOptions::default().growth(growth);
            let cuts = options.cuts(&vec![1.0; 2 * frames]);
            assert!(cuts.is_sorted() && cuts.iter().all(|&cut| cut > 0 && cut < frames));
            let last = cuts.last().copied().unwrap_or(0);
            let enough = last * growth.max(2) >= frames;
            assert!(enough || frames - last < last + 60, "{frames} frames, {growth}: {cuts:?}");
        }
    }

    #[test]
    fn a_first_piece_of_no_frames_is_one_of_a_frame() {
        for frames in 0..10 {
            let cuts =
                PieceOptions::default().first_frames(0).shortest(0).cuts(&vec![1.0; 2 * frames]);
            assert!(cuts.iter().all(|&cut| cut > 0 && cut < frames));
        }
    }
}
