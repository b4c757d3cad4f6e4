//! Peak memory of a process.

/// Peak resident memory of this process, in units of 2²⁰ bytes: `VmHWM` of Linux. `None` where the
/// system does not report it in this way.
pub fn peak_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes / 1024.0)
}

#[cfg(test)]
mod tests {
    #[test]
    #[cfg(target_os = "linux")]
    fn this_process_has_taken_some() {
        let before = super::peak_mb().unwrap();
        let block = std::hint::black_box(vec![1u8; 64 << 20]);
        let after = super::peak_mb().unwrap();
        assert!(after >= before && after >= 64.0, "{before} {after} {}", block.len());
    }
}
