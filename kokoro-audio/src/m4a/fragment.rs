//! A fragment of a stream: `moof` and `mdat` (ISO/IEC 14496-12, 8.8).

use super::boxes::{boxed, full, group, numbers};
use crate::aac::FRAME;

/// Of `tfhd`: places are counted from the beginning of `moof`.
const FROM_MOOF: u32 = 0x2_0000;
/// Of `trun`: it has the place of the first unit, and each unit's duration and size.
const PLACE_DURATION_SIZE: u32 = 0x1 | 0x100 | 0x200;

/// The fragment with these units, after `before` samples in fragments. The last unit lasts for
/// `last` samples, the others for a frame.
pub(super) fn fragment(number: u32, before: u64, units: &[Vec<u8>], last: u32) -> Vec<u8> {
    // The place of the units is known when the length of `moof` is; that does not depend on it.
    let length = moof(number, before, units, last, 0).len() as u32;
    let moof = moof(number, before, units, last, length + 8);
    [moof, boxed(b"mdat", &units.concat())].concat()
}

fn moof(number: u32, before: u64, units: &[Vec<u8>], last: u32, place: u32) -> Vec<u8> {
    let mut run = numbers(&[units.len() as u32, place]);
    for (index, unit) in units.iter().enumerate() {
        let duration = if index + 1 == units.len() { last } else { FRAME };
        run.extend(numbers(&[duration, unit.len() as u32]));
    }
    // Version 1 has a time of 64 bits.
    let time = boxed(b"tfdt", &[&[1, 0, 0, 0], &before.to_be_bytes()[..]].concat());
    let track = [full(b"tfhd", FROM_MOOF, &numbers(&[1])), time];
    let run = full(b"trun", PLACE_DURATION_SIZE, &run);
    let track = group(b"traf", &[track.concat(), run]);
    group(b"moof", &[full(b"mfhd", 0, &numbers(&[number + 1])), track])
}
