//! Finds and registers the providers that are libraries of their own.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use super::{Provider, Unavailable};
use crate::runtime::error::Result;
use crate::runtime::library::Runtime;
use crate::runtime::status::OrtStatus;

/// Registers the plugin of `provider` with the environment, once, and gives its path.
pub(super) fn register_plugin(runtime: &Runtime, provider: &Provider) -> Result<PathBuf> {
    let path = locate(runtime.path(), provider)?;
    let mut plugins = runtime.plugins().lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(registered) = plugins.get(provider.name()) {
        if *registered == path {
            return Ok(path);
        }
        let path = registered.clone();
        return Err(provider.unavailable(Unavailable::OtherPlugin { path }));
    }
    let registered = runtime.environment().register_ep_library(provider.name(), &path);
    registered
        .map_err(|error| provider.unavailable(Unavailable::Refused(OrtStatus::of(&error))))?;
    plugins.insert(provider.name(), path.clone());
    Ok(path)
}

/// The plugin that [`register_plugin`] registered for `provider`.
pub(in crate::runtime) fn registered_plugin(
    runtime: &Runtime,
    provider: &Provider,
) -> Option<PathBuf> {
    runtime.plugins().lock().unwrap_or_else(PoisonError::into_inner).get(provider.name()).cloned()
}

/// The plugin's library: the one that was named, else in the folder of ONNX Runtime's library, else
/// in the Python package that pip puts beside `onnxruntime`.
fn locate(runtime: &Path, provider: &Provider) -> Result<PathBuf> {
    if let Some(named) = provider.plugin() {
        return std::fs::canonicalize(named).map_err(|source| {
            provider.unavailable(Unavailable::PluginFile { path: named.clone(), source })
        });
    }
    let (name, folder, package) = match provider {
        Provider::Qnn(_) => ("onnxruntime_providers_qnn", "onnxruntime_qnn", "onnxruntime-qnn"),
        _ => (
            "onnxruntime_providers_openvino_plugin",
            "onnxruntime_ep_openvino",
            "onnxruntime-ep-openvino",
        ),
    };
    let file = format!("{DLL_PREFIX}{name}{DLL_SUFFIX}");
    if runtime.components().count() == 1 {
        return Ok(file.into()); // an application's package: the loader finds this one too
    }
    let capi = runtime.parent();
    let packages = capi.and_then(Path::parent).and_then(Path::parent);
    let beside = capi.map(|folder| folder.join(&file));
    let packaged = packages.map(|packages| packages.join(folder).join(&file));
    let places: Vec<PathBuf> = beside.into_iter().chain(packaged).collect();
    let found = places.iter().find(|path| path.is_file()).cloned();
    found.ok_or_else(|| {
        provider.unavailable(Unavailable::PluginNotFound { package, looked: places })
    })
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use super::*;

    #[test]
    fn plugins_are_found_as_pip_lays_them_out() {
        let root = tempfile::tempdir().unwrap();
        let runtime = root.path().join("onnxruntime/capi/libonnxruntime.so.1.31.1");
        let provider: Provider = "qnn".parse().unwrap();
        let error = locate(&runtime, &provider).unwrap_err().to_string();
        assert!(
            error.contains("package onnxruntime-qnn")
                && error.contains("capi/libonnxruntime_providers_qnn.so"),
            "{error}"
        );

        let plugin = root.path().join("onnxruntime_qnn/libonnxruntime_providers_qnn.so");
        std::fs::create_dir_all(plugin.parent().unwrap()).unwrap();
        std::fs::write(&plugin, "").unwrap();
        assert_eq!(locate(&runtime, &provider).unwrap(), plugin);

        assert_eq!(
            locate(Path::new("libonnxruntime.so"), &provider).unwrap(),
            Path::new("libonnxruntime_providers_qnn.so")
        );
        let named: Provider = "qnn:plugin=/nowhere.so".parse().unwrap();
        assert!(locate(&runtime, &named).unwrap_err().to_string().contains("/nowhere.so"));
    }
}
