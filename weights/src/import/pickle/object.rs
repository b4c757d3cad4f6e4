//! What a pickle holds.

/// Index of an object in its [`Pickle`].
pub(crate) type Id = usize;

/// A pickled object.
#[derive(Debug)]
pub(crate) enum Object {
    /// None, floats and whatever else tensors do not depend on.
    Other,
    Int(i64),
    Str(String),
    /// A class or function, `module.name`.
    Global(String),
    /// A tuple or a list.
    Sequence(Vec<Id>),
    Dict(Vec<(Id, Id)>),
    /// A reference to something outside the pickle: a storage.
    Persistent(Id),
    Call {
        callable: Id,
        arguments: Id,
    },
}
