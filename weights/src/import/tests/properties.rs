//! Manifests of arbitrary, damaged and random content.

use std::fs;
use std::path::Path;

use super::tiny_model;
use crate::import::options::LICENCE;
use crate::manifest::MANIFEST;
use crate::{Dtype, Manifest, Sha256, Weights};

proptest::proptest! {
    #[test]
    fn no_manifest_text_panics(text in ".*") {
        let _ = Manifest::parse(&text, Path::new("m"));
    }

    #[test]
    fn a_damaged_manifest_is_an_error_or_a_manifest(at in 0usize..2000, byte: u8) {
        let (_folder, out) = tiny_model();
        let mut bytes = fs::read(out.join(MANIFEST)).unwrap();
        let at = at % bytes.len();
        bytes[at] = byte;
        fs::write(out.join(MANIFEST), bytes).unwrap();
        if let Ok(weights) = Weights::open(&out) {
            for name in weights.tensor_names() {
                let _ = weights.tensor(name);
            }
        }
    }

    #[test]
    fn manifests_survive_their_own_text(
        names in proptest::collection::btree_set(".{1,12}", 0..6),
        shape in proptest::collection::vec(0usize..9, 0..4),
    ) {
        let file = crate::manifest::FileEntry {
            name: "f".into(),
            role: crate::manifest::Role::Model,
            bytes: 1,
            sha256: Sha256::of(b"f"),
            origin: names.iter().cloned().collect(),
            licence: LICENCE.into(),
        };
        let tensor = |name: String| crate::manifest::TensorEntry {
            sha256: Sha256::of(name.as_bytes()),
            name,
            file: "f".into(),
            dtype: Dtype::BF16,
            shape: shape.clone(),
        };
        let tensors = names.into_iter().map(tensor).collect();
        let manifest = Manifest::new("m".into(), vec![file], tensors);
        let parsed = Manifest::parse(&manifest.to_json(), Path::new("m")).unwrap();
        proptest::prop_assert_eq!(parsed, manifest);
    }
}
