//! Which stretches of a signal are silent.

/// Samples whose power is judged together: 5 ms.
const WINDOW: usize = 120;
/// Mean power below which a window is silent: −55 dB full scale. Speech is at about −20 dB, and
/// what the model makes of silence is below −60 dB.
const QUIET: f32 = 3.2e-6;

/// Remembers of a signal, which comes piece by piece, which windows are silent.
#[derive(Debug, Default)]
pub(crate) struct Loudness {
    /// Of each whole window.
    quiet: Vec<bool>,
    /// The power of the window that is not whole yet.
    power: f32,
    samples: usize,
}

impl Loudness {
    pub fn push(&mut self, samples: &[f32]) {
        for sample in samples {
            self.power += sample * sample;
            self.samples += 1;
            if self.samples.is_multiple_of(WINDOW) {
                self.quiet.push(self.power < QUIET * WINDOW as f32);
                self.power = 0.0;
            }
        }
    }

    /// Silent samples before the place `at`, at most `limit`.
    pub fn quiet_before(&self, at: usize, limit: usize) -> usize {
        let end = (at / WINDOW).min(self.quiet.len());
        let windows = self.quiet[..end].iter().rev().take(limit / WINDOW);
        windows.take_while(|quiet| **quiet).count() * WINDOW
    }

    /// Silent samples after the place `at`, at most `limit`.
    pub fn quiet_after(&self, at: usize, limit: usize) -> usize {
        let start = at.div_ceil(WINDOW).min(self.quiet.len());
        let windows = self.quiet[start..].iter().take(limit / WINDOW);
        windows.take_while(|quiet| **quiet).count() * WINDOW
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_counted_in_windows() {
        let mut signal = vec![0.1; 10 * WINDOW];
        signal[2 * WINDOW..5 * WINDOW].fill(1e-4);
        let mut loudness = Loudness::default();
        signal.chunks(77).for_each(|part| loudness.push(part));
        assert_eq!(loudness.quiet_after(2 * WINDOW, 1 << 20), 3 * WINDOW);
        assert_eq!(loudness.quiet_after(2 * WINDOW - 1, 1 << 20), 3 * WINDOW);
        assert_eq!(loudness.quiet_after(3 * WINDOW, WINDOW), WINDOW);
        assert_eq!(loudness.quiet_before(5 * WINDOW, 1 << 20), 3 * WINDOW);
        assert_eq!(loudness.quiet_before(6 * WINDOW, 1 << 20), 0);
        assert_eq!(loudness.quiet_after(1 << 20, WINDOW), 0);
    }
}
