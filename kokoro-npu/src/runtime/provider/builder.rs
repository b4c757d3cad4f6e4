//! Helpers that put any provider into session options.

use ort::device::Device;
use ort::ep::ExecutionProviderDispatch;
use ort::ep::{ArbitrarilyConfigurableExecutionProvider, ExecutionProvider};
use ort::session::builder::SessionBuilder;

use super::{Provider, Unavailable};
use crate::runtime::error::{Error, Result};
use crate::runtime::library::Runtime;
use crate::runtime::status::OrtStatus;

/// Option names and values, as ONNX Runtime spells them.
pub(super) type OptionPairs = Vec<(String, String)>;

/// Whether the library was built with this provider.
pub(super) fn is_built_in<E: ExecutionProvider>() -> Result<bool> {
    E::is_available().map_err(Error::call("list its providers"))
}

/// Appends a provider that the library was built with.
pub(super) fn append(
    builder: SessionBuilder,
    provider: &Provider,
    ep: ExecutionProviderDispatch,
) -> Result<SessionBuilder> {
    builder.with_execution_providers([ep.error_on_failure()]).map_err(refused(provider))
}

/// Lets sessions run on a device, with options of the provider that offers it.
pub(super) fn on_device(
    builder: SessionBuilder,
    provider: &Provider,
    device: Device<'_>,
    options: OptionPairs,
) -> Result<SessionBuilder> {
    // `ort` wants each name with its provider before it.
    let named = |(key, value)| (format!("{}.{key}", provider.name()), value);
    let options: OptionPairs = options.into_iter().map(named).collect();
    builder.with_devices([device], Some(&options)).map_err(refused(provider))
}

/// A provider with options by their names.
pub(super) fn configured<E: ArbitrarilyConfigurableExecutionProvider + Default>(
    options: OptionPairs,
) -> E {
    options.into_iter().fold(E::default(), |ep, (key, value)| ep.with_arbitrary_config(key, value))
}

/// The devices that the provider of this name offers.
pub(super) fn devices<'a>(runtime: &'a Runtime, provider: &str) -> Vec<Device<'a>> {
    let devices = runtime.environment().devices();
    devices.filter(|device| device.ep().is_ok_and(|name| name == provider)).collect()
}

/// For `map_err`: ONNX Runtime does not take the provider or its options.
pub(super) fn refused(
    provider: &Provider,
) -> impl FnOnce(ort::Error<SessionBuilder>) -> Error + '_ {
    move |error| provider.unavailable(Unavailable::Refused(OrtStatus::of(&error)))
}
