# What CI calls, and what to call by hand. Each target fails on the first thing that is wrong.
.PHONY: check check-android fmt lint docs bench-once test bench

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

# Type-checks the library and the example for Android, dependencies and standard library with them. Nothing is linked, so no NDK is
# needed. Debian's second Rust brings the standard library's source, which rustup does not have to; RUSTC_BOOTSTRAP lets a stable
# compiler take -Zbuild-std.
check-android:
	@test -x /usr/bin/cargo && test -x /usr/bin/rustc && test -f "$$(PATH=/usr/bin rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" || \
		{ echo "check-android: no Rust with its source in /usr/bin: expected Debian's packages rustc-web, cargo-web and rust-web-src" >&2; exit 1; }
	PATH=/usr/bin:$$PATH RUSTC_BOOTSTRAP=1 /usr/bin/cargo check -Zbuild-std --target aarch64-linux-android \
		--target-dir target/android-check -p kokoro --features npu --lib --example kokoro_android

test:
	cargo test --release

bench:
	cargo bench --workspace --benches
