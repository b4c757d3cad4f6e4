//! How much the holder of a key may ask for.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Limits of a key. `None` is no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct KeyLimits {
    /// Requests in a minute. As many may come at once after a minute without any.
    pub requests_per_minute: Option<NonZeroU32>,
    /// Speeches that are being made or sent at the same time.
    pub speeches: Option<NonZeroU32>,
}

/// What has been asked for with a key.
#[derive(Debug)]
pub(crate) struct Usage {
    limits: KeyLimits,
    bucket: Mutex<Bucket>,
    speeches: Arc<AtomicU32>,
}

/// A token bucket: each request takes a token, and time brings new ones.
#[derive(Debug)]
struct Bucket {
    tokens: f64,
    filled: Instant,
}

/// One of the speeches of a key, until it is dropped.
#[derive(Debug)]
pub(crate) struct KeySpeech(Arc<AtomicU32>);

impl Usage {
    pub(super) fn new(limits: KeyLimits) -> Self {
        let most = limits.requests_per_minute.map_or(0.0, |most| f64::from(most.get()));
        let bucket = Mutex::new(Bucket { tokens: most, filled: Instant::now() });
        Self { limits, bucket, speeches: Arc::default() }
    }

    /// Counts a request at this time.
    ///
    /// # Errors
    /// There were too many: how long to wait until the next one may come.
    pub fn request(&self, now: Instant) -> Result<(), Duration> {
        let Some(most) = self.limits.requests_per_minute else { return Ok(()) };
        let (most, a_second) = (f64::from(most.get()), f64::from(most.get()) / 60.0);
        let mut bucket = self.bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let passed = now.saturating_duration_since(bucket.filled).as_secs_f64();
        bucket.tokens = (bucket.tokens + passed * a_second).min(most);
        bucket.filled = bucket.filled.max(now);
        if bucket.tokens < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - bucket.tokens) / a_second));
        }
        bucket.tokens -= 1.0;
        Ok(())
    }

    /// One more speech, unless there are as many as there may be.
    pub fn speech(&self) -> Option<KeySpeech> {
        let most = self.limits.speeches.map_or(u32::MAX, NonZeroU32::get);
        let speech = KeySpeech(self.speeches.clone());
        let before = self.speeches.fetch_add(1, Ordering::AcqRel);
        (before < most).then_some(speech)
    }
}

impl Drop for KeySpeech {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_with_time() {
        let two = NonZeroU32::new(2);
        let usage = Usage::new(KeyLimits { requests_per_minute: two, speeches: None });
        let start = Instant::now();
        let at = |seconds| usage.request(start + Duration::from_secs(seconds));
        assert_eq!((at(0), at(0)), (Ok(()), Ok(())));
        let wait = at(1).unwrap_err().as_secs_f64();
        assert!((28.5..=30.0).contains(&wait), "{wait}");
        assert_eq!(at(31), Ok(()));
        assert!(at(31).is_err());
        assert_eq!((at(1000), at(1000)), (Ok(()), Ok(())), "no more than a minute's");
        assert!(at(1000).is_err());
    }

    #[test]
    fn speeches_are_counted_until_they_end() {
        let one = NonZeroU32::new(1);
        let usage = Usage::new(KeyLimits { requests_per_minute: None, speeches: one });
        let first = usage.speech();
        assert!(first.is_some() && usage.speech().is_none());
        drop(first);
        assert!(usage.speech().is_some());
        let unlimited = Usage::new(KeyLimits::default());
        assert!((0..100).all(|_| unlimited.request(Instant::now()).is_ok()));
    }
}
