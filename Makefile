# What CI calls, and what to call by hand. Each target fails on the first thing that is wrong.
.PHONY: check fmt lint docs bench-once test bench

check: fmt lint docs bench-once

fmt:
	cargo fmt --all --check

# The release profile, so that checks share what the tests have built.
lint:
	cargo clippy --release --workspace --all-targets -- -D warnings

docs:
	RUSTDOCFLAGS="-D warnings" cargo doc --release --workspace --no-deps

# Every benchmark once, as a test: it must run, its figures mean nothing.
bench-once:
	cargo bench --workspace --benches -- --test

test:
	cargo test --release

bench:
	cargo bench --workspace --benches
