//! The attributes of an element, by name.

use std::ops::Range;

use super::notes::Notes;
use super::reference;
use super::tag::Tag;

/// The attributes of one element that have not been asked for yet.
#[derive(Debug)]
pub(super) struct Attributes<'a> {
    /// The name of the element.
    pub(super) element: &'a str,
    /// The bytes of the tag.
    pub(super) tag: Range<usize>,
    rest: Vec<Value<'a>>,
}

/// The value of an attribute.
#[derive(Debug, Clone)]
pub(super) struct Value<'a> {
    name: &'a str,
    pub(super) text: String,
    /// The bytes between the quotation marks.
    pub(super) source: Range<usize>,
}

impl<'a> Attributes<'a> {
    /// The attributes of `tag`; of two of one name, the first.
    pub(super) fn new(
        input: &'a str,
        tag: &Tag,
        span: Range<usize>,
        notes: &mut Notes,
    ) -> Attributes<'a> {
        let value = |attribute: &super::tag::Attribute| Value {
            name: &input[attribute.name.clone()],
            text: reference::value(input, attribute.value.clone(), notes),
            source: attribute.value.clone(),
        };
        let rest = tag.attributes.iter().map(value).collect();
        Self { element: &input[tag.name.clone()], tag: span, rest }
    }

    /// Takes the attribute `name` out.
    pub(super) fn take(&mut self, name: &str) -> Option<Value<'a>> {
        let at = self.rest.iter().position(|value| value.name == name)?;
        let value = self.rest.remove(at);
        self.rest.retain(|value| value.name != name);
        Some(value)
    }

    /// Takes the attribute `name` out, whose value is trimmed; none if it is empty.
    pub(super) fn take_word(&mut self, name: &str) -> Option<Value<'a>> {
        let value = self.take(name)?;
        let text = value.text.trim().to_owned();
        (!text.is_empty()).then_some(Value { text, ..value })
    }

    /// The prefixes that are bound to SSML's namespace.
    pub(super) fn prefixes(&self) -> impl Iterator<Item = &'a str> {
        let bound = self.rest.iter().filter(|value| value.text.trim() == NAMESPACE);
        bound.filter_map(|value| value.name.strip_prefix("xmlns:"))
    }

    /// Warns of those that were not asked for.
    pub(super) fn warn_of_rest(self, notes: &mut Notes) {
        for value in &self.rest {
            if !has_no_effect(value.name) {
                let Value { name, source, .. } = value;
                let message = format!("the attribute {name} of {} is not supported", self.element);
                notes.warn_once(message, source.clone());
            }
        }
    }
}

/// The namespace of SSML's elements.
const NAMESPACE: &str = "http://www.w3.org/2001/10/synthesis";

/// Whether an attribute says nothing about speech.
fn has_no_effect(name: &str) -> bool {
    let prefixes = ["xmlns:", "xsi:"];
    matches!(name, "xmlns" | "version" | "xml:id" | "id" | "xml:space")
        || prefixes.iter().any(|prefix| name.starts_with(prefix))
}
