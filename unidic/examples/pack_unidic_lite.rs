//! Packs UniDic-lite 2.1.2, as the package unidic-lite 1.0.8 of PyPI has it.
//!
//! ```sh
//! pip download unidic-lite==1.0.8 --no-deps --no-binary :all: && tar xf unidic-lite-1.0.8.tar.gz
//! cargo run --release -p unidic --example pack_unidic_lite -- \
//!     unidic-lite-1.0.8/unidic_lite/dicdir text-data/japanese.unidic
//! ```

use std::error::Error;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};
use unidic::mecab::{Files, source};
use unidic::{Dictionary, pack};

/// The files of the dictionary that are read, and their SHA-256.
const FILES: [(&str, &str); 4] = [
    ("sys.dic", "122c4c91f026bf4b65bbe2dfd8b9f8eeb6ab56d8eb2a7287a68bca75708ba513"),
    ("unk.dic", "e3b92803feeb6c2712c796b905317ec192a59729d2c1e92b2728d454169541c4"),
    ("char.bin", "dd31396563d8924645b80fd3c9aa7b13ca089d7748f25553a1d6bc3f9b511ae8"),
    ("matrix.bin", "88fb99efe1075d9b8b40e01bb2751e4095f1612618f2490af776eb5ed39190a9"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = arguments.next().ok_or("expected the folder of the dictionary")?;
    let output = arguments.next().ok_or("expected the file to write")?;
    let [words, unknown, characters, matrix] = read_files(Path::new(&folder))?;

    let files =
        Files { words: &words, unknown: &unknown, characters: &characters, matrix: &matrix };
    let source = source(&files)?;
    let packed = pack(&source)?;
    println!("{} words, {} bytes", source.words.len(), packed.len());
    fs::write(&output, &packed)?;
    Dictionary::from_bytes(packed.into())?;
    Ok(())
}

/// The contents of the files, if they are those that are expected.
fn read_files(folder: &Path) -> Result<[Vec<u8>; FILES.len()], Box<dyn Error>> {
    let mut contents = [const { Vec::new() }; FILES.len()];
    for (content, (name, expected)) in contents.iter_mut().zip(FILES) {
        *content = fs::read(folder.join(name))?;
        let hash = Sha256::digest(&*content);
        let found: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        if found != expected {
            return Err(format!("{name}: expected SHA-256 {expected}, found {found}").into());
        }
    }
    Ok(contents)
}
