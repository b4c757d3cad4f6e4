//! Threads that share cores, with work that pauses.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use fair_cores::{Cores, CoresOptions, Load, Pausable, Unpausable, Want};

fn cores(threads: usize) -> Cores {
    Cores::new(CoresOptions::new(NonZeroUsize::new(threads).expect("tests have threads")))
}

#[derive(Clone, Default)]
struct Flag(Arc<AtomicBool>);

impl Pausable for Flag {
    fn pause(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
    fn resume(&self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

#[test]
fn all_turns_are_taken_and_no_core_twice() {
    let (cores, busy, done) = (cores(3), AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..12 {
            scope.spawn(|| {
                let member = cores.join(Unpausable);
                for turn in 0..20 {
                    let due = Instant::now() + Duration::from_millis(turn * 50);
                    member.run(Want::by(due), || {
                        let width = rayon::current_num_threads();
                        assert!(busy.fetch_add(width, Ordering::SeqCst) + width <= 3);
                        thread::yield_now();
                        busy.fetch_sub(width, Ordering::SeqCst);
                        done.fetch_add(1, Ordering::SeqCst);
                    });
                }
            });
        }
    });
    assert_eq!(done.load(Ordering::SeqCst), 240);
    assert_eq!(cores.load(), Load::default());
}

#[test]
fn work_that_is_not_due_waits_in_its_middle() {
    let (cores, paused) = (cores(2), Flag::default());
    let (begun, has_begun) = mpsc::channel();
    let (noticed, over) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|scope| {
        let flag = paused.clone();
        let (cores, noticed, over) = (&cores, &noticed, &over);
        scope.spawn(move || {
            let book = cores.join(flag.clone());
            let far = Instant::now() + Duration::from_secs(3_600);
            book.run(Want::by(far), || {
                begun.send(rayon::current_num_threads()).expect("the test listens");
                while !flag.0.load(Ordering::SeqCst) {
                    thread::yield_now(); // until somebody else is due
                }
                noticed.store(true, Ordering::SeqCst);
                while flag.0.load(Ordering::SeqCst) {
                    thread::yield_now();
                }
                assert!(over.load(Ordering::SeqCst), "it goes on when the other is done");
            });
        });
        assert_eq!(has_begun.recv().expect("the book begins"), 2);
        cores.join(Unpausable).run(Want::by(Instant::now()), || {
            while !noticed.load(Ordering::SeqCst) {
                thread::yield_now();
            }
            assert!(paused.0.load(Ordering::SeqCst));
            over.store(true, Ordering::SeqCst);
        });
    });
    assert_eq!(cores.load(), Load::default());
}

#[test]
fn a_panic_ends_the_turn() {
    let cores = cores(1);
    let member = cores.join(Unpausable);
    let work = std::panic::AssertUnwindSafe(|| {
        member.run(Want::by(Instant::now()), || panic!("on purpose"));
    });
    assert!(std::panic::catch_unwind(work).is_err());
    assert_eq!(member.run(Want::by(Instant::now()), || 5), 5);
}
