//! Memory of this process.

/// Resident memory in bytes: `VmRSS` of Linux. `None` where the system does not report it so.
pub(super) fn resident_bytes() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: i64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    kilobytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    #[test]
    #[cfg(target_os = "linux")]
    fn this_process_takes_some() {
        let resident = super::resident_bytes().unwrap();
        assert!(resident > 1 << 20, "{resident}");
    }
}
