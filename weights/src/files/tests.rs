//! Files that are interrupted, fought over, or not allowed.

use super::*;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_file_that_is_not_committed_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out");
    write_atomically(&path, "old").unwrap();
    let mut file = AtomicFile::create(&path).unwrap();
    file.write_all(&vec![1; 1 << 20]).unwrap();
    file.flush().unwrap();
    assert_eq!(fs::metadata(file.temporary_path()).unwrap().len(), 1 << 20);
    assert_eq!(fs::read(&path).unwrap(), b"old");
    drop(file);
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["out"]);
}

#[test]
fn the_beginning_can_be_written_last() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out");
    let mut file = AtomicFile::create(&path).unwrap();
    file.write_all(b"0123").unwrap();
    file.rewind().unwrap();
    file.write_all(b"ab").unwrap();
    file.commit().unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"ab23");
}

#[test]
fn of_many_writers_one_wins_with_a_whole_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out");
    std::thread::scope(|scope| {
        for writer in 0..8 {
            let path = &path;
            scope.spawn(move || write_atomically(path, vec![writer; 300_000]).unwrap());
        }
    });
    let bytes = fs::read(&path).unwrap();
    assert_eq!(bytes, vec![bytes[0]; 300_000]);
    assert_eq!(names(folder.path()), ["out"]);
}

#[test]
fn errors_name_the_file_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    write_atomically(folder.path().join("file"), "").unwrap();
    fs::create_dir(folder.path().join("folder")).unwrap();
    for name in ["nowhere/out", "file/out", "folder"] {
        let path = folder.path().join(name);
        let error = write_atomically(&path, "new").unwrap_err();
        assert_eq!(error.path, path, "{error}");
        assert!(!error.to_string().contains(".part"), "{error}");
    }
    assert_eq!(names(folder.path()).len(), 2);
}

#[cfg(unix)]
#[test]
fn folders_that_may_not_be_written_to_stay_empty() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    if File::create(&path).is_ok() {
        return; // the superuser may write everywhere
    }
    let error = write_atomically(&path, "new").unwrap_err();
    assert_eq!(error.source.kind(), io::ErrorKind::PermissionDenied);
}

#[cfg(unix)]
#[test]
fn permissions_are_those_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let (ours, any) = (folder.path().join("ours"), folder.path().join("any"));
    write_atomically(&ours, "x").unwrap();
    fs::write(&any, "x").unwrap();
    let mode = |path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&ours), mode(&any));
}
