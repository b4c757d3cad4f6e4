//! `moov`: what the track is, and where its units are (ISO/IEC 14496-12, 8.2 to 8.6).

use super::boxes::{boxed, full, group, numbers};
use crate::aac::FRAME;
use crate::tags::{Field, Tags};

/// Units of a chunk: about a second at 24 kHz.
const CHUNK: usize = 24;

/// The only track.
pub(super) struct Track {
    /// Samples per second, the unit of all durations.
    pub(super) rate: u32,
    /// `AudioSpecificConfig`.
    pub(super) config: Vec<u8>,
    pub(super) tags: Tags,
}

/// Where the units of a file are.
#[derive(Default)]
pub(super) struct Index {
    sizes: Vec<u32>,
    /// Bytes of all units.
    pub(super) bytes: u64,
    /// Where each chunk begins, counted from the first unit.
    chunks: Vec<u64>,
}

impl Index {
    pub(super) fn add(&mut self, unit: &[u8]) {
        if self.sizes.len().is_multiple_of(CHUNK) {
            self.chunks.push(self.bytes);
        }
        self.sizes.push(unit.len() as u32);
        self.bytes += unit.len() as u64;
    }

    /// Bytes of the index itself, at most.
    pub(super) fn room(&self) -> u64 {
        const OF_THE_REST: u64 = 1 << 16; // headers and tags
        4 * (self.sizes.len() + self.chunks.len()) as u64 + OF_THE_REST
    }

    /// The tables, of a file whose first unit is at `place`.
    fn tables(&self, place: u64) -> Vec<Vec<u8>> {
        let units = self.sizes.len() as u32;
        let (full_chunks, rest) = (units / CHUNK as u32, units % CHUNK as u32);
        // Runs of chunks with as many units: the first chunk, the units, the description.
        let mut runs = Vec::new();
        if full_chunks > 0 {
            runs.push([1, CHUNK as u32, 1]);
        }
        if rest > 0 {
            runs.push([full_chunks + 1, rest, 1]);
        }
        let runs = [&[runs.len() as u32], runs.as_flattened()].concat();
        let chunks: Vec<u32> = self.chunks.iter().map(|chunk| (place + chunk) as u32).collect();
        vec![
            full(b"stts", 0, &numbers(&[1, units, FRAME])),
            full(b"stsc", 0, &numbers(&runs)),
            full(b"stsz", 0, &numbers(&[&[0, units], &self.sizes[..]].concat())),
            full(b"stco", 0, &numbers(&[&[chunks.len() as u32], &chunks[..]].concat())),
        ]
    }
}

/// `moov` of a file of `samples` samples whose first unit is at `place`.
pub(super) fn with_index(track: &Track, index: &Index, samples: u64, place: u64) -> Vec<u8> {
    let media = index.sizes.len() as u64 * u64::from(FRAME);
    let lengths = Lengths { samples: samples as u32, media: media as u32 };
    movie(track, lengths, index.tables(place), Vec::new())
}

/// `moov` of a stream: its tables are empty, and fragments follow.
pub(super) fn without_index(track: &Track) -> Vec<u8> {
    let empty = |name| full(name, 0, &numbers(&[0]));
    let sizes = full(b"stsz", 0, &numbers(&[0, 0]));
    let tables = vec![empty(b"stts"), empty(b"stsc"), sizes, empty(b"stco")];
    let usual = full(b"trex", 0, &numbers(&[1, 1, FRAME, 0, 0]));
    movie(track, Lengths { samples: 0, media: 0 }, tables, boxed(b"mvex", &usual))
}

/// In samples; zeros in a stream, where they are not known.
struct Lengths {
    /// What is heard.
    samples: u32,
    /// What the units hold.
    media: u32,
}

fn movie(track: &Track, lengths: Lengths, tables: Vec<Vec<u8>>, extends: Vec<u8>) -> Vec<u8> {
    const MATRIX: [u32; 9] = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000];
    const NOT_1904: [u32; 2] = [0, 0]; // no times of making, so that the same speech is the same
    let samples = lengths.samples;
    let mut header = numbers(&[&NOT_1904[..], &[track.rate, samples, 0x1_0000]].concat());
    header.extend([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]); // full volume
    header.extend(numbers(&[&MATRIX[..], &[0; 6], &[2]].concat())); // the next track would be 2
    let mut of_track = numbers(&[&NOT_1904[..], &[1, 0, samples, 0, 0, 0, 0x100_0000]].concat());
    of_track.extend(numbers(&[&MATRIX[..], &[0, 0]].concat()));
    // One edit: from the first sample that is sound, at the usual speed.
    let edit = full(b"elst", 0, &numbers(&[1, samples, FRAME, 0x1_0000]));
    let boxes = [
        full(b"tkhd", 3, &of_track), // enabled, in the movie
        boxed(b"edts", &edit),
        media(track, lengths.media, tables),
    ];
    let metadata = metadata(&track.tags);
    group(b"moov", &[full(b"mvhd", 0, &header), group(b"trak", &boxes), extends, metadata])
}

fn media(track: &Track, length: u32, tables: Vec<Vec<u8>>) -> Vec<u8> {
    let mut header = numbers(&[0, 0, track.rate, length]);
    header.extend(language(&track.tags).to_be_bytes());
    header.extend([0, 0]);
    let handler = [&[0; 4], &b"soun"[..], &[0; 12], b"\0"].concat();
    let here = full(b"url ", 1, &[]); // in this file
    let references = full(b"dref", 0, &[numbers(&[1]), here].concat());
    let description = full(b"stsd", 0, &[numbers(&[1]), description(track)].concat());
    let table = group(b"stbl", &[vec![description], tables].concat());
    let information = [full(b"smhd", 0, &[0; 4]), boxed(b"dinf", &references), table];
    let boxes =
        [full(b"mdhd", 0, &header), full(b"hdlr", 0, &handler), group(b"minf", &information)];
    group(b"mdia", &boxes)
}

/// Three letters of five bits each.
fn language(tags: &Tags) -> u16 {
    let letters = tags.language_of_three_letters();
    letters.bytes().fold(0, |code, letter| code << 5 | u16::from(letter - 0x60))
}

/// `mp4a` with the configuration of the decoder (ISO/IEC 14496-14, 5.6).
fn description(track: &Track) -> Vec<u8> {
    let mut entry = vec![0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    entry.extend([0, 1, 0, 16, 0, 0, 0, 0]); // one channel of 16 bits
    entry.extend((track.rate << 16).to_be_bytes());
    let specific = descriptor(5, &track.config);
    // MPEG-4 audio, a stream of sound; the sizes of its buffer and its bit rates are not told.
    let decoder = descriptor(4, &[&[0x40, 0x15], &[0; 11][..], &specific].concat());
    let rest = descriptor(6, &[2]);
    let stream = descriptor(3, &[&[0, 0, 0][..], &decoder, &rest].concat());
    entry.extend(full(b"esds", 0, &stream));
    boxed(b"mp4a", &entry)
}

/// A descriptor of ISO/IEC 14496-1, which is shorter than 128 bytes here.
fn descriptor(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, content.len() as u8], content].concat()
}

/// Tags as iTunes has them; nothing if there are none.
fn metadata(tags: &Tags) -> Vec<u8> {
    let item = |(field, value): &(Field, String)| {
        let name = match field {
            Field::Title => b"\xa9nam",
            Field::Artist => b"\xa9ART",
            Field::Album => b"\xa9alb",
            Field::Comment => b"\xa9cmt",
            Field::Language => return None, // the track says it
        };
        const UTF_8: u32 = 1;
        let data = [numbers(&[UTF_8, 0]), value.as_bytes().to_vec()].concat();
        Some(boxed(name, &boxed(b"data", &data)))
    };
    let items: Vec<_> = tags.fields().iter().filter_map(item).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let handler = full(b"hdlr", 0, &[&[0; 4], &b"mdirappl"[..], &[0; 9]].concat());
    let metadata = full(b"meta", 0, &[handler, group(b"ilst", &items)].concat());
    boxed(b"udta", &metadata)
}
