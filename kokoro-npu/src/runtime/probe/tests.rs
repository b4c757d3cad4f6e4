use super::*;

fn shell(script: &str, limit: Duration) -> ProbeOutcome<Vec<u32>> {
    let probe = Probe { command: "sh".into(), args: vec!["-c".into(), script.into()], limit };
    probe.run().unwrap()
}

const LONG: Duration = Duration::from_secs(60);

#[test]
fn the_result_is_read() {
    let report = Probe::report(&[1, 2]).unwrap();
    let script = format!("echo chatter; echo '{report}'");
    assert_eq!(shell(&script, LONG), ProbeOutcome::Worked(vec![1, 2]));
}

#[test]
fn a_library_may_write_before_and_after_the_result() {
    // As Qualcomm's does, at the end of the process; and one that leaves its line open.
    let report = Probe::report(&[3]).unwrap();
    let script = format!(
        "printf 'half a line'; echo '{report}'; echo ' # LIBNATIVE: no alternate configuration'"
    );
    assert_eq!(shell(&script, LONG), ProbeOutcome::Worked(vec![3]));
}

#[test]
fn a_bad_end_in_good_order_says_why() {
    let ProbeOutcome::Failed { reason } = shell("echo no such driver >&2; exit 3", LONG) else {
        panic!("another outcome")
    };
    assert!(reason.contains('3') && reason.contains("no such driver"), "{reason}");
    for (script, part) in [
        ("echo '[1]'; echo oops >&2", "no result: oops"),
        ("echo 'kokoro-probe-result:{}'", "JSON"),
    ] {
        let ProbeOutcome::Failed { reason } = shell(script, LONG) else {
            panic!("another outcome")
        };
        assert!(reason.contains(part), "{reason}");
    }
}

#[test]
fn a_crash_tells_its_signal() {
    for (signal, name) in [
        ("ABRT", "signal 6 (SIGABRT)"),
        ("SEGV", "signal 11 (SIGSEGV)"),
        ("KILL", "signal 9 (SIGKILL)"),
    ] {
        let script = format!("echo last words >&2; echo '[1]'; kill -{signal} $$");
        let ProbeOutcome::Crashed { reason } = shell(&script, LONG) else {
            panic!("another outcome")
        };
        assert_eq!(reason, format!("{name}: last words"));
    }
}

#[test]
fn a_hanging_program_is_killed() {
    let start = Instant::now();
    assert_eq!(shell("exec sleep 600", Duration::from_millis(50)), ProbeOutcome::TimedOut);
    assert!(start.elapsed() < LONG);
}

#[test]
fn a_grandchild_that_holds_the_pipe_does_not_hold_us() {
    let start = Instant::now();
    assert_eq!(
        shell("sleep 20 & echo 'kokoro-probe-result:[1]'", LONG),
        ProbeOutcome::Worked(vec![1])
    );
    assert!(start.elapsed() < Duration::from_secs(15));
}

#[test]
fn much_output_neither_blocks_nor_fills_memory() {
    let script = "i=0; while [ $i -lt 30000 ]; do echo 0123456789; i=$((i+1)); done; \
                  echo 'kokoro-probe-result:[7]'";
    assert_eq!(shell(script, LONG), ProbeOutcome::Worked(vec![7]));
}

#[test]
fn a_program_that_is_not_there_is_an_error() {
    let probe = Probe { command: "/nowhere/kokoro".into(), args: Vec::new(), limit: LONG };
    let error = probe.run::<()>().unwrap_err().to_string();
    assert!(error.starts_with("cannot start /nowhere/kokoro"), "{error}");
}
