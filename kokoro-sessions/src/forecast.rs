//! How much of a speech is still to be made.

/// Seconds of speech for a byte of text, before anything was spoken: 15 letters a second.
const SECONDS_A_BYTE: f64 = 1.0 / 15.0;

/// What is known of the length of a speech.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Forecast {
    /// Bytes of the text, and of these, those that were spoken.
    bytes: usize,
    spoken: usize,
    /// Seconds of speech that were made.
    made: f64,
}

impl Forecast {
    /// For a text of so many bytes.
    pub fn new(bytes: usize) -> Self {
        Self { bytes, ..Self::default() }
    }

    /// The text up to a byte was spoken, in so many more seconds.
    pub fn add(&mut self, spoken: usize, seconds: f64) {
        self.spoken = self.spoken.max(spoken);
        self.made += seconds;
    }

    /// Seconds of speech that were made.
    pub fn made(&self) -> f64 {
        self.made
    }

    /// Seconds of speech that are still to be made, `most` at most.
    pub fn pending(&self, most: f64) -> f64 {
        let left = self.bytes.saturating_sub(self.spoken) as f64;
        let rate = match self.spoken {
            0 => SECONDS_A_BYTE,
            spoken => self.made / spoken as f64,
        };
        (left * rate).min(most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_foretold_from_what_was_spoken() {
        let mut forecast = Forecast::new(150);
        assert!((forecast.pending(60.0) - 10.0).abs() < 1e-9);
        forecast.add(50, 5.0);
        assert!((forecast.pending(60.0) - 10.0).abs() < 1e-9, "a slow voice: 0.1 s a byte");
        forecast.add(150, 9.0);
        assert_eq!((forecast.pending(60.0), forecast.made()), (0.0, 14.0));
    }

    #[test]
    fn of_a_book_only_the_beginning_counts() {
        assert_eq!(Forecast::new(1_000_000).pending(60.0), 60.0);
    }
}
