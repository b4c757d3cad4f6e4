use super::*;

/// An empty file at `path`, with its folders.
fn touch(path: PathBuf) -> PathBuf {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "").unwrap();
    path
}

#[test]
fn what_the_user_named_must_do() {
    let root = tempfile::tempdir().unwrap();
    let library = touch(root.path().join("a/libonnxruntime.so.1.31.1"));
    let around =
        Surroundings { library_path: vec![root.path().join("a")], ..Surroundings::default() };
    assert_eq!(search(Some(&library), &around).unwrap(), library);
    assert_eq!(
        search(library.parent(), &around).unwrap(),
        library,
        "a folder stands for the library in it"
    );
    let error = search(Some(Path::new("/nowhere/x.so")), &around).unwrap_err().to_string();
    assert!(error.contains("/nowhere/x.so"), "{error}");
}

#[test]
fn the_variable_goes_before_the_system() {
    let root = tempfile::tempdir().unwrap();
    let named = touch(root.path().join("mine.so"));
    let system = touch(root.path().join("system/libonnxruntime.so"));
    let mut around =
        Surroundings { library_path: vec![root.path().join("system")], ..Surroundings::default() };
    assert_eq!(search(None, &around).unwrap(), system);
    around.dylib_path = Some(named.clone());
    assert_eq!(search(None, &around).unwrap(), named);
    around.dylib_path = Some(root.path().join("gone.so"));
    let error = search(None, &around).unwrap_err().to_string();
    assert!(error.contains("gone.so (ORT_DYLIB_PATH)"), "{error}");
}

#[test]
fn the_newest_library_of_a_folder_counts_and_old_ones_are_passed_over() {
    let root = tempfile::tempdir().unwrap();
    let capi = |python: &str| root.path().join(python).join("site-packages/onnxruntime/capi");
    touch(capi("lib/python3.9").join("libonnxruntime.so.1.31.1"));
    touch(capi("lib/python3.11").join("libonnxruntime_providers_shared.so"));
    touch(capi("lib/python3.11").join("libonnxruntime.so.1.30.2"));
    let newest = touch(capi("lib/python3.11").join("libonnxruntime.so.1.31.0"));
    let old = touch(root.path().join("usr/libonnxruntime.so.1.23.2"));
    let around = Surroundings {
        library_path: vec![root.path().join("usr")],
        virtual_env: Some(root.path().to_owned()),
        ..Surroundings::default()
    };
    assert_eq!(search(None, &around).unwrap(), newest);

    let around = Surroundings { virtual_env: None, ..around };
    let error = search(None, &around).unwrap_err().to_string();
    assert!(error.contains(&format!("{} (older than {OLDEST})", old.display())), "{error}");
}

#[test]
fn a_python_on_the_path_is_followed_to_its_packages() {
    let root = tempfile::tempdir().unwrap();
    let python = touch(root.path().join("usr/bin/python3"));
    let library = touch(
        root.path().join("usr/lib/python3/dist-packages/onnxruntime/capi/libonnxruntime.so.1.32.0"),
    );
    let bin = root.path().join("env/bin");
    fs::create_dir_all(&bin).unwrap();
    std::os::unix::fs::symlink(&python, bin.join("python3")).unwrap();
    let around =
        Surroundings { path: vec![root.path().join("none"), bin], ..Surroundings::default() };
    assert_eq!(search(None, &around).unwrap(), library);
}

#[test]
fn nothing_found_lists_each_place() {
    let root = tempfile::tempdir().unwrap();
    let around = Surroundings {
        program: Some(root.path().join("bin")),
        library_path: vec![root.path().join("usr")],
        ..Surroundings::default()
    };
    let Error::LibraryNotFound { looked } = search(None, &around).unwrap_err() else {
        panic!("another error")
    };
    assert_eq!(
        looked,
        [root.path().join("bin"), root.path().join("usr")].map(|path| path.display().to_string())
    );
}

#[test]
fn an_application_leaves_the_search_to_its_loader() {
    let around = Surroundings { by_name: true, ..Surroundings::default() };
    assert_eq!(search(None, &around).unwrap(), Path::new("libonnxruntime.so"));
    assert_eq!(search(Some(Path::new("libort.so")), &around).unwrap(), Path::new("libort.so"));
}
