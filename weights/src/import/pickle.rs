//! Python pickles, protocol 2, as far as `torch.save` writes them for state dicts and tensors.
//!
//! Nothing is executed: a call is kept as the name of the callable and its arguments, and the
//! importer takes only the names that it knows. Objects live in one list and refer to each other
//! by index, so that neither deep nesting nor sharing costs stack or memory beyond the length of
//! the input. Opcodes: <https://github.com/python/cpython/blob/main/Lib/pickletools.py>.
//!
//! `candle_core::pickle` (0.11) reads such files too, and would spare this module. It is not used,
//! because it trusts its input:
//!
//! - A text allocates the length that the file claims, up to 4 GiB, before its bytes are read.
//! - Recalling an object copies it with all that is in it, so that a pickle of some hundred bytes
//!   can ask for any amount of memory; nested objects are boxes, whose removal overflows the stack.
//! - `_rebuild_tensor_v2` with fewer than four arguments panics.
//! - What is no tensor is skipped with a line on standard error. An importer must refuse it.
//! - It reads one flat dict. The checkpoint is a dict of dicts, and a voice is a bare tensor.
//! - A tensor is read without the end of its zip entry, where the checksum is compared.

mod machine;
mod object;

use machine::Machine;
pub(super) use object::{Id, Object};

use crate::error::PickleError;

/// All objects of a pickle.
#[derive(Debug)]
pub(super) struct Pickle {
    objects: Vec<Object>,
    root: Id,
}

impl Pickle {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, PickleError> {
        let mut machine = Machine::new(bytes);
        loop {
            match machine.step() {
                Ok(None) => {}
                Ok(Some(root)) => return Ok(Self { objects: machine.into_objects(), root }),
                Err(fault) => return Err(PickleError { at: bytes.len() - machine.left(), fault }),
            }
        }
    }

    pub(super) fn root(&self) -> Id {
        self.root
    }

    pub(super) fn get(&self, id: Id) -> &Object {
        self.objects.get(id).unwrap_or(&Object::Other) // only the machine makes ids
    }

    pub(super) fn str(&self, id: Id) -> Option<&str> {
        match self.get(id) {
            Object::Str(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn int(&self, id: Id) -> Option<usize> {
        match self.get(id) {
            Object::Int(value) => usize::try_from(*value).ok(),
            _ => None,
        }
    }

    pub(super) fn sequence(&self, id: Id) -> Option<&[Id]> {
        match self.get(id) {
            Object::Sequence(items) => Some(items),
            _ => None,
        }
    }

    /// Name of a callable and its arguments.
    pub(super) fn call(&self, id: Id) -> Option<(&str, &[Id])> {
        match self.get(id) {
            Object::Call { callable, arguments } => match self.get(*callable) {
                Object::Global(name) => Some((name, self.sequence(*arguments)?)),
                _ => None,
            },
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::PickleFault;

    #[test]
    fn a_dict_by_hand() {
        // {"a": (1, -2, 300)}: PROTO 2, EMPTY_DICT, BINUNICODE, BININT1, BININT, LONG1, TUPLE3,
        // SETITEM, STOP
        let bytes = b"\x80\x02}X\x01\0\0\0aK\x01J\xfe\xff\xff\xff\x8a\x02\x2c\x01\x87s.";
        let pickle = Pickle::parse(bytes).unwrap();
        let Object::Dict(items) = pickle.get(pickle.root()) else { panic!("{pickle:?}") };
        let &[(key, value)] = &items[..] else { panic!("{items:?}") };
        assert_eq!(pickle.str(key), Some("a"));
        let items = pickle.sequence(value).unwrap();
        assert_eq!(
            [pickle.int(items[0]), pickle.int(items[1]), pickle.int(items[2])],
            [Some(1), None, Some(300)]
        );
    }

    #[test]
    fn no_input_panics() {
        let deep = [vec![b'N'], vec![0x85; 1_000_000], vec![b'.']].concat();
        assert!(Pickle::parse(&deep).is_ok());
        for (bytes, at, fault) in [
            (&b""[..], 0, PickleFault::Truncated),
            (b".", 1, PickleFault::StackUnderflow),
            (b"t.", 1, PickleFault::NoMark),
            (b"(.", 2, PickleFault::StackUnderflow),
            (b"\x87.", 1, PickleFault::StackUnderflow),
            (b"X\xff\xff\xff\xffa", 5, PickleFault::Truncated),
            (b"X\x01\0\0\0\xff.", 6, PickleFault::NotUtf8),
            (b"h\0.", 2, PickleFault::NotStored { key: 0 }),
            (b"K\x01s.", 3, PickleFault::StackUnderflow),
            (b"K\x01K\x01K\x01s.", 7, PickleFault::NotADict),
            (b"K\x01K\x01a.", 5, PickleFault::NotAList),
            (b"}(K\x01u.", 5, PickleFault::OddItems),
            (b"\x8a\x09123456789.", 11, PickleFault::WideInteger),
            (b"!", 1, PickleFault::Opcode { opcode: b'!' }),
        ] {
            assert_eq!(Pickle::parse(bytes).unwrap_err(), PickleError { at, fault }, "{bytes:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_bytes_give_an_error_or_a_pickle(bytes: Vec<u8>) {
            let _ = Pickle::parse(&bytes);
        }
    }
}
