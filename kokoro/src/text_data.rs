//! The Japanese dictionary for those who are away from the repository: UniDic-lite, from the
//! package of PyPI that its maintainer publishes, packed as the one in the repository is.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use kokoro_weights::fetch::fetch_file;
use kokoro_weights::files::{FileError, write_atomically};
use kokoro_weights::import::{ImportStage, Progress};
use kokoro_weights::{Error as WeightsError, Sha256};
use unidic::mecab::{Files, MecabError, source};
use unidic::{PackError, pack};

/// The package: unidic-lite 1.0.8, 47 MB.
const URL: &str = "https://files.pythonhosted.org/packages/55/2b/\
                   8cf7514cb57d028abcef625afa847d60ff1ffbf0049c36b78faa7c35046f/\
                   unidic-lite-1.0.8.tar.gz";
const PACKAGE: &str = "unidic-lite-1.0.8.tar.gz";
const PACKAGE_SHA256: &str = "db9d4572d9fdd4d00a97949d4b0741ec480ee05a7e7e2e32f547500dae27b245";
/// The folder in the package.
const FOLDER: &str = "unidic-lite-1.0.8/unidic_lite/dicdir";
/// What is read of it.
const NAMES: [&str; 4] = ["sys.dic", "unk.dic", "char.bin", "matrix.bin"];
/// The dictionary that is made of it: that of the repository's `text-data`.
const DICTIONARY: &str = "japanese.unidic";
const DICTIONARY_SHA256: &str = "212055f4966a2f9dd6466296a81cac8673b652cb3eb36a846eed89f365a8a7bb";

/// Why the dictionary could not be fetched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FetchError {
    /// The package could not be downloaded, or is not the pinned one.
    #[error(transparent)]
    Download(#[from] WeightsError),
    /// The package cannot be unpacked.
    #[error("cannot unpack {}: {source}", path.display())]
    Archive {
        /// The package.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The package lacks a file.
    #[error("{PACKAGE}: expected the file {FOLDER}/{file}, found none")]
    Missing {
        /// The file's name.
        file: &'static str,
    },
    /// The files are not UniDic's.
    #[error(transparent)]
    Mecab(#[from] MecabError),
    /// They cannot be packed.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The result is another one than this version expects.
    #[error("the packed dictionary has SHA-256 {found}, expected {expected}; report this")]
    Checksum {
        /// The hash of the repository's dictionary.
        expected: Sha256,
        /// The hash of what was made.
        found: Sha256,
    },
    /// The dictionary could not be written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// Fetches the Japanese dictionary into the folder `text-data` of `cache`, and gives its path. If
/// it is there already, nothing is fetched. Takes about ten seconds of computing and 700 MB of
/// memory.
///
/// # Errors
/// [`FetchError`] says which step failed. What was downloaded completely stays for the next
/// attempt.
pub fn fetch(cache: &Path, progress: &mut dyn Progress) -> Result<PathBuf, FetchError> {
    let folder = cache.join("text-data");
    let target = folder.join(DICTIONARY);
    let expected = hash(DICTIONARY_SHA256);
    if fs::read(&target).is_ok_and(|bytes| Sha256::of(&bytes) == expected) {
        return Ok(target);
    }
    let downloads = cache.join("download");
    let package = fetch_file(&downloads, PACKAGE, URL, hash(PACKAGE_SHA256), progress)?;
    progress.report(ImportStage::Convert, 0, 1);
    let archive = |source| FetchError::Archive { path: package.clone(), source };
    let file = File::open(&package).map_err(archive)?;
    let [words, unknown, characters, matrix] = unpacked(file).map_err(archive)?;
    let present = |content: Option<Vec<u8>>, file| content.ok_or(FetchError::Missing { file });
    let words = present(words, NAMES[0])?;
    let unknown = present(unknown, NAMES[1])?;
    let characters = present(characters, NAMES[2])?;
    let matrix = present(matrix, NAMES[3])?;
    let source = source(&Files {
        words: &words,
        unknown: &unknown,
        characters: &characters,
        matrix: &matrix,
    })?;
    let packed = pack(&source)?;
    let found = Sha256::of(&packed);
    if found != expected {
        return Err(FetchError::Checksum { expected, found });
    }
    progress.report(ImportStage::Write, 0, 1);
    fs::create_dir_all(&folder).map_err(FileError::on("create", &folder))?;
    write_atomically(&target, &packed)?;
    // Only room is lost if it stays.
    let _ = fs::remove_file(&package);
    Ok(target)
}

/// A pinned hash.
fn hash(digits: &str) -> Sha256 {
    // A test parses both.
    digits.parse().unwrap_or_else(|_| Sha256::of(b""))
}

/// The contents of the [files](NAMES) of a package, as far as it has them.
fn unpacked(package: impl Read) -> io::Result<[Option<Vec<u8>>; NAMES.len()]> {
    let mut contents = [const { None }; NAMES.len()];
    let mut archive = tar::Archive::new(GzDecoder::new(package));
    for entry in archive.entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        let wanted = NAMES.iter().position(|name| path == Path::new(FOLDER).join(name));
        if let Some(number) = wanted {
            let mut content = Vec::new();
            entry.read_to_end(&mut content)?;
            contents[number] = Some(content);
        }
    }
    Ok(contents)
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    #[test]
    fn the_dictionary_is_that_of_the_repository() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../text-data").join(DICTIONARY);
        let found = Sha256::of(&fs::read(path).unwrap());
        assert_eq!(DICTIONARY_SHA256.parse::<Sha256>().unwrap(), found);
        assert!(PACKAGE_SHA256.parse::<Sha256>().is_ok());
    }

    #[test]
    fn files_are_found_in_the_package() {
        let mut archive = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
        for (name, content) in [("sys.dic", "words"), ("other", "x"), ("matrix.bin", "costs")] {
            let mut header = tar::Header::new_gnu();
            header.set_size(content.len() as u64);
            header.set_cksum();
            let path = format!("{FOLDER}/{name}");
            archive.append_data(&mut header, path, content.as_bytes()).unwrap();
        }
        let package = archive.into_inner().unwrap().finish().unwrap();
        let contents = unpacked(package.as_slice()).unwrap();
        assert_eq!(contents[0].as_deref(), Some(b"words".as_slice()));
        assert_eq!((contents[1].as_deref(), contents[2].as_deref()), (None, None));
        assert_eq!(contents[3].as_deref(), Some(b"costs".as_slice()));
        assert!(unpacked(&package[..package.len() / 2]).is_err());
    }

    #[test]
    fn what_is_there_is_not_fetched() {
        let cache = tempfile::tempdir().unwrap();
        let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("../text-data").join(DICTIONARY);
        let there = cache.path().join("text-data").join(DICTIONARY);
        fs::create_dir_all(there.parent().unwrap()).unwrap();
        fs::copy(ours, &there).unwrap();
        let mut refuse = |_: ImportStage, _: u64, _: u64| panic!("nothing is to be done");
        assert_eq!(fetch(cache.path(), &mut refuse).unwrap(), there);
    }
}
