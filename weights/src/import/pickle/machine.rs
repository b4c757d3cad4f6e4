//! The machine that runs the opcodes of a pickle.

use std::collections::HashMap;

use super::object::{Id, Object};
use crate::error::PickleFault;

/// The pickle virtual machine: a stack with marks, and a memo.
#[derive(Default)]
pub(super) struct Machine<'a> {
    input: &'a [u8],
    objects: Vec<Object>,
    stack: Vec<Id>,
    marks: Vec<usize>,
    memo: HashMap<u32, Id>,
}

impl<'a> Machine<'a> {
    pub(super) fn new(input: &'a [u8]) -> Self {
        Self { input, ..Self::default() }
    }

    /// Bytes that are not read yet.
    pub(super) fn left(&self) -> usize {
        self.input.len()
    }

    /// All objects that were made; ids are indices of this list.
    pub(super) fn into_objects(self) -> Vec<Object> {
        self.objects
    }

    /// Runs one opcode. The last one gives the root object.
    pub(super) fn step(&mut self) -> Result<Option<Id>, PickleFault> {
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
                let text = std::str::from_utf8(text).map_err(|_| PickleFault::NotUtf8)?;
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
                let items = self.stack.split_off(start.ok_or(PickleFault::StackUnderflow)?);
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
                let start = self.stack.len().checked_sub(2).ok_or(PickleFault::StackUnderflow)?;
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
            _ => return Err(PickleFault::Opcode { opcode }),
        }
        Ok(None)
    }

    /// LONG1: a length byte, then as many bytes of a number in two's complement, little-endian.
    /// PyTorch writes the numbers of elements so.
    fn long(&mut self) -> Result<(), PickleFault> {
        let [length] = self.take()?;
        let bytes = self.take_slice(length.into())?;
        let negative = bytes.last().is_some_and(|&byte| byte >= 0x80);
        let mut wide = [if negative { 0xff } else { 0 }; 8];
        wide.get_mut(..bytes.len()).ok_or(PickleFault::WideInteger)?.copy_from_slice(bytes);
        self.push(Object::Int(i64::from_le_bytes(wide)));
        Ok(())
    }

    fn call(&mut self) -> Result<(), PickleFault> {
        let arguments = self.pop()?;
        let callable = self.pop()?;
        let is_ordered_dict = match &self.objects[callable] {
            Object::Global(name) => name == "collections.OrderedDict",
            _ => false,
        };
        self.push(if is_ordered_dict {
            Object::Dict(vec![])
        } else {
            Object::Call { callable, arguments }
        });
        Ok(())
    }

    fn extend(&mut self, items: Vec<Id>) -> Result<(), PickleFault> {
        let top = self.top()?;
        match &mut self.objects[top] {
            Object::Sequence(list) => list.extend(items),
            _ => return Err(PickleFault::NotAList),
        }
        Ok(())
    }

    fn set_items(&mut self, items: Vec<Id>) -> Result<(), PickleFault> {
        let top = self.top()?;
        match &mut self.objects[top] {
            Object::Dict(dict) => {
                let (pairs, []) = items.as_chunks() else { return Err(PickleFault::OddItems) };
                dict.extend(pairs.iter().map(|&[key, value]| (key, value)));
            }
            _ => return Err(PickleFault::NotADict),
        }
        Ok(())
    }

    fn recall(&mut self, key: u32) -> Result<(), PickleFault> {
        let id = *self.memo.get(&key).ok_or(PickleFault::NotStored { key })?;
        self.stack.push(id);
        Ok(())
    }

    fn push(&mut self, object: Object) {
        self.stack.push(self.objects.len());
        self.objects.push(object);
    }

    fn top(&self) -> Result<Id, PickleFault> {
        self.stack.last().copied().ok_or(PickleFault::StackUnderflow)
    }

    fn pop(&mut self) -> Result<Id, PickleFault> {
        self.stack.pop().ok_or(PickleFault::StackUnderflow)
    }

    fn pop_to_mark(&mut self) -> Result<Vec<Id>, PickleFault> {
        let mark = self.marks.pop().filter(|&mark| mark <= self.stack.len());
        Ok(self.stack.split_off(mark.ok_or(PickleFault::NoMark)?))
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], PickleFault> {
        let (head, rest) = self.input.split_first_chunk().ok_or(PickleFault::Truncated)?;
        self.input = rest;
        Ok(*head)
    }

    fn take_slice(&mut self, length: usize) -> Result<&[u8], PickleFault> {
        let (head, rest) = self.input.split_at_checked(length).ok_or(PickleFault::Truncated)?;
        self.input = rest;
        Ok(head)
    }

    fn line(&mut self) -> Result<String, PickleFault> {
        let end =
            self.input.iter().position(|&byte| byte == b'\n').ok_or(PickleFault::Truncated)?;
        let line = String::from_utf8_lossy(&self.input[..end]).into_owned();
        self.input = &self.input[end + 1..];
        Ok(line)
    }
}
