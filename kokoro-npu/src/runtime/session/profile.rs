//! ONNX Runtime's profile: a JSON list of events, one for each run of each node among them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use kokoro_weights::files::FileError;

use crate::runtime::error::{Error, Result};

/// The time that all nodes of one operator took on one provider, over all runs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpTime {
    /// The operator: `Conv`. What a provider compiled is one operator of the provider's naming.
    pub op_type: String,
    /// The provider, by ONNX Runtime's name.
    pub provider: String,
    /// Times that such a node ran.
    pub calls: u64,
    /// Microseconds in all.
    pub microseconds: u64,
}

#[derive(Deserialize)]
struct Event {
    #[serde(default)]
    cat: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    dur: u64,
    #[serde(default)]
    args: Arguments,
}

#[derive(Deserialize, Default)]
struct Arguments {
    #[serde(default)]
    op_name: String,
    #[serde(default)]
    provider: String,
}

/// The times in the profile at `path`, slowest first.
pub(super) fn read(path: &Path) -> Result<Vec<OpTime>> {
    let text = fs::read_to_string(path).map_err(FileError::on("read", path))?;
    parse(&text).map_err(|source| Error::Profile { path: path.to_owned(), source })
}

fn parse(text: &str) -> serde_json::Result<Vec<OpTime>> {
    let mut times: BTreeMap<(String, String), (u64, u64)> = BTreeMap::new();
    for event in serde_json::from_str::<Vec<Event>>(text)? {
        // Each node also has events for what surrounds its kernel.
        if event.cat == "Node" && event.name.ends_with("_kernel_time") {
            let time = times.entry((event.args.op_name, event.args.provider)).or_default();
            *time = (time.0 + 1, time.1 + event.dur);
        }
    }
    let flat = |((op_type, provider), (calls, microseconds))| OpTime {
        op_type,
        provider,
        calls,
        microseconds,
    };
    let mut times: Vec<OpTime> = times.into_iter().map(flat).collect();
    times.sort_by_key(|time| std::cmp::Reverse(time.microseconds));
    Ok(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kernels_are_summed_by_operator_and_provider() {
        let text = r#"[
            {"cat":"Session","pid":1,"dur":900,"ts":1,"ph":"X","name":"model_run","args":{}},
            {"cat":"Node","dur":5,"name":"a_fence_before","args":{"op_name":"Conv"}},
            {"cat":"Node","dur":10,"name":"a_kernel_time","args":{"op_name":"Conv","provider":"C","node_index":"0"}},
            {"cat":"Node","dur":70,"name":"b_kernel_time","args":{"op_name":"Sin","provider":"C"}},
            {"cat":"Node","dur":20,"name":"a_kernel_time","args":{"op_name":"Conv","provider":"C"}}
        ]"#;
        let time = |op_type: &str, calls, microseconds| OpTime {
            op_type: op_type.into(),
            provider: "C".into(),
            calls,
            microseconds,
        };
        assert_eq!(parse(text).unwrap(), [time("Sin", 1, 70), time("Conv", 2, 30)]);
        assert!(parse("[{").is_err() && parse("{}").is_err());
        assert_eq!(parse("[]").unwrap(), []);
    }
}
