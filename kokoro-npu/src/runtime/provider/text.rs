//! The text form of providers: `kind` or `kind:option,option`. An option is a word or `name=value`;
//! `plugin=` comes last and takes the rest of the text, commas and all.

use std::fmt::{self, Display};
use std::path::PathBuf;
use std::str::FromStr;

use super::{CoreMl, CoreMlUnits, Nnapi, OpenVino, Provider, Qnn, QnnBackend};
use crate::runtime::error::Error;

/// What is wrong with the text form of a provider.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProviderTextError {
    /// No provider or option of this name.
    #[error("expected {expected}, found {found:?}")]
    Unknown {
        /// What there is.
        expected: &'static str,
        /// What was given.
        found: String,
    },
    /// The value of an option is no number.
    #[error("{name} is a whole number, found {found:?}")]
    Number {
        /// The option.
        name: &'static str,
        /// What was given.
        found: String,
    },
}

type Result<T> = std::result::Result<T, ProviderTextError>;

const KINDS: &str = "cpu, nnapi, qnn, openvino, coreml or xnnpack";

impl FromStr for Provider {
    type Err = Error;

    fn from_str(text: &str) -> std::result::Result<Self, Error> {
        let (kind, rest) = text.split_once(':').unwrap_or((text, ""));
        let provider = match kind {
            "cpu" => threads(rest).map(|threads| Self::Cpu { threads }),
            "xnnpack" => threads(rest).map(|threads| Self::Xnnpack { threads }),
            "nnapi" => nnapi(rest).map(Self::Nnapi),
            "qnn" => qnn(rest).map(Self::Qnn),
            "openvino" => openvino(rest).map(Self::OpenVino),
            "coreml" => coreml(rest).map(Self::CoreMl),
            _ => Err(unknown(kind, KINDS)),
        };
        provider.map_err(|source| Error::ProviderText { text: text.to_owned(), source })
    }
}

/// The options of a text without its kind.
fn options(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').filter(|option| !option.is_empty())
}

/// The options before `plugin=`, and the plugin.
fn split_plugin(text: &str) -> (&str, Option<PathBuf>) {
    let start = if text.starts_with("plugin=") {
        Some(0)
    } else {
        text.find(",plugin=").map(|comma| comma + 1)
    };
    match start {
        Some(start) => (&text[..start], Some(text[start + "plugin=".len()..].into())),
        None => (text, None),
    }
}

fn unknown(option: &str, expected: &'static str) -> ProviderTextError {
    ProviderTextError::Unknown { expected, found: option.into() }
}

fn number<T: FromStr>(name: &'static str, value: &str) -> Result<T> {
    value.parse().map_err(|_| ProviderTextError::Number { name, found: value.into() })
}

fn threads(text: &str) -> Result<usize> {
    options(text).try_fold(0, |_, option| match option.split_once('=') {
        Some(("threads", value)) => number("threads", value),
        _ => Err(unknown(option, "threads=NUMBER")),
    })
}

fn nnapi(text: &str) -> Result<Nnapi> {
    let mut nnapi = Nnapi::default();
    for option in options(text) {
        let flag = match option {
            "fp16" => &mut nnapi.fp16,
            "nchw" => &mut nnapi.nchw,
            "cpu_disabled" => &mut nnapi.cpu_disabled,
            "cpu_only" => &mut nnapi.cpu_only,
            _ => return Err(unknown(option, "fp16, nchw, cpu_disabled or cpu_only")),
        };
        *flag = true;
    }
    Ok(nnapi)
}

fn qnn(text: &str) -> Result<Qnn> {
    let (text, plugin) = split_plugin(text);
    let mut qnn = Qnn { plugin, ..Qnn::default() };
    for option in options(text) {
        match option.split_once('=').unwrap_or((option, "")) {
            ("htp", "") => qnn.backend = QnnBackend::Htp,
            ("gpu", "") => qnn.backend = QnnBackend::Gpu,
            ("cpu", "") => qnn.backend = QnnBackend::Cpu,
            ("fp16", "") => qnn.fp16 = true,
            ("soc_model", value) => qnn.soc_model = Some(number("soc_model", value)?),
            ("htp_arch", value) => qnn.htp_arch = Some(number("htp_arch", value)?),
            _ => {
                return Err(unknown(
                    option,
                    "htp, gpu, cpu, fp16, soc_model=, htp_arch= or plugin=",
                ));
            }
        }
    }
    Ok(qnn)
}

/// `AUTO:NPU,CPU` is one device: all before `plugin=` is.
fn openvino(text: &str) -> Result<OpenVino> {
    let (device, plugin) = split_plugin(text);
    let device = device.trim_end_matches(',');
    match device {
        "" => Ok(OpenVino { plugin, ..OpenVino::default() }),
        _ if device.contains('=') => {
            Err(unknown(device, "a device such as CPU, GPU.1 or NPU, or plugin="))
        }
        _ => Ok(OpenVino { device: device.to_owned(), plugin }),
    }
}

fn coreml(text: &str) -> Result<CoreMl> {
    let mut coreml = CoreMl::default();
    for option in options(text) {
        match option {
            "all" => coreml.units = CoreMlUnits::All,
            "ane" => coreml.units = CoreMlUnits::NeuralEngine,
            "gpu" => coreml.units = CoreMlUnits::Gpu,
            "cpu" => coreml.units = CoreMlUnits::Cpu,
            "mlprogram" => coreml.ml_program = true,
            _ => return Err(unknown(option, "all, ane, gpu, cpu or mlprogram")),
        }
    }
    Ok(coreml)
}

impl Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |name: &str, value: Option<u32>| value.map(|value| format!("{name}={value}"));
        let flag = |name: &str, set: bool| set.then(|| name.to_owned());
        let threads = |threads: usize| (threads > 0).then(|| format!("threads={threads}"));
        let plugin = self.plugin().map(|plugin| format!("plugin={}", plugin.display()));
        let (kind, options) = match self {
            Self::Cpu { threads: n } => ("cpu", vec![threads(*n)]),
            Self::Xnnpack { threads: n } => ("xnnpack", vec![threads(*n)]),
            Self::Nnapi(nnapi) => (
                "nnapi",
                vec![
                    flag("fp16", nnapi.fp16),
                    flag("nchw", nnapi.nchw),
                    flag("cpu_disabled", nnapi.cpu_disabled),
                    flag("cpu_only", nnapi.cpu_only),
                ],
            ),
            Self::Qnn(qnn) => (
                "qnn",
                vec![
                    Some(qnn.backend.to_string()),
                    flag("fp16", qnn.fp16),
                    number("soc_model", qnn.soc_model),
                    number("htp_arch", qnn.htp_arch),
                    plugin,
                ],
            ),
            Self::OpenVino(openvino) => ("openvino", vec![Some(openvino.device.clone()), plugin]),
            Self::CoreMl(coreml) => (
                "coreml",
                vec![Some(coreml.units.to_string()), flag("mlprogram", coreml.ml_program)],
            ),
        };
        let options: Vec<String> = options.into_iter().flatten().collect();
        f.write_str(kind)?;
        if options.is_empty() { Ok(()) } else { write!(f, ":{}", options.join(",")) }
    }
}

impl Display for QnnBackend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Htp => "htp",
            Self::Gpu => "gpu",
            Self::Cpu => "cpu",
        })
    }
}

impl Display for CoreMlUnits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::All => "all",
            Self::NeuralEngine => "ane",
            Self::Gpu => "gpu",
            Self::Cpu => "cpu",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_back_as_written() {
        for text in [
            "cpu",
            "cpu:threads=4",
            "xnnpack:threads=2",
            "nnapi",
            "nnapi:fp16,nchw,cpu_disabled",
            "nnapi:cpu_only",
            "qnn:htp",
            "qnn:gpu,fp16,soc_model=60,htp_arch=75,plugin=/a,b/lib.so",
            "openvino:CPU",
            "openvino:AUTO:NPU,CPU,plugin=/p.so",
            "coreml:all",
            "coreml:ane,mlprogram",
        ] {
            assert_eq!(text.parse::<Provider>().unwrap().to_string(), text);
        }
        for (short, long) in [
            ("qnn", "qnn:htp"),
            ("openvino", "openvino:CPU"),
            ("coreml", "coreml:all"),
            ("cpu:", "cpu"),
        ] {
            assert_eq!(short.parse::<Provider>().unwrap().to_string(), long);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, part) in [
            ("tpu", "nnapi, qnn"),
            ("", "expected cpu"),
            ("cpu:4", "threads=NUMBER"),
            ("cpu:threads=all", "whole number"),
            ("nnapi:fp8", "\"fp8\""),
            ("qnn:soc_model=x", "whole number"),
            ("qnn:htp=1", "soc_model="),
            ("openvino:device=CPU", "such as CPU"),
            ("coreml:npu", "ane"),
        ] {
            let error = text.parse::<Provider>().unwrap_err().to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
