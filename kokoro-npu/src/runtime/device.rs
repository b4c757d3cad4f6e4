//! A name for this device and its drivers, so that a verdict about one device is not used for
//! another.

/// A line that changes when drivers may have changed: on Android the build's fingerprint, which
/// every system update changes; elsewhere the system, the architecture and the processor's name.
pub fn device_fingerprint() -> String {
    #[cfg(target_os = "android")]
    if let Some(fingerprint) = super::android::property(c"ro.build.fingerprint") {
        return fingerprint;
    }
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    format!("{os} {arch} {}", processor().unwrap_or_default())
}

/// The processor's name as Linux has it: `model name` on x86, `Hardware` on some Arm devices.
pub fn processor() -> Option<String> {
    let info = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let value = |name: &str| {
        let line = info.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    value("model name").or_else(|| value("Hardware")).filter(|name| !name.is_empty())
}
