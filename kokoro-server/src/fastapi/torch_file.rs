//! A tensor as a file that PyTorch reads: what `torch.save` writes.
//!
//! The file is a ZIP archive without compression. `data.pkl` is a pickle (protocol 2) that calls
//! `torch._utils._rebuild_tensor_v2` on a storage, which lies in `data/0`. The format is that of
//! PyTorch 1.6 and later (`torch/csrc/jit/serialization`, `docs/source/notes/serialization.rst`).

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The bytes of a file with a tensor of f32 whose three dimensions are `shape`, row-major.
///
/// # Errors
/// Those of writing into memory: in practice, none.
pub(crate) fn torch_file(
    values: &[f32],
    shape: [u32; 3],
) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let data: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    let pickle = pickle(values.len() as u32, shape);
    let files: [(&str, &[u8]); 4] = [
        ("voice/data.pkl", &pickle),
        ("voice/byteorder", b"little"),
        ("voice/data/0", &data),
        ("voice/version", b"3\n"),
    ];
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The call that makes a contiguous tensor of `count` values.
fn pickle(count: u32, shape: [u32; 3]) -> Vec<u8> {
    let strides = [shape[1] * shape[2], shape[2], 1];
    let mut out = Vec::new();
    out.extend(b"\x80\x02"); // protocol 2
    global(&mut out, "torch._utils", "_rebuild_tensor_v2");
    out.extend(b"(("); // the arguments; in them, the storage
    text(&mut out, "storage");
    global(&mut out, "torch", "FloatStorage");
    text(&mut out, "0"); // the file of the storage
    text(&mut out, "cpu");
    integer(&mut out, count);
    out.extend(b"tQ"); // the storage is loaded by this tuple
    integer(&mut out, 0); // the offset of the tensor in it
    for triple in [shape, strides] {
        triple.iter().for_each(|&number| integer(&mut out, number));
        out.push(b'\x87');
    }
    out.push(b'\x89'); // no gradient is wanted
    global(&mut out, "collections", "OrderedDict"); // hooks: none
    out.extend(b")RtR.");
    out
}

/// A function or class of Python's.
fn global(out: &mut Vec<u8>, module: &str, name: &str) {
    out.extend(format!("c{module}\n{name}\n").bytes());
}

fn text(out: &mut Vec<u8>, text: &str) {
    out.push(b'X');
    out.extend((text.len() as u32).to_le_bytes());
    out.extend(text.bytes());
}

fn integer(out: &mut Vec<u8>, number: u32) {
    out.push(b'J');
    out.extend(number.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use kokoro::weights::{VoiceFormat, parse_voice};

    use super::*;

    #[test]
    fn a_voice_is_read_back() {
        let values: Vec<f32> = (0..510 * 256).map(|at| (at as f32).sin()).collect();
        let file = torch_file(&values, [510, 1, 256]).unwrap();
        assert_eq!(parse_voice(file, VoiceFormat::Torch).unwrap(), values);
    }
}
