//! Boxes of ISO base media files: a size, a name, a content (ISO/IEC 14496-12, 4.2).

/// A box.
pub(super) fn boxed(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let size = 8 + content.len() as u32;
    [&size.to_be_bytes(), &name[..], content].concat()
}

/// A box of boxes.
pub(super) fn group(name: &[u8; 4], boxes: &[Vec<u8>]) -> Vec<u8> {
    boxed(name, &boxes.concat())
}

/// A box with a version, of 0 here, and flags.
pub(super) fn full(name: &[u8; 4], flags: u32, content: &[u8]) -> Vec<u8> {
    boxed(name, &[&flags.to_be_bytes(), content].concat())
}

/// The bytes of 32-bit numbers.
pub(super) fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_be_bytes()).collect()
}

/// What kind of file it is: audio of MP4, or fragments for streams too.
pub(super) fn ftyp() -> Vec<u8> {
    boxed(b"ftyp", b"M4A \0\0\0\0M4A mp42isomiso5")
}
