//! What tells this device from others, as far as drivers go.

/// A line that changes when drivers may have changed: on Android the build's fingerprint, which every system update changes;
/// elsewhere the system, the architecture and the processor's name.
#[must_use]
pub fn device_fingerprint() -> String {
    #[cfg(target_os = "android")]
    if let Some(fingerprint) = super::android::property(c"ro.build.fingerprint") {
        return fingerprint;
    }
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    format!("{os} {arch} {}", processor().unwrap_or_default())
}

/// The processor's name, where the system tells as Linux does.
#[must_use]
pub fn processor() -> Option<String> {
    let info = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let name = info.lines().find_map(|line| line.strip_prefix("model name"))?;
    Some(name.trim_start_matches([' ', '\t', ':']).to_owned())
}
