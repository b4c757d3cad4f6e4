//! What the start tag of each element says.

use std::ops::Range;
use std::rc::Rc;

use crate::block::MarkKind;
use crate::speech::{AudioClip, Break, BreakStrength, Prosody, SayAs};
use crate::time::parse_time;

use super::attributes::{Attributes, Value};
use super::builder::Gap;
use super::context::Context;
use super::element::Element;
use super::end::End;
use super::limits::MAX_BREAK;
use super::notes::Notes;
use super::phonemes::phonemes;
use super::prosody::{limited, with_emphasis, with_pitch, with_rate, with_volume};
use super::state::Said;
use super::voice;

/// Where `mstts:silence` asks for silence.
pub(super) enum Silence {
    /// Where it stands.
    Here(Break),
    /// Where the element that it stands in ends.
    AtEnd(Break),
}

/// Does what the start tag of an element says, and returns what is done at its end.
pub(super) fn open(element: Element, attributes: &mut Attributes, context: &mut Context) -> End {
    let tag = attributes.tag.clone();
    let language = language(attributes, context);
    let has_language = language.is_some();
    let language = language.flatten();
    let from = context.text.here();
    match element {
        Element::Speak | Element::Paragraph => {
            context.text.end_paragraph();
            return End::Paragraph;
        }
        Element::Sentence => {
            context.text.end_sentence();
            return End::Sentence;
        }
        Element::Break => {
            context.text.point(MarkKind::Break(pause(attributes, &mut context.notes)), tag);
            context.text.divide(Gap::Word);
        }
        Element::Bookmark => bookmark(attributes, context),
        Element::Phoneme => {
            if let Some((phonemes, value)) = phonemes(attributes, &mut context.notes) {
                return End::Phonemes { from, phonemes, value: value.source, tag };
            }
        }
        Element::SayAs => return say_as(attributes, from, &mut context.notes),
        Element::Sub => return alias(attributes, &mut context.notes),
        Element::Emphasis => {
            let level = attributes.take_word("level");
            emphasize(level, tag, context);
        }
        Element::Prosody => prosody(attributes, context),
        Element::Voice => {
            let around = context.state.voice.as_deref();
            let choice = voice::choice(attributes, language.as_deref(), around, &mut context.notes);
            if let Some(choice) = choice {
                context.state.voice = Some(Rc::new(choice));
                context.text.speak_as(context.state.voice.as_ref());
            }
        }
        Element::Language if !has_language => {
            context.notes.warn("lang has no xml:lang", tag);
        }
        Element::Audio => return audio(attributes, context),
        Element::Token => {
            context.text.divide(Gap::Word);
            return End::Gap(Gap::Word);
        }
        _ => {}
    }
    End::Nothing
}

/// Takes the language that an element gives its text, which is then the one at this place; an empty
/// one takes back what was said around it. None if the element has none.
fn language(attributes: &mut Attributes, context: &mut Context) -> Option<Option<String>> {
    let has_own = matches!(attributes.element, "voice" | "say-as");
    let own = if has_own { attributes.take("language") } else { None };
    let Value { text, source, .. } = attributes.take("xml:lang").or(own)?;
    let tag = text.trim().replace('_', "-");
    if !tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        context.notes.warn(format!("{tag:?} is no language tag, such as en-GB"), source);
        return Some(None);
    }
    let value = (!tag.is_empty()).then(|| Rc::from(tag.as_str()));
    context.state.language = Said { value, source: attributes.tag.clone() };
    Some((!tag.is_empty()).then_some(tag))
}

/// The pause that `break` asks for: its time, or else its strength, or else a medium one.
fn pause(attributes: &mut Attributes, notes: &mut Notes) -> Break {
    let strength = attributes.take_word("strength").and_then(|value| {
        let strength = strength(&value.text);
        if strength.is_none() {
            let message = format!("{:?} is no strength of a break", value.text);
            notes.warn(message, value.source);
        }
        strength
    });
    let strength = Break::Strength(strength.unwrap_or(BreakStrength::Medium));
    let time = attributes.take_word("time").and_then(|value| time(&value, notes));
    time.unwrap_or(strength)
}

fn strength(name: &str) -> Option<BreakStrength> {
    Some(match name.to_ascii_lowercase().as_str() {
        "none" => BreakStrength::None,
        "x-weak" => BreakStrength::XWeak,
        "weak" => BreakStrength::Weak,
        "medium" => BreakStrength::Medium,
        "strong" => BreakStrength::Strong,
        "x-strong" => BreakStrength::XStrong,
        _ => return None,
    })
}

/// The pause of this time, which may not be too long.
fn time(value: &Value, notes: &mut Notes) -> Option<Break> {
    let Some(time) = parse_time(&value.text) else {
        let message = format!("{:?} is no time, such as 500ms or 1.5s", value.text);
        notes.warn(message, value.source.clone());
        return None;
    };
    if time > MAX_BREAK {
        let message = format!("a pause of {} is cut to {MAX_BREAK:?}", value.text);
        notes.warn(message, value.source.clone());
    }
    Some(Break::Time(time.min(MAX_BREAK)))
}

/// A bookmark: `<mark name="…"/>`, or Azure's `<bookmark mark="…"/>`.
fn bookmark(attributes: &mut Attributes, context: &mut Context) {
    let attribute = if attributes.element == "bookmark" { "mark" } else { "name" };
    match attributes.take_word(attribute) {
        Some(name) => context.text.point(MarkKind::Bookmark(name.text), attributes.tag.clone()),
        None => {
            let message = format!("{} has no {attribute}", attributes.element);
            context.notes.warn(message, attributes.tag.clone());
        }
    }
}

fn say_as(attributes: &mut Attributes, from: usize, notes: &mut Notes) -> End {
    let tag = attributes.tag.clone();
    let mut word = |name| attributes.take_word(name).map(|value| value.text);
    let (interpret_as, format, detail) = (word("interpret-as"), word("format"), word("detail"));
    // Google says with it how zeros of a telephone number are said.
    let detail = word("google:style").or(detail);
    let Some(interpret_as) = interpret_as else {
        notes.warn("say-as has no interpret-as, so its text is read as any other", tag);
        return End::Nothing;
    };
    let say_as = SayAs { interpret_as, format, detail };
    End::SayAs { from, say_as, tag }
}

/// What `sub` says instead of its text.
fn alias(attributes: &mut Attributes, notes: &mut Notes) -> End {
    match attributes.take("alias") {
        Some(alias) => {
            let content = attributes.tag.end;
            End::Alias { alias: alias.text, value: alias.source, content }
        }
        None => {
            notes.warn("sub has no alias, so its text is read", attributes.tag.clone());
            End::Nothing
        }
    }
}

fn audio(attributes: &mut Attributes, context: &mut Context) -> End {
    let tag = attributes.tag.clone();
    // How a sound is fetched and kept.
    for name in ["fetchtimeout", "fetchhint", "maxage", "maxstale"] {
        attributes.take(name);
    }
    context.text.divide(Gap::Word);
    match attributes.take_word("src") {
        Some(src) => {
            End::Audio { from: context.text.here(), clip: AudioClip { src: src.text }, tag }
        }
        None => {
            context.notes.warn("audio has no src, so its text is read", tag);
            End::Gap(Gap::Word)
        }
    }
}

fn emphasize(level: Option<Value>, tag: Range<usize>, context: &mut Context) {
    let around = context.state.prosody.value;
    let name = level.as_ref().map_or("moderate", |level| &level.text);
    let inside = with_emphasis(around, name).or_else(|| {
        let source = level.as_ref().map_or(tag.clone(), |level| level.source.clone());
        context.notes.warn(format!("{name:?} is no level of emphasis"), source);
        with_emphasis(around, "moderate")
    });
    set(inside.unwrap_or(around), tag, context);
}

fn prosody(attributes: &mut Attributes, context: &mut Context) {
    let mut prosody = context.state.prosody.value;
    type Apply = fn(Prosody, &str) -> Option<Prosody>;
    let all: [(&str, Apply); 3] =
        [("rate", with_rate), ("pitch", with_pitch), ("volume", with_volume)];
    for (name, apply) in all {
        let Some(value) = attributes.take_word(name) else { continue };
        match apply(prosody, &value.text) {
            Some(changed) => prosody = changed,
            None => {
                let message = format!("{:?} is no {name}", value.text);
                context.notes.warn(message, value.source);
            }
        }
    }
    set(prosody, attributes.tag.clone(), context);
}

/// Makes `prosody` the one at this place, as far as it can be spoken.
fn set(prosody: Prosody, tag: Range<usize>, context: &mut Context) {
    let value = limited(prosody);
    if value != prosody {
        let message = "rate, pitch or volume is beyond what can be spoken, and is limited";
        context.notes.warn(message, tag.clone());
    }
    if value != context.state.prosody.value {
        context.state.prosody = Said { value, source: tag };
    }
}

/// The silence that `mstts:silence` asks for; none, with a warning, if its place is none in the
/// text.
pub(super) fn silence(attributes: &mut Attributes, notes: &mut Notes) -> Option<Silence> {
    let Some(value) = attributes.take_word("value") else {
        notes.warn("mstts:silence has no value", attributes.tag.clone());
        return None;
    };
    let time = time(&value, notes)?;
    let kind = attributes.take_word("type");
    let name = kind.as_ref().map(|kind| kind.text.to_ascii_lowercase()).unwrap_or_default();
    match name.as_str() {
        "leading" | "leading-exact" => Some(Silence::Here(time)),
        "tailing" | "tailing-exact" => Some(Silence::AtEnd(time)),
        _ => {
            let kind = kind.map(|kind| kind.text).unwrap_or_default();
            let message = format!("mstts:silence of the type {kind:?} is not supported");
            notes.warn_once(message, attributes.tag.clone());
            None
        }
    }
}
