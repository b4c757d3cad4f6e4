use std::num::NonZeroUsize;
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

fn arbiter(threads: usize, memory: u64) -> Arbiter {
    let threads = NonZeroUsize::new(threads).expect("tests have threads");
    Arbiter::new(CoresOptions { memory, ..CoresOptions::new(threads) })
}

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

#[test]
fn a_job_that_is_alone_has_all_cores() {
    let (mut arbiter, now) = (arbiter(16, u64::MAX), Instant::now());
    for turn in 0..3 {
        arbiter.want(7, Want::by(now + ms(turn * 5_000)));
        assert_eq!(arbiter.arrange(now), [Change::Begin(7)]);
        assert_eq!(arbiter.standing(7), Some(Standing::Running(16)));
        arbiter.done(7, now);
    }
}

#[test]
fn jobs_that_are_not_due_have_their_share_each() {
    let (mut arbiter, now) = (arbiter(16, u64::MAX), Instant::now());
    for job in 0..20 {
        arbiter.want(job, Want::by(now + ms(60_000 + job)));
    }
    let begun: Vec<Change> = (0..16).map(Change::Begin).collect();
    assert_eq!(arbiter.arrange(now), begun);
    assert_eq!((arbiter.busy(), arbiter.count(|s| s == Standing::Waiting)), (16, 4));
    arbiter.done(3, now);
    assert_eq!(arbiter.arrange(now), [Change::Begin(16)]);
}

#[test]
fn the_earliest_deadline_goes_first() {
    let (mut arbiter, now) = (arbiter(1, u64::MAX), Instant::now());
    arbiter.want(0, Want::by(now));
    arbiter.arrange(now);
    arbiter.want(1, Want::by(now + ms(300)));
    arbiter.want(2, Want::by(now + ms(200)));
    arbiter.want(3, Want::by(now + ms(200)));
    assert_eq!(arbiter.arrange(now), [], "the one that runs is due, too");
    for job in [2, 3, 1] {
        arbiter.done(
            if job == 2 {
                0
            } else if job == 3 {
                2
            } else {
                3
            },
            now,
        );
        assert_eq!(arbiter.arrange(now), [Change::Begin(job)]);
    }
}

#[test]
fn who_is_due_makes_a_turn_pause_that_is_not() {
    let (mut arbiter, now) = (arbiter(2, u64::MAX), Instant::now());
    arbiter.want(0, Want::by(now + ms(9_000))); // a book, far ahead of its listener
    assert_eq!(arbiter.arrange(now), [Change::Begin(0)]);
    arbiter.want(1, Want::by(now));
    assert_eq!(arbiter.arrange(now), [Change::Pause(0), Change::Begin(1)]);
    assert_eq!(arbiter.standing(1), Some(Standing::Running(2)), "the other cannot use them");
    // Another that is due waits for the first, not for the book.
    arbiter.want(2, Want::by(now + ms(1)));
    assert_eq!(arbiter.arrange(now), []);
    arbiter.done(1, now);
    assert_eq!(arbiter.arrange(now), [Change::Begin(2)]);
    arbiter.done(2, now);
    assert_eq!(arbiter.arrange(now), [Change::Resume(0)]);
}

#[test]
fn memory_is_kept_within_its_limit_but_for_one() {
    let (mut arbiter, now) = (arbiter(4, 100), Instant::now());
    arbiter.want(0, Want::by(now).memory(500));
    assert_eq!(arbiter.arrange(now), [Change::Begin(0)], "alone, it may take more");
    arbiter.want(1, Want::by(now).memory(1));
    assert_eq!(arbiter.arrange(now), []);
    arbiter.done(0, now);
    arbiter.want(2, Want::by(now).memory(100));
    arbiter.want(3, Want::by(now + ms(1)).memory(1));
    assert_eq!(arbiter.arrange(now), [Change::Begin(1)], "2 does not fit, and 3 is behind it");
    arbiter.done(1, now);
    assert_eq!(arbiter.arrange(now), [Change::Begin(2)]);
}

#[test]
fn what_is_paused_goes_on_where_memory_is_short() {
    let (mut arbiter, now) = (arbiter(1, 100), Instant::now());
    arbiter.want(0, Want::by(now + ms(9_000)).memory(80));
    arbiter.arrange(now);
    arbiter.want(1, Want::by(now).memory(10));
    assert_eq!(arbiter.arrange(now), [Change::Pause(0), Change::Begin(1)]);
    arbiter.want(2, Want::by(now).memory(50));
    arbiter.done(1, now);
    assert_eq!(arbiter.arrange(now), [Change::Resume(0)], "else 2 would wait for ever");
    arbiter.done(0, now);
    assert_eq!(arbiter.arrange(now), [Change::Begin(2)]);
}

#[derive(Debug, Clone)]
enum Step {
    Want {
        deadline: u64,
        memory: u64,
    },
    /// The turn at this place among those that run ends.
    End(usize),
    Wait(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let want =
        (0..20_000u64, 0..200u64).prop_map(|(deadline, memory)| Step::Want { deadline, memory });
    let end = (0..8usize).prop_map(Step::End);
    let wait = (0..2_000u64).prop_map(Step::Wait);
    proptest::collection::vec(prop_oneof![3 => want, 3 => end, 1 => wait], 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Whatever comes: never more cores or memory than there are, always somebody who computes if
    /// somebody wants to, and everybody has had a turn in the end.
    #[test]
    fn nobody_waits_for_ever(threads in 1..9usize, steps in steps()) {
        let (mut arbiter, mut now) = (arbiter(threads, 300), Instant::now());
        let (mut next, mut running) = (0, Vec::new());
        let mut paused = Vec::new();
        let mut drain = steps.len() * 2;
        let mut steps = steps.into_iter();
        loop {
            match steps.next() {
                Some(Step::Want { deadline, memory }) => {
                    arbiter.want(next, Want::by(now + ms(deadline)).memory(memory));
                    next += 1;
                }
                Some(Step::End(at)) if at < running.len() => {
                    let job = running.remove(at);
                    arbiter.done(job, now);
                }
                Some(Step::End(_)) => {}
                Some(Step::Wait(time)) => now += ms(time),
                None if running.is_empty() => break,
                None => {
                    prop_assert!(drain > 0);
                    drain -= 1;
                    let job = running.remove(0);
                    arbiter.done(job, now);
                }
            }
            for change in arbiter.arrange(now) {
                match change {
                    Change::Begin(job) => running.push(job),
                    Change::Pause(job) => {
                        running.retain(|&other| other != job);
                        paused.push(job);
                    }
                    Change::Resume(job) => {
                        paused.retain(|&other| other != job);
                        running.push(job);
                    }
                }
            }
            let begun = running.len() + paused.len();
            prop_assert!(arbiter.busy() <= threads);
            prop_assert!(arbiter.memory() <= 300 || begun == 1);
            prop_assert!(!running.is_empty() || begun + arbiter.count(|_| true) == 0);
        }
        prop_assert_eq!(arbiter.count(|_| true), 0);
    }
}
