//! UniDic in MeCab's compiled form, for those who pack it (MeCab 0.996: dictionary.cpp,
//! char_property.cpp and connector.cpp say how the files are made). All numbers are little-endian.

use crate::{Class, Kind, Source, Word};

/// The contents of a dictionary's files.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// `sys.dic`: the words.
    pub words: &'a [u8],
    /// `unk.dic`: how unknown words of each class are taken.
    pub unknown: &'a [u8],
    /// `char.bin`: the classes of characters.
    pub characters: &'a [u8],
    /// `matrix.bin`: what it costs that one word follows another.
    pub matrix: &'a [u8],
}

/// Why files are not UniDic's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MecabError {
    /// A file is not of the form that was expected.
    #[error("{file} is damaged, or no file of UniDic")]
    File {
        /// Its name.
        file: &'static str,
    },
    /// The classes of unknown words are not those of characters.
    #[error("unk.dic has a class that char.bin lacks")]
    Class,
}

/// Where the pronunciation stands among the features of a word, and its spelling in kana.
const PRONUNCIATION: usize = 9;
const KANA: usize = 17;

/// What the files say. Of each word only what speech needs is kept: its surface, its context (which
/// in UniDic is the same on both sides), its cost and its pronunciation.
///
/// # Errors
/// [`MecabError`] if the files are not UniDic's.
pub fn source(files: &Files<'_>) -> Result<Source, MecabError> {
    let damaged = |file| MecabError::File { file };
    let (names, kinds) = characters(files.characters).ok_or(damaged("char.bin"))?;
    let mut source = Source { characters: kinds, ..Source::default() };
    let mut classes_known = true;
    words(files.unknown, |entry| {
        match names.iter().position(|name| name.as_bytes() == entry.surface) {
            Some(class) => source.unknown.get_mut(class)?.push((entry.context, entry.cost)),
            None => classes_known = false,
        }
        Some(())
    })
    .ok_or(damaged("unk.dic"))?;
    if !classes_known {
        return Err(MecabError::Class);
    }
    words(files.words, |entry| {
        source.words.push(word(entry)?);
        Some(())
    })
    .ok_or(damaged("sys.dic"))?;
    (source.contexts, source.costs) = matrix(files.matrix).ok_or(damaged("matrix.bin"))?;
    Ok(source)
}

fn word(entry: Entry<'_>) -> Option<Word> {
    let surface = String::from_utf8(entry.surface.to_vec()).ok()?;
    let features = fields(std::str::from_utf8(entry.features).ok()?);
    let feature = |number: usize| {
        features.get(number).filter(|feature| !matches!(feature.as_str(), "" | "*")).cloned()
    };
    let reading = feature(PRONUNCIATION).or_else(|| feature(KANA));
    Some(Word { surface, context: entry.context, cost: entry.cost, reading })
}

/// Bytes of the header of a dictionary: ten numbers and the name of its character set.
const HEADER: usize = 72;
/// Where the header has the sizes of the double array, the tokens and the features.
const SIZES: usize = 24;
/// Bytes of a token: u16 left context, u16 right context, u16 part of speech, i16 cost, u32 place
/// of its features, u32 that is not used.
const TOKEN: usize = 16;
/// Bytes of the name of a class of characters.
const NAME: usize = 32;

/// A word of a dictionary.
struct Entry<'a> {
    surface: &'a [u8],
    context: u16,
    cost: i16,
    features: &'a [u8],
}

/// Gives the words of a dictionary to `take`, those of one surface in the order of their tokens.
/// None if the bytes end early, if a word has two contexts, or if `take` refuses one.
fn words(bytes: &[u8], mut take: impl FnMut(Entry<'_>) -> Option<()>) -> Option<()> {
    let size = |number: usize| Some(u32_at(bytes, SIZES + 4 * number)? as usize);
    let (array, rest) = bytes.get(HEADER..)?.split_at_checked(size(0)?)?;
    let (tokens, features) = rest.split_at_checked(size(1)?)?;
    for (surface, value) in surfaces(array)? {
        let (first, count) = (value as usize >> 8, value as usize & 0xff);
        for token in tokens.chunks(TOKEN).skip(first).take(count) {
            let features = features.get(u32_at(token, 8)? as usize..)?;
            let end = features.iter().position(|byte| *byte == 0)?;
            let context = u16_at(token, 0).filter(|left| u16_at(token, 2) == Some(*left))?;
            take(Entry {
                surface: &surface,
                context,
                cost: u16_at(token, 6)?.cast_signed(),
                features: &features[..end],
            })?;
        }
    }
    Some(())
}

/// The keys of a double array of Darts, and their values. A unit is an i32 base and the u32 base of
/// its parent; the child by byte b of a node of base B is the unit B + b + 1, the value of the key
/// that ends there is in the unit B, as -1 - value.
fn surfaces(array: &[u8]) -> Option<Vec<(Vec<u8>, u32)>> {
    let units: Vec<(i32, u32)> = array
        .chunks(8)
        .map(|unit| Some((u32_at(unit, 0)?.cast_signed(), u32_at(unit, 4)?)))
        .collect::<Option<_>>()?;
    let mut found = Vec::new();
    let mut stack = vec![(units.first()?.0, Vec::new())];
    while let Some((base, key)) = stack.pop() {
        let parent = u32::try_from(base).ok()?;
        for child in 0..=256 {
            let Some(&(next, check)) = units.get(parent as usize + child) else { break };
            if check != parent || next == 0 {
                continue;
            }
            match u8::try_from(child as i32 - 1) {
                Err(_) if next < 0 => found.push((key.clone(), (-1 - next).cast_unsigned())),
                Err(_) => {}
                Ok(byte) => stack.push((next, [&key[..], &[byte]].concat())),
            }
        }
    }
    Some(found)
}

/// The names of the classes of characters, and the kind of each character.
fn characters(bytes: &[u8]) -> Option<(Vec<String>, Vec<Kind>)> {
    let count = u32_at(bytes, 0)? as usize;
    let (names, kinds) = bytes.get(4..)?.split_at_checked(NAME * count)?;
    let name = |name: &[u8]| String::from_utf8(name.split(|byte| *byte == 0).next()?.into()).ok();
    let names = names.chunks(NAME).map(name).collect::<Option<_>>()?;
    let kind = |kind: &[u8]| {
        let bits = u32_at(kind, 0)?;
        Some(Kind {
            classes: bits & 0x3_ffff,
            class: *Class::ALL.get((bits >> 18 & 0xff) as usize)?,
            length: (bits >> 26 & 0xf) as u8,
            group: bits >> 30 & 1 == 1,
            invoke: bits >> 31 == 1,
        })
    };
    let mut kinds: Vec<Kind> = kinds.chunks(4).map(kind).collect::<Option<_>>()?;
    let last = *kinds.last()?;
    kinds.resize(1 << 16, last); // MeCab has none for U+FFFF, which is no character
    Some((names, kinds))
}

/// The number of contexts, and the costs.
fn matrix(bytes: &[u8]) -> Option<(usize, Vec<i16>)> {
    let contexts = u16_at(bytes, 0).filter(|left| u16_at(bytes, 2) == Some(*left))?;
    let costs = bytes.get(4..)?.chunks(2).map(|cost| Some(u16_at(cost, 0)?.cast_signed()));
    Some((contexts.into(), costs.collect::<Option<_>>()?))
}

/// The fields of a line of comma-separated values.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => fields.last_mut().expect("it is never empty").push(c),
        }
    }
    fields
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
