//! QNN and OpenVINO: part of ONNX Runtime's library or plugins, which offer devices to choose from.

use std::path::Path;

use ort::{device::Device, ep, memory::DeviceType, session::builder::SessionBuilder};

use super::{Options, add, configured, devices, has, refused};
use crate::runtime::{
    OpenVino, Provider, Qnn, QnnBackend, Result, Runtime, plugin, version::loadable,
};

impl Qnn {
    pub(super) fn attach(
        &self,
        runtime: &Runtime,
        builder: SessionBuilder,
        provider: &Provider,
    ) -> Result<SessionBuilder> {
        if self.plugin.is_none() && has::<ep::QNN>()? {
            let options = self.options(&self.backend(runtime.path().parent(), provider)?);
            return add(builder, provider, configured::<ep::QNN>(options).build());
        }
        let library = plugin::register(runtime, provider)?;
        let options = self.options(&self.backend(library.parent(), provider)?);
        let device = self.choose(devices(runtime, provider.name()));
        let device =
            device.ok_or_else(|| provider.unavailable("its plugin finds no device here"))?;
        on_device(builder, provider, device, options)
    }

    /// The backend's library: in `folder`, where the plugin is, or by its bare name, for the system's loader. It is loaded to see
    /// whether it can be: without its backend, QNN takes no node, says so in the log only, and all runs on the CPU.
    fn backend(&self, folder: Option<&Path>, provider: &Provider) -> Result<String> {
        let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let name = match self.backend {
            QnnBackend::Htp => "QnnHtp",
            QnnBackend::Gpu => "QnnGpu",
            QnnBackend::Cpu => "QnnCpu",
        };
        let name = format!("{prefix}{name}{suffix}");
        let beside = folder.map(|folder| folder.join(&name)).filter(|path| path.is_file());
        let backend = beside.map_or(name, |path| path.display().to_string());
        loadable(Path::new(&backend))
            .map_err(|reason| provider.unavailable(format!("its backend {backend}: {reason}")))?;
        Ok(backend)
    }

    fn options(&self, backend: &str) -> Options {
        let mut options = vec![("backend_path".to_owned(), backend.to_owned())];
        if self.backend == QnnBackend::Htp {
            options.push(("enable_htp_fp16_precision".into(), u8::from(self.fp16).to_string()));
        }
        options.extend(self.soc_model.map(|model| ("soc_model".into(), model.to_string())));
        options.extend(self.htp_arch.map(|arch| ("htp_arch".into(), arch.to_string())));
        options
    }

    /// The device of the backend's kind; the emulator on a PC is a CPU, so any device will do where there is none.
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
    pub(super) fn attach(
        &self,
        runtime: &Runtime,
        builder: SessionBuilder,
        provider: &Provider,
    ) -> Result<SessionBuilder> {
        if self.device.contains('\0') {
            return Err(provider.unavailable("the device has a NUL character"));
        }
        if self.plugin.is_none() && has::<ep::OpenVINO>()? {
            let options = vec![("device_type".into(), self.device.clone())];
            return add(builder, provider, configured::<ep::OpenVINO>(options).build());
        }
        plugin::register(runtime, provider)?;
        let all = devices(runtime, provider.name());
        let kinds: Vec<&str> =
            all.iter().map(|device| kind_name(device.hardware_device().ty())).collect();
        let found = if kinds.is_empty() { "none".into() } else { kinds.join(", ") };
        let device = self.choose(all).ok_or_else(|| {
            provider.unavailable(format!(
                "expected a device {}, its plugin finds {found}; it knows Intel's processors",
                self.device
            ))
        })?;
        on_device(builder, provider, device, Options::new())
    }

    /// `GPU.1` is the second of the GPUs.
    fn choose<'a>(&self, devices: Vec<Device<'a>>) -> Option<Device<'a>> {
        let (kind, index) = self.device.split_once('.').unwrap_or((&self.device, "0"));
        let mut of_kind =
            devices.into_iter().filter(|device| kind_name(device.hardware_device().ty()) == kind);
        of_kind.nth(index.parse().ok()?)
    }
}

fn on_device(
    builder: SessionBuilder,
    provider: &Provider,
    device: Device<'_>,
    options: Options,
) -> Result<SessionBuilder> {
    // `ort` wants each name with its provider before it.
    let named = |(key, value)| (format!("{}.{key}", provider.name()), value);
    let options: Options = options.into_iter().map(named).collect();
    builder.with_devices([device], Some(&options)).map_err(refused(provider))
}

fn kind_name(kind: DeviceType) -> &'static str {
    match kind {
        DeviceType::CPU => "CPU",
        DeviceType::GPU => "GPU",
        DeviceType::NPU => "NPU",
        _ => "other",
    }
}
