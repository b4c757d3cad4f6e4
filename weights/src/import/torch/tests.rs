//! Views of storages, and archives of arbitrary and damaged content.

use std::io::Write;

use super::*;

fn view(offset: usize, shape: &[usize], stride: &[usize]) -> Option<Vec<f32>> {
    let values: Vec<f32> = (0..12u8).map(f32::from).collect();
    let kind = StorageKind::Float(Dtype::F32);
    let (shape, stride) = (shape.to_vec(), stride.to_vec());
    gather(&values, &TensorInfo { storage: String::new(), kind, offset, shape, stride })
}

#[test]
fn views_of_a_storage() {
    assert_eq!(view(2, &[2, 2], &[2, 1]), Some(vec![2.0, 3.0, 4.0, 5.0]));
    assert_eq!(view(0, &[2, 2], &[1, 2]), Some(vec![0.0, 2.0, 1.0, 3.0])); // transposed
    assert_eq!(view(11, &[], &[]), Some(vec![11.0]));
    // The stride of a dimension of length 1 means nothing.
    assert_eq!(view(0, &[3, 1], &[1, 99]), Some(vec![0.0, 1.0, 2.0]));
    for (offset, shape, stride) in [
        (9, &[2, 2][..], &[2, 1][..]),
        (0, &[usize::MAX, 2], &[1, 1]),
        (usize::MAX, &[2], &[2]),
        (0, &[2, 2], &[usize::MAX, 1]),
        (0, &[100], &[0]),
    ] {
        assert_eq!(view(offset, shape, stride), None, "{offset} {shape:?} {stride:?}");
    }
}

/// An archive as `torch.save` writes it, with one storage.
fn archive(pickle: &[u8], storage: &[u8]) -> Bytes {
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in [("x/data.pkl", pickle), ("x/data/0", storage)] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner().into()
}

/// Reads all that a file may hold; whatever it is, there is a result and no panic.
fn read_all(bytes: Bytes) {
    let Ok(mut file) = TorchFile::parse(bytes) else { return };
    let named = file.state_dict().unwrap_or_default();
    for info in named.into_iter().map(|(_, info)| info).chain(file.single()) {
        let _ = file.read(&info);
    }
}

proptest::proptest! {
    #[test]
    fn arbitrary_bytes_do_not_panic(bytes: Vec<u8>) {
        read_all(bytes.into());
    }

    #[test]
    fn arbitrary_pickles_do_not_panic(pickle: Vec<u8>, storage: Vec<u8>) {
        read_all(archive(&pickle, &storage));
    }

    #[test]
    fn damaged_pickles_of_a_voice_do_not_panic(at: proptest::sample::Index, byte: u8) {
        let mut file = include_bytes!("../../../tests/fixtures/voice.pt").to_vec();
        let mut whole = ZipArchive::new(Cursor::new(Bytes::from(file.clone()))).unwrap();
        let names: Vec<String> = whole.file_names().map(|n| n.unwrap().into_owned()).collect();
        let name = names.iter().find(|name| name.ends_with("/data.pkl")).unwrap();
        let mut pickle = read_entry(&mut whole, name).unwrap();
        let at = at.index(pickle.len());
        pickle[at] = byte;
        file.truncate(1000);
        read_all(archive(&pickle, &file));
    }
}
