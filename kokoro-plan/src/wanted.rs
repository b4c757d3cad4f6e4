//! How long a pause is that its author asked for.

use std::time::Duration;

use kokoro_document::{Break, BreakStrength};

use crate::pause::{MAX_PAUSE, at_rate};

/// The pauses that were asked for at one place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// All times together.
    time: Option<Duration>,
    /// All strengths together, as long as they are at a rate of 1.
    strength: Option<Duration>,
    none: bool,
}

impl Wanted {
    /// Whether a pause was asked for, and not only that there be none.
    pub fn is_pause(&self) -> bool {
        self.time.is_some() || self.strength.is_some()
    }

    /// Whether it takes the place of the pause that there would be otherwise, however long that is.
    pub fn replaces(&self) -> bool {
        self.time.is_some() || self.none && self.strength.is_none()
    }

    /// One more is asked for.
    pub fn add(&mut self, pause: Break) {
        let sum = |sum: Option<Duration>, more| Some(sum.unwrap_or_default().saturating_add(more));
        match pause {
            Break::Time(time) => self.time = sum(self.time, time.min(MAX_PAUSE)),
            Break::Strength(strength) => match of_strength(strength) {
                Some(more) => self.strength = sum(self.strength, more),
                None => self.none = true,
            },
        }
    }

    /// How long the pause is where there would be one of `otherwise`. A time is the whole silence,
    /// at any rate of speech; strengths only lengthen, and are divided by the rate, as `otherwise`
    /// is already. Each time counts as [`MAX_PAUSE`] at most, and all together may be longer.
    pub fn length(&self, otherwise: Duration, rate: f32) -> Duration {
        let strength = self.strength.map(|strength| at_rate(strength, rate));
        match (self.time, strength) {
            (Some(time), more) => time.saturating_add(more.unwrap_or_default()),
            (None, Some(strength)) => strength.max(otherwise),
            (None, None) if self.none => Duration::ZERO,
            (None, None) => otherwise,
        }
    }
}

/// How long a pause of a strength is: as Azure documents its own.
fn of_strength(strength: BreakStrength) -> Option<Duration> {
    let milliseconds = match strength {
        BreakStrength::None => return None,
        BreakStrength::XWeak => 250,
        BreakStrength::Weak => 500,
        BreakStrength::Medium => 750,
        BreakStrength::Strong => 1000,
        BreakStrength::XStrong => 1250,
    };
    Some(Duration::from_millis(milliseconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_replace_and_strengths_lengthen() {
        let ms = Duration::from_millis;
        let length = |breaks: &[Break]| {
            let mut wanted = Wanted::default();
            breaks.iter().for_each(|one| wanted.add(*one));
            wanted.length(ms(400), 1.0)
        };
        let (time, strength) = (|n| Break::Time(ms(n)), Break::Strength);
        assert_eq!(length(&[]), ms(400));
        assert_eq!(length(&[time(100)]), ms(100));
        assert_eq!(length(&[time(100), time(200)]), ms(300));
        assert_eq!(length(&[time(100), strength(BreakStrength::Weak)]), ms(600));
        assert_eq!(length(&[strength(BreakStrength::XWeak)]), ms(400));
        assert_eq!(length(&[strength(BreakStrength::Strong)]), ms(1000));
        assert_eq!(length(&[strength(BreakStrength::None)]), Duration::ZERO);
        assert_eq!(length(&[time(70_000)]), MAX_PAUSE);
        assert_eq!(length(&[Break::Time(Duration::MAX), time(1)]), MAX_PAUSE + ms(1));
    }
}
