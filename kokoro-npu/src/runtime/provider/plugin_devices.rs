//! QNN and OpenVINO: part of ONNX Runtime's library or plugins, which offer devices to choose from.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::Path;

use ort::device::Device;
use ort::ep;
use ort::memory::DeviceType;
use ort::session::builder::SessionBuilder;

use super::builder::{OptionPairs, append, configured, devices, is_built_in, on_device};
use super::plugin::register_plugin;
use super::{OpenVino, Provider, Qnn, QnnBackend, Unavailable};
use crate::runtime::error::Result;
use crate::runtime::library::{Runtime, loadable};

/// Appends QNN: the one that the library was built with, or the plugin's device.
pub(super) fn append_qnn(
    runtime: &Runtime,
    builder: SessionBuilder,
    provider: &Provider,
    qnn: &Qnn,
) -> Result<SessionBuilder> {
    if qnn.plugin.is_none() && is_built_in::<ep::QNN>()? {
        let options = qnn.options(&qnn.backend(runtime.path().parent(), provider)?);
        return append(builder, provider, configured::<ep::QNN>(options).build());
    }
    let library = register_plugin(runtime, provider)?;
    let options = qnn.options(&qnn.backend(library.parent(), provider)?);
    let device = qnn.choose(devices(runtime, provider.name()));
    let device = device.ok_or_else(|| provider.unavailable(Unavailable::NoDevice))?;
    on_device(builder, provider, device, options)
}

/// Appends OpenVINO: the one that the library was built with, or the plugin's device.
pub(super) fn append_openvino(
    runtime: &Runtime,
    builder: SessionBuilder,
    provider: &Provider,
    openvino: &OpenVino,
) -> Result<SessionBuilder> {
    if openvino.device.contains('\0') {
        return Err(provider.unavailable(Unavailable::DeviceName));
    }
    if openvino.plugin.is_none() && is_built_in::<ep::OpenVINO>()? {
        let options = vec![("device_type".into(), openvino.device.clone())];
        return append(builder, provider, configured::<ep::OpenVINO>(options).build());
    }
    register_plugin(runtime, provider)?;
    let all = devices(runtime, provider.name());
    let kinds: Vec<&str> =
        all.iter().map(|device| kind_name(device.hardware_device().ty())).collect();
    let found = if kinds.is_empty() { "none".into() } else { kinds.join(", ") };
    let device = openvino.choose(all).ok_or_else(|| {
        let expected = openvino.device.clone();
        provider.unavailable(Unavailable::NoSuchDevice { expected, found })
    })?;
    on_device(builder, provider, device, OptionPairs::new())
}

impl Qnn {
    /// The backend's library: in `folder`, where the plugin is, or by its bare name, for the
    /// system's loader. It is loaded here to see whether that works: without its backend, QNN takes
    /// no node and says so only in the log, and everything runs on the CPU.
    fn backend(&self, folder: Option<&Path>, provider: &Provider) -> Result<String> {
        let name = match self.backend {
            QnnBackend::Htp => "QnnHtp",
            QnnBackend::Gpu => "QnnGpu",
            QnnBackend::Cpu => "QnnCpu",
        };
        let name = format!("{DLL_PREFIX}{name}{DLL_SUFFIX}");
        let beside = folder.map(|folder| folder.join(&name)).filter(|path| path.is_file());
        let backend = beside.map_or(name, |path| path.display().to_string());
        match loadable(Path::new(&backend)) {
            Ok(_) => Ok(backend),
            Err(source) => Err(provider.unavailable(Unavailable::Backend { backend, source })),
        }
    }

    fn options(&self, backend: &str) -> OptionPairs {
        let mut options = vec![("backend_path".to_owned(), backend.to_owned())];
        if self.backend == QnnBackend::Htp {
            options.push(("enable_htp_fp16_precision".into(), u8::from(self.fp16).to_string()));
        }
        options.extend(self.soc_model.map(|model| ("soc_model".into(), model.to_string())));
        options.extend(self.htp_arch.map(|arch| ("htp_arch".into(), arch.to_string())));
        options
    }

    /// The device of the backend's kind. If there is none, it is the first device, because the
    /// emulator on a PC is a CPU.
    fn choose<'a>(&self, mut devices: Vec<Device<'a>>) -> Option<Device<'a>> {
        let kind = match self.backend {
            QnnBackend::Htp => DeviceType::NPU,
            QnnBackend::Gpu => DeviceType::GPU,
            QnnBackend::Cpu => DeviceType::CPU,
        };
        let place =
            devices.iter().position(|device| device.hardware_device().ty() == kind).unwrap_or(0);
        (!devices.is_empty()).then(|| devices.swap_remove(place))
    }
}

impl OpenVino {
    /// `GPU.1` is the second of the GPUs.
    fn choose<'a>(&self, devices: Vec<Device<'a>>) -> Option<Device<'a>> {
        let (kind, index) = self.device.split_once('.').unwrap_or((&self.device, "0"));
        let mut of_kind =
            devices.into_iter().filter(|device| kind_name(device.hardware_device().ty()) == kind);
        of_kind.nth(index.parse().ok()?)
    }
}

fn kind_name(kind: DeviceType) -> &'static str {
    match kind {
        DeviceType::CPU => "CPU",
        DeviceType::GPU => "GPU",
        DeviceType::NPU => "NPU",
        _ => "other",
    }
}
