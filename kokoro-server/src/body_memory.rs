//! Memory that the bodies of all requests may take together.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// It is enough for so many bodies of the largest size.
const LARGEST_AT_ONCE: usize = 8;
/// What is counted: a KiB.
const UNIT: usize = 1 << 10;

/// Memory for the bodies of all requests.
#[derive(Debug)]
pub(crate) struct BodyMemory(Arc<Semaphore>);

/// What one body has taken, until it is dropped.
#[derive(Debug)]
pub(crate) struct TakenMemory {
    memory: Arc<Semaphore>,
    taken: Option<OwnedSemaphorePermit>,
}

impl BodyMemory {
    /// Memory for some bodies of the largest size.
    pub fn new(largest_body: usize) -> Self {
        let units = largest_body.div_ceil(UNIT).saturating_mul(LARGEST_AT_ONCE);
        Self(Arc::new(Semaphore::new(units.clamp(1, Semaphore::MAX_PERMITS))))
    }

    /// A body that has no bytes yet.
    pub fn nothing(&self) -> TakenMemory {
        TakenMemory { memory: self.0.clone(), taken: None }
    }
}

impl TakenMemory {
    /// Takes what is missing for so many bytes, and tells whether there was so much. Memory is
    /// taken as a body arrives, so that whoever only announces much holds none.
    pub fn grow_to(&mut self, bytes: usize) -> bool {
        let before = self.taken.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
        let more = bytes.div_ceil(UNIT).saturating_sub(before);
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        match self.memory.clone().try_acquire_many_owned(more) {
            Ok(permit) => {
                match &mut self.taken {
                    Some(taken) => taken.merge(permit),
                    None => self.taken = Some(permit),
                }
                true
            }
            Err(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_taken_as_a_body_grows_and_given_back() {
        let memory = BodyMemory::new(2 * UNIT);
        let all = 2 * LARGEST_AT_ONCE;
        let mut body = memory.nothing();
        for (bytes, units) in [(0, 0), (1, 1), (UNIT, 1), (UNIT + 1, 2), (2 * UNIT, 2)] {
            assert!(body.grow_to(bytes));
            assert_eq!(memory.0.available_permits(), all - units, "{bytes}");
        }
        let mut other = memory.nothing();
        assert!(!other.grow_to(all * UNIT) && other.grow_to((all - 2) * UNIT));
        assert!(!body.grow_to(2 * UNIT + 1));
        drop(other);
        assert!(body.grow_to(2 * UNIT + 1));
        drop(body);
        assert_eq!(memory.0.available_permits(), all);
    }
}
