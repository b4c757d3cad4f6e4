//! What kinds of characters there are, and what a segmenter does where one begins a word that no
//! dictionary has. This is `char.def` of a MeCab dictionary.

use crate::bytes::{u16_at, u32_at};

/// The classes of characters of UniDic, in the order of its `char.def`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// None of the others.
    Default,
    /// Spaces, which stand between words.
    Space,
    /// Chinese characters.
    Kanji,
    /// Signs and punctuation.
    Symbol,
    /// Digits.
    Numeric,
    /// Latin letters.
    Alpha,
    /// Hiragana.
    Hiragana,
    /// Katakana.
    Katakana,
    /// Chinese characters for numbers.
    KanjiNumeric,
    /// Greek letters.
    Greek,
    /// Cyrillic letters.
    Cyrillic,
}

impl Class {
    /// All, in their order.
    pub const ALL: [Self; 11] = [
        Self::Default,
        Self::Space,
        Self::Kanji,
        Self::Symbol,
        Self::Numeric,
        Self::Alpha,
        Self::Hiragana,
        Self::Katakana,
        Self::KanjiNumeric,
        Self::Greek,
        Self::Cyrillic,
    ];
}

/// What holds for a kind of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// The classes to which it belongs, a bit for each.
    pub classes: u32,
    /// The class whose tokens an unknown word gets that begins with it.
    pub class: Class,
    /// Up to how many characters of its classes are tried as an unknown word.
    pub length: u8,
    /// Whether all characters that follow and share a class are tried as one unknown word.
    pub group: bool,
    /// Whether unknown words are tried also where known ones are found.
    pub invoke: bool,
}

impl Kind {
    /// Whether both kinds have a class in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.classes & other.classes != 0
    }
}

/// The kind of each character up to U+FFFF. Those beyond have the kind of U+0000, as in MeCab.
pub(crate) struct Characters {
    kinds: Vec<Kind>,
    of: Vec<u8>,
}

/// Bytes of a kind: u32 classes, u8 class, u8 length, u8 group, u8 invoke.
const KIND: usize = 8;
/// Bytes of a run: u16 first character, u16 kind.
const RUN: usize = 4;
const CHARACTERS: usize = 1 << 16;

impl Characters {
    /// Unpacks the kinds and the runs of characters of the same kind.
    pub(crate) fn new(kinds: &[u8], runs: &[u8]) -> Option<Self> {
        let kinds: Vec<Kind> = kinds.chunks(KIND).map(unpack_kind).collect::<Option<_>>()?;
        let mut of = Vec::with_capacity(CHARACTERS);
        for run in runs.chunks(RUN).rev() {
            let (first, kind) = (usize::from(u16_at(run, 0)?), u16_at(run, 2)?);
            let kind = u8::try_from(kind).ok().filter(|kind| usize::from(*kind) < kinds.len())?;
            of.resize((CHARACTERS - first).max(of.len()), kind);
        }
        of.reverse();
        (of.len() == CHARACTERS).then_some(Self { kinds, of })
    }

    /// The kind of a character.
    pub(crate) fn kind(&self, c: char) -> Kind {
        let code = u16::try_from(u32::from(c)).unwrap_or(0);
        self.kinds[usize::from(self.of[usize::from(code)])]
    }
}

fn unpack_kind(bytes: &[u8]) -> Option<Kind> {
    let [class, length, group, invoke] = *bytes.get(4..)?.first_chunk()?;
    let class = *Class::ALL.get(usize::from(class))?;
    Some(Kind { classes: u32_at(bytes, 0)?, class, length, group: group != 0, invoke: invoke != 0 })
}

/// Packs the kinds, and the kind of each character from U+0000 to U+FFFF, as two parts.
pub(crate) fn pack_characters(of: &[Kind]) -> [Vec<u8>; 2] {
    let mut kinds: Vec<Kind> = Vec::new();
    let (mut packed, mut runs) = (Vec::new(), Vec::new());
    let mut last = None;
    for (code, kind) in of.iter().enumerate().take(CHARACTERS) {
        let number = kinds.iter().position(|known| known == kind).unwrap_or_else(|| {
            kinds.push(*kind);
            packed.extend(kind.classes.to_le_bytes());
            packed.extend([kind.class as u8, kind.length, kind.group.into(), kind.invoke.into()]);
            kinds.len() - 1
        });
        if last != Some(number) {
            runs.extend((code as u16).to_le_bytes());
            runs.extend((number as u16).to_le_bytes());
            last = Some(number);
        }
    }
    [packed, runs]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_come_back() {
        let kind = |class: Class| Kind {
            classes: 1 << class as u32,
            class,
            length: 2,
            group: class == Class::Katakana,
            invoke: false,
        };
        let class = |code: usize| match code {
            0x20 => Class::Space,
            0x30a0..0x3100 => Class::Katakana,
            _ => Class::Default,
        };
        let of: Vec<Kind> = (0..CHARACTERS).map(|code| kind(class(code))).collect();
        let [kinds, runs] = pack_characters(&of);
        assert_eq!(runs.len(), 5 * RUN);
        let read = Characters::new(&kinds, &runs).unwrap();
        for c in ['\0', ' ', 'a', 'ゟ', '゠', 'ア', 'ヿ', '\u{3100}', '\u{ffff}'] {
            assert_eq!(read.kind(c), of[c as usize], "{c:?}");
        }
        assert_eq!(read.kind('😀'), of[0]);
        assert!(Characters::new(&kinds, &[]).is_none());
        assert!(Characters::new(&kinds[..8], &runs).is_none());
    }
}
