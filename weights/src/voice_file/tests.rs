use super::*;
use crate::error::FormatError;

fn values() -> Vec<f32> {
    (0..VOICE_ROWS * VOICE_COLUMNS).map(|i| (i as f32 * 0.37).sin()).collect()
}

fn bytes(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// A safetensors file of one f32 tensor of zeros.
fn zeros(shape: &[usize], dtype: &str) -> Vec<u8> {
    let count: usize = shape.iter().product();
    let size = if dtype == "F32" { 4 } else { 8 };
    let header = format!(
        "{{\"x\":{{\"dtype\":\"{dtype}\",\"shape\":{shape:?},\"data_offsets\":[0,{}]}}}}",
        count * size
    );
    let mut file = (header.len() as u64).to_le_bytes().to_vec();
    file.extend(header.bytes());
    file.resize(file.len() + count * size, 0);
    file
}

#[test]
fn what_is_written_is_read_in_every_bit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.safetensors");
    write_voice(&path, &values()).unwrap();
    let read = read_voice(&path).unwrap();
    assert_eq!(bytes(&read), bytes(&values()));
    assert_eq!(parse_voice(bytes(&values()), VoiceFormat::Raw).unwrap(), values());
    let error = write_voice(&path, &[0.0; 3]).unwrap_err().to_string();
    assert!(error.contains("expected 522240 bytes"), "{error}");
    assert_eq!(read_voice(&path).unwrap(), values()); // as it was
}

#[test]
fn wrong_shapes_say_what_was_found() {
    let error = |shape: &[usize]| {
        let file = zeros(shape, "F32");
        parse_voice(file, VoiceFormat::Safetensors).unwrap_err().to_string()
    };
    assert!(error(&[511, 1, 256]).contains("found [511, 1, 256]"));
    assert!(error(&[130_560]).contains("expected [510, 256] or [510, 1, 256]"));
    assert!(parse_voice(zeros(&[510, 1, 256], "F32"), VoiceFormat::Safetensors).is_ok());
    let found = parse_voice(zeros(&[510, 256], "I64"), VoiceFormat::Safetensors);
    assert!(matches!(found, Err(VoiceFileError::Type { found }) if found == "I64"));
    let found = parse_voice(vec![0; 511 * 1024], VoiceFormat::Raw).unwrap_err().to_string();
    assert!(found.contains("v0.19"), "{found}");
}

#[test]
fn numbers_are_finite() {
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let mut values = values();
        values[3 * VOICE_COLUMNS + 7] = bad;
        let found = parse_voice(bytes(&values), VoiceFormat::Raw);
        assert!(matches!(found, Err(VoiceFileError::NotFinite { row: 3, column: 7, .. })));
    }
}

#[test]
fn other_files_are_errors_of_their_format() {
    for format in [VoiceFormat::Safetensors, VoiceFormat::Torch, VoiceFormat::Raw] {
        for file in [vec![], vec![0; 100], vec![255; 100], b"PK\x03\x04".to_vec()] {
            assert!(parse_voice(file, format).is_err());
        }
    }
}

#[test]
fn names_and_sizes_are_checked_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("huge.bin");
    std::fs::write(&path, vec![0; LARGEST as usize + 1]).unwrap();
    let fault = |path: &Path| match read_voice(path).unwrap_err() {
        Error::Format { reason, .. } => reason,
        other => panic!("{other}"),
    };
    let huge = fault(&path);
    assert!(matches!(*huge, FormatError::VoiceFile(VoiceFileError::TooLarge { .. })));
    let name = fault(&folder.path().join("voice.txt"));
    assert!(matches!(*name, FormatError::VoiceFile(VoiceFileError::Extension)));
    let missing = read_voice(folder.path().join("none.pt")).unwrap_err();
    assert!(matches!(missing, Error::Io(_)));
}
