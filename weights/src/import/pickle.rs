//! Python pickles, protocol 2, as far as `torch.save` writes them for state dicts and tensors.
//!
//! Nothing is executed: a call is kept as the name of the callable and its arguments. Objects live in one list and refer to
//! each other by index, so that neither deep nesting nor sharing costs stack or memory beyond the length of the input.
//! Opcodes: <https://github.com/python/cpython/blob/main/Lib/pickletools.py>.

use std::collections::HashMap;

/// Index of an object in its [`Pickle`].
pub(super) type Id = usize;

/// A pickled object.
#[derive(Debug)]
pub(super) enum Object {
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

/// All objects of a pickle.
#[derive(Debug)]
pub(super) struct Pickle {
    objects: Vec<Object>,
    root: Id,
}

impl Pickle {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let mut machine = Machine { input: bytes, ..Machine::default() };
        let at = |machine: &Machine<'_>| bytes.len() - machine.input.len();
        loop {
            match machine.step() {
                Ok(None) => {}
                Ok(Some(root)) => return Ok(Self { objects: machine.objects, root }),
                Err(reason) => return Err(format!("pickle at byte {}: {reason}", at(&machine))),
            }
        }
    }

    pub(super) fn root(&self) -> Id {
        self.root
    }

    pub(super) fn get(&self, id: Id) -> &Object {
        self.objects.get(id).unwrap_or(&Object::Other) // ids are only made by `Machine::push`
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

/// The pickle virtual machine: a stack with marks, and a memo.
#[derive(Default)]
struct Machine<'a> {
    input: &'a [u8],
    objects: Vec<Object>,
    stack: Vec<Id>,
    marks: Vec<usize>,
    memo: HashMap<u32, Id>,
}

const UNDERFLOW: &str = "the stack is empty";

impl Machine<'_> {
    /// Runs one opcode; the root object at the last.
    fn step(&mut self) -> Result<Option<Id>, String> {
        let [opcode] = self.take()?;
        match opcode {
            0x80 => drop(self.take::<1>()?), // PROTO
            b'.' => return self.pop().map(Some),
            b'(' => self.marks.push(self.stack.len()),
            b'N' | 0x88 | 0x89 => self.push(Object::Other), // None, True, False
            b'G' => {
                self.take::<8>()?;
                self.push(Object::Other); // a float
            }
            b'K' => {
                let [value] = self.take()?;
                self.push(Object::Int(value.into()));
            }
            b'M' => {
                let value = u16::from_le_bytes(self.take()?);
                self.push(Object::Int(value.into()));
            }
            b'J' => {
                let value = i32::from_le_bytes(self.take()?);
                self.push(Object::Int(value.into()));
            }
            0x8a => self.long()?,
            b'X' => {
                let length = u32::from_le_bytes(self.take()?);
                let text = self.take_slice(length as usize)?;
                let text = std::str::from_utf8(text).map_err(|error| error.to_string())?;
                let text = Object::Str(text.into());
                self.push(text);
            }
            b'c' => {
                let name = format!("{}.{}", self.line()?, self.line()?);
                self.push(Object::Global(name));
            }
            b')' | b']' => self.push(Object::Sequence(vec![])),
            b'}' => self.push(Object::Dict(vec![])),
            b't' => {
                let items = self.pop_to_mark()?;
                self.push(Object::Sequence(items));
            }
            0x85..=0x87 => {
                let start = self.stack.len().checked_sub(usize::from(opcode - 0x84));
                let items = self.stack.split_off(start.ok_or(UNDERFLOW)?);
                self.push(Object::Sequence(items));
            }
            b'a' => {
                let item = self.pop()?;
                self.extend(vec![item])?;
            }
            b'e' => {
                let items = self.pop_to_mark()?;
                self.extend(items)?;
            }
            b's' => {
                let start = self.stack.len().checked_sub(2).ok_or(UNDERFLOW)?;
                let items = self.stack.split_off(start);
                self.set_items(items)?;
            }
            b'u' => {
                let items = self.pop_to_mark()?;
                self.set_items(items)?;
            }
            b'q' => {
                let [key] = self.take()?;
                self.memo.insert(key.into(), self.top()?);
            }
            b'r' => {
                let key = u32::from_le_bytes(self.take()?);
                self.memo.insert(key, self.top()?);
            }
            b'h' => {
                let [key] = self.take()?;
                self.recall(key.into())?;
            }
            b'j' => {
                let key = u32::from_le_bytes(self.take()?);
                self.recall(key)?;
            }
            b'Q' => {
                let id = self.pop()?;
                self.push(Object::Persistent(id));
            }
            b'R' | 0x81 => self.call()?,
            b'b' => drop(self.pop()?), // BUILD: attributes of an object, which tensors do not need
            other => return Err(format!("opcode {other:#04x} is none of a tensor file")),
        }
        Ok(None)
    }

    /// LONG1: a length byte and as many bytes of two's complement, little-endian. PyTorch writes lengths so.
    fn long(&mut self) -> Result<(), String> {
        let [length] = self.take()?;
        let bytes = self.take_slice(length.into())?;
        let negative = bytes.last().is_some_and(|&byte| byte >= 0x80);
        let mut wide = [if negative { 0xff } else { 0 }; 8];
        wide.get_mut(..bytes.len()).ok_or("an integer of over 64 bits")?.copy_from_slice(bytes);
        self.push(Object::Int(i64::from_le_bytes(wide)));
        Ok(())
    }

    fn call(&mut self) -> Result<(), String> {
        let arguments = self.pop()?;
        let callable = self.pop()?;
        let ordered = matches!(&self.objects[callable], Object::Global(name) if name == "collections.OrderedDict");
        self.push(if ordered {
            Object::Dict(vec![])
        } else {
            Object::Call { callable, arguments }
        });
        Ok(())
    }

    fn extend(&mut self, items: Vec<Id>) -> Result<(), String> {
        let top = self.top()?;
        match &mut self.objects[top] {
            Object::Sequence(list) => list.extend(items),
            other => return Err(format!("expected a list, found {other:?}")),
        }
        Ok(())
    }

    fn set_items(&mut self, items: Vec<Id>) -> Result<(), String> {
        let top = self.top()?;
        match &mut self.objects[top] {
            Object::Dict(dict) => {
                dict.extend(items.as_chunks().0.iter().map(|&[key, value]| (key, value)))
            }
            other => return Err(format!("expected a dict, found {other:?}")),
        }
        Ok(())
    }

    fn recall(&mut self, key: u32) -> Result<(), String> {
        let id = *self.memo.get(&key).ok_or_else(|| format!("nothing is stored as {key}"))?;
        self.stack.push(id);
        Ok(())
    }

    fn push(&mut self, object: Object) {
        self.stack.push(self.objects.len());
        self.objects.push(object);
    }

    fn top(&self) -> Result<Id, String> {
        self.stack.last().copied().ok_or_else(|| UNDERFLOW.into())
    }

    fn pop(&mut self) -> Result<Id, String> {
        self.stack.pop().ok_or_else(|| UNDERFLOW.into())
    }

    fn pop_to_mark(&mut self) -> Result<Vec<Id>, String> {
        let mark = self.marks.pop().filter(|&mark| mark <= self.stack.len());
        Ok(self.stack.split_off(mark.ok_or("no mark on the stack")?))
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], String> {
        let (head, rest) = self.input.split_first_chunk().ok_or("the input ends")?;
        self.input = rest;
        Ok(*head)
    }

    fn take_slice(&mut self, length: usize) -> Result<&[u8], String> {
        let (head, rest) = self.input.split_at_checked(length).ok_or("the input ends")?;
        self.input = rest;
        Ok(head)
    }

    fn line(&mut self) -> Result<String, String> {
        let end = self.input.iter().position(|&byte| byte == b'\n').ok_or("the input ends")?;
        let line = String::from_utf8_lossy(&self.input[..end]).into_owned();
        self.input = &self.input[end + 1..];
        Ok(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dict_by_hand() {
        // {"a": (1, -2, 300)}: PROTO 2, EMPTY_DICT, BINUNICODE, BININT1, BININT, LONG1, TUPLE3, SETITEM, STOP
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
        for bytes in
            [&b""[..], b".", b"t.", b"(.", b"\x87.", b"X\xff\xff\xff\xffa", b"h\0.", b"K\x01s."]
        {
            assert!(Pickle::parse(bytes).is_err(), "{bytes:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn arbitrary_bytes_give_an_error_or_a_pickle(bytes: Vec<u8>) {
            let _ = Pickle::parse(&bytes);
        }
    }
}
