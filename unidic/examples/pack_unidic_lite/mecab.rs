//! The compiled files of a MeCab dictionary (MeCab 0.996: dictionary.cpp, char_property.cpp,
//! connector.cpp say how they are made). All numbers are little-endian.

use unidic::{Class, Kind};

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
pub struct Entry {
    pub surface: Vec<u8>,
    pub context: u16,
    pub cost: i16,
    pub features: Vec<u8>,
}

/// The words of a dictionary, those of one surface in the order of their tokens. None if the bytes
/// end early, or if a word has two contexts.
pub fn words(bytes: &[u8]) -> Option<Vec<Entry>> {
    let size = |number: usize| Some(u32_at(bytes, SIZES + 4 * number)? as usize);
    let (array, rest) = bytes.get(HEADER..)?.split_at_checked(size(0)?)?;
    let (tokens, features) = rest.split_at_checked(size(1)?)?;
    let mut entries = Vec::new();
    for (surface, value) in surfaces(array)? {
        let (first, count) = (value as usize >> 8, value as usize & 0xff);
        for token in tokens.chunks(TOKEN).skip(first).take(count) {
            let features = features.get(u32_at(token, 8)? as usize..)?;
            let end = features.iter().position(|byte| *byte == 0)?;
            let context = u16_at(token, 0).filter(|left| u16_at(token, 2) == Some(*left))?;
            entries.push(Entry {
                surface: surface.clone(),
                context,
                cost: u16_at(token, 6)?.cast_signed(),
                features: features[..end].to_vec(),
            });
        }
    }
    Some(entries)
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
pub fn characters(bytes: &[u8]) -> Option<(Vec<String>, Vec<Kind>)> {
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
pub fn matrix(bytes: &[u8]) -> Option<(usize, Vec<i16>)> {
    let contexts = u16_at(bytes, 0).filter(|left| u16_at(bytes, 2) == Some(*left))?;
    let costs = bytes.get(4..)?.chunks(2).map(|cost| Some(u16_at(cost, 0)?.cast_signed()));
    Some((contexts.into(), costs.collect::<Option<_>>()?))
}

/// The fields of a line of comma-separated values.
pub fn fields(line: &str) -> Vec<String> {
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
