//! Which start tags are heeded, and which only warned of.

use crate::block::MarkKind;

use super::attributes::Attributes;
use super::builder::Gap;
use super::context::Context;
use super::element::Element;
use super::end::End;
use super::open::{Silence, open, silence};
use super::stack::Stack;

/// Does what a start tag says, if it may be heeded where it stands, and returns what is done at the
/// end of its element.
pub(super) fn heed<'a>(
    element: Element,
    mut attributes: Attributes<'a>,
    stack: &mut Stack<'a>,
    context: &mut Context<'a>,
) -> End {
    let (silent, piece) = (stack.silent(), stack.piece());
    if let Some(outer) = silent.or(piece.filter(|_| element.divides())) {
        return pass_over(element, &attributes, outer, silent.is_some(), context);
    }
    let (name, tag) = (attributes.element, attributes.tag.clone());
    let notes = &mut context.notes;
    match element {
        Element::Unspoken if name == "desc" => {}
        Element::Unspoken | Element::Data => {
            notes.warn_once(format!("{name} is not supported"), tag);
        }
        Element::Unsupported => {
            notes.warn_once(format!("{name} is not supported; its text is read"), tag);
        }
        Element::Unknown => {
            notes.warn_once(format!("{name} is no element of SSML; its text is read"), tag);
        }
        Element::Silence => set_silence(&mut attributes, stack, context),
        _ => {
            if element == Element::Speak && !stack.is_empty() {
                notes.warn_once("speak within speak is a paragraph".to_owned(), tag);
            }
            let end = open(element, &mut attributes, context);
            attributes.warn_of_rest(&mut context.notes);
            return end;
        }
    }
    End::Nothing
}

/// Warns that a tag is not heeded within the element `outer`, whose text is `silent` or one piece.
fn pass_over(
    element: Element,
    attributes: &Attributes,
    outer: &str,
    silent: bool,
    context: &mut Context,
) -> End {
    if outer != "metadata" {
        let message = format!("{} within {outer} is not heeded", attributes.element);
        context.notes.warn_once(message, attributes.tag.clone());
    }
    if silent || element == Element::Voice {
        return End::Nothing;
    }
    // A paragraph or a sentence still divides words.
    context.text.divide(Gap::Space);
    End::Gap(Gap::Space)
}

/// Sets the pause that `mstts:silence` asks for.
fn set_silence(attributes: &mut Attributes, stack: &mut Stack, context: &mut Context) {
    let source = attributes.tag.clone();
    match (silence(attributes, &mut context.notes), stack.last_mut()) {
        (Some(Silence::AtEnd(pause)), Some(around)) => {
            around.set_last(MarkKind::Break(pause), source);
        }
        (Some(Silence::Here(pause) | Silence::AtEnd(pause)), _) => {
            context.text.point(MarkKind::Break(pause), source);
        }
        (None, _) => {}
    }
}
