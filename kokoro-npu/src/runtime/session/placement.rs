//! Which provider runs which nodes of a session, as ONNX Runtime itself tells
//! (`Session_GetEpGraphAssignmentInfo`, C API 24; `ort` does not wrap it).

use std::ffi::{CStr, c_char};
use std::fmt;
use std::ptr;
use std::slice;

use kokoro_core::ProviderShare;
use ort::AsPointer;

use crate::runtime::error::{Error, Result};
use crate::runtime::provider::Provider;

/// The session's key that makes ONNX Runtime remember what it assigned.
pub(super) const RECORD: &str = "session.record_ep_graph_assignment_info";

/// Which provider got which nodes of the graph.
///
/// **The number of nodes depends on the provider.** For a provider that keeps ONNX's layout, the
/// nodes are those of the graph that [`dump_level1`](super::dump_level1) writes, in which a
/// quantised convolution is still several nodes. For a provider that wants channels last (QNN, and
/// NNAPI without `nchw`), ONNX Runtime counts after it has added Transposes and their quantisation:
/// a graph of 7 nodes counts 13 on QNN. A graph that was compiled before has one node, an
/// `EPContext`, for each subgraph. So judge by what is left to other providers and by the number of
/// subgraphs, never by a ratio to another graph's nodes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Placement {
    /// Nodes by provider, most first; providers by ONNX Runtime's names ([`Provider::name`]).
    pub by_provider: Vec<(String, usize)>,
    /// The pieces that were assigned. A provider that compiles gets connected nodes as one; the CPU
    /// provider gets each by itself.
    pub subgraphs: Vec<Subgraph>,
}

/// Nodes that one provider got together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Subgraph {
    /// The provider's name.
    pub provider: String,
    /// The nodes.
    pub nodes: Vec<PlacedNode>,
}

/// A node of the graph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlacedNode {
    /// Its name; empty if the model gives it none.
    pub name: String,
    /// The operator's domain; empty for ONNX's own.
    pub domain: String,
    /// The operator: `Conv`.
    pub op_type: String,
}

impl Placement {
    fn new(subgraphs: Vec<Subgraph>) -> Self {
        let mut by_provider: Vec<(String, usize)> = Vec::new();
        for subgraph in &subgraphs {
            match by_provider.iter_mut().find(|(provider, _)| *provider == subgraph.provider) {
                Some((_, nodes)) => *nodes += subgraph.nodes.len(),
                None => by_provider.push((subgraph.provider.clone(), subgraph.nodes.len())),
            }
        }
        by_provider.sort_by_key(|(_, nodes)| std::cmp::Reverse(*nodes));
        Self { by_provider, subgraphs }
    }

    /// Nodes in all.
    pub fn nodes(&self) -> usize {
        self.by_provider.iter().map(|(_, nodes)| nodes).sum()
    }

    /// What each provider got, most nodes first.
    pub fn shares(&self) -> Vec<ProviderShare> {
        let share = |(provider, nodes): &(String, usize)| {
            let own = self.subgraphs.iter().filter(|subgraph| subgraph.provider == *provider);
            ProviderShare { provider: provider.clone(), nodes: *nodes, subgraphs: own.count() }
        };
        self.by_provider.iter().map(share).collect()
    }

    /// Nodes and subgraphs of `provider`.
    pub fn of(&self, provider: &Provider) -> (usize, usize) {
        let own = self.subgraphs.iter().filter(|subgraph| subgraph.provider == provider.name());
        own.fold((0, 0), |(nodes, subgraphs), subgraph| {
            (nodes + subgraph.nodes.len(), subgraphs + 1)
        })
    }
}

/// `7 nodes: QNNExecutionProvider 7 in 1 subgraph`
impl fmt::Display for Placement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", ProviderShare::list(&self.shares()))
    }
}

/// The placement of a session that was opened with [`RECORD`].
pub(super) fn of(session: &ort::session::Session) -> Result<Placement> {
    let api = ort::api();
    // SAFETY: the session is alive; the list and all that it leads to belong to the session and
    // live as long.
    let subgraphs = unsafe {
        list(|first, count| (api.Session_GetEpGraphAssignmentInfo)(session.ptr(), first, count))
    }?;
    let read = |subgraph: &*const _| {
        // SAFETY: `subgraph` comes from the session's own list, and so do its nodes and their
        // texts.
        unsafe {
            let nodes =
                list(|first, count| (api.EpAssignedSubgraph_GetNodes)(*subgraph, first, count))?;
            let node = |node: &*const _| {
                Ok(PlacedNode {
                    name: text(|out| (api.EpAssignedNode_GetName)(*node, out))?,
                    domain: text(|out| (api.EpAssignedNode_GetDomain)(*node, out))?,
                    op_type: text(|out| (api.EpAssignedNode_GetOperatorType)(*node, out))?,
                })
            };
            let provider = text(|out| (api.EpAssignedSubgraph_GetEpName)(*subgraph, out))?;
            Ok(Subgraph { provider, nodes: nodes.iter().map(node).collect::<Result<_>>()? })
        }
    };
    Ok(Placement::new(subgraphs.iter().map(read).collect::<Result<_>>()?))
}

/// The pointers of a list that `get` finds.
///
/// # Safety
/// `get` must give a status, and set its arguments to an array that lives for `'a`, or to no
/// elements.
unsafe fn list<'a, T: 'a>(
    get: impl FnOnce(*mut *const *const T, *mut usize) -> ort::sys::OrtStatusPtr,
) -> Result<&'a [*const T]> {
    let (mut first, mut count) = (ptr::null(), 0);
    // SAFETY: a status, by this function's contract; it is released there.
    unsafe { ort::Error::result_from_status(get(&mut first, &mut count)) }
        .map_err(Error::call("tell where nodes went"))?;
    if first.is_null() || count == 0 {
        return Ok(&[]);
    }
    // SAFETY: an array of `count` pointers that lives for `'a`, by this function's contract.
    Ok(unsafe { slice::from_raw_parts(first, count) })
}

/// The text that `get` finds, copied.
///
/// # Safety
/// `get` must give a status, and set its argument to a NUL-terminated string or null.
unsafe fn text(get: impl FnOnce(*mut *const c_char) -> ort::sys::OrtStatusPtr) -> Result<String> {
    let mut found = ptr::null();
    // SAFETY: a status, by this function's contract; it is released there.
    unsafe { ort::Error::result_from_status(get(&mut found)) }
        .map_err(Error::call("tell where nodes went"))?;
    if found.is_null() {
        return Ok(String::new());
    }
    // SAFETY: NUL-terminated, by this function's contract.
    Ok(unsafe { CStr::from_ptr(found) }.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_are_counted_by_provider() {
        let node =
            PlacedNode { name: String::new(), domain: String::new(), op_type: "Conv".into() };
        let piece = |provider: &str, count| Subgraph {
            provider: provider.into(),
            nodes: vec![node.clone(); count],
        };
        let (cpu, qnn) = ("CPUExecutionProvider", "QNNExecutionProvider");
        let placement = Placement::new(vec![piece(cpu, 1), piece(qnn, 5), piece(cpu, 1)]);
        assert_eq!(placement.by_provider, [(qnn.to_owned(), 5), (cpu.to_owned(), 2)]);
        assert_eq!(placement.of(&"cpu".parse().unwrap()), (2, 2));
        assert_eq!(placement.of(&"nnapi".parse().unwrap()), (0, 0));
        let text =
            "7 nodes: QNNExecutionProvider 5 in 1 subgraph, CPUExecutionProvider 2 in 2 subgraphs";
        assert_eq!(placement.to_string(), text);
    }
}
