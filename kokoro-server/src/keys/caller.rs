//! Who is asking: the name of a key, for the log and the metrics.

use std::sync::Arc;

use tokio::task_local;

/// The name of the key of a request. It lies in the extensions of the response, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller(pub Arc<str>);

task_local! {
    static CURRENT: Caller;
}

impl Caller {
    /// Answers a request on behalf of the caller.
    pub async fn answer<T>(&self, answer: impl Future<Output = T>) -> T {
        CURRENT.scope(self.clone(), answer).await
    }

    /// On whose behalf the current task answers, if it sent a key.
    pub fn current() -> Option<Self> {
        CURRENT.try_with(Self::clone).ok()
    }
}
