//! Why a pickle cannot be read.

/// What is wrong with a pickle, and where.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("pickle at byte {at}: {fault}")]
#[non_exhaustive]
pub struct PickleError {
    /// Bytes that were read before.
    pub at: usize,
    /// What is wrong.
    pub fault: PickleFault,
}

/// What is wrong with a pickle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PickleFault {
    /// The pickle ends within an opcode, or without the one that ends it.
    #[error("the input ends")]
    Truncated,
    /// An opcode takes more objects than there are.
    #[error("the stack is empty")]
    StackUnderflow,
    /// An opcode takes the objects since a mark that nothing has set.
    #[error("no mark on the stack")]
    NoMark,
    /// An opcode that files with tensors do not have.
    #[error("opcode {opcode:#04x} is none of a tensor file")]
    Opcode {
        /// The opcode.
        opcode: u8,
    },
    /// An integer that no length or offset needs.
    #[error("an integer of over 64 bits")]
    WideInteger,
    /// A text is not UTF-8.
    #[error("a text is not UTF-8")]
    NotUtf8,
    /// Something else stands where items are appended.
    #[error("expected a list")]
    NotAList,
    /// Something else stands where keys and values are put.
    #[error("expected a dict")]
    NotADict,
    /// A key has no value.
    #[error("expected keys and values, found an odd number of objects")]
    OddItems,
    /// An object is recalled that was never stored.
    #[error("nothing is stored as {key}")]
    NotStored {
        /// The number under which it was to be stored.
        key: u32,
    },
}
