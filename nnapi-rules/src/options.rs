//! The phone and the graph that a judgement is about.

/// Android API level that everything this project emits needs: that of QuantizeLinear, Sin and
/// dilated convolution.
pub const API_LEVEL: u32 = 29;

/// Circumstances that the provider's decisions depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesOptions {
    /// Android API level of the phone; the provider reads it from the system.
    pub api_level: u32,
    /// Whether the graph is the dump of a session at optimisation level 1. If it is as exported,
    /// operators that the optimiser would draw into a group are rejected by
    /// [`Rule::Propagation`](crate::Rule::Propagation); but only the dump tells the whole truth.
    pub optimized: bool,
}

impl Default for RulesOptions {
    /// [`API_LEVEL`], and a graph that has been optimised.
    fn default() -> Self {
        Self { api_level: API_LEVEL, optimized: true }
    }
}
