# What CI calls, and what to call by hand. Each target fails on the first thing that is wrong.
.PHONY: check fmt msrv licences lint features docs bench-once widths circles test bench
.PHONY: check-android android-tools test-aarch64 aarch64-tools debian-packages

check: fmt widths circles msrv licences lint features docs bench-once

fmt:
	cargo fmt --all --check

# The oldest compiler that Cargo.toml allows. Where it is the one that runs, as on CI's machine,
# every check here is a check of it; where a newer one runs, rustup may have it beside that.
MSRV = $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

msrv:
	@if rustc --version | grep -q '^rustc $(MSRV)\.'; then \
		echo "rustc is $(MSRV), the oldest that is allowed: all checks are checks of it"; \
	elif cargo +$(MSRV).0 --version >/dev/null 2>&1; then \
		cargo +$(MSRV).0 check --workspace --all-targets; \
	else \
		echo "msrv: NOT CHECKED: rustc is newer than $(MSRV), and rustup has no $(MSRV).0"; \
	fi

# Licences and sources of all dependencies against deny.toml.
licences:
	tools/check_licences.py

# The release profile, so that checks share what the tests have built.
lint:
	cargo clippy --release --workspace --all-targets -- -D warnings

# Each crate by itself, then the front door and the command with each feature alone: in the whole
# workspace a feature that one crate turns on hides that another needs it. Nothing is generated,
# only checked.
CRATES = $(shell cargo metadata --no-deps --offline --format-version 1 | \
	python3 -c 'import json, sys; print(*(p["name"] for p in json.load(sys.stdin)["packages"]))')
ALONE = cargo clippy --release --quiet

features:
	@for crate in $(CRATES); do set -x; $(ALONE) -p $$crate -- -D warnings || exit; done
	$(ALONE) -p kokoro --features export -- -D warnings
	$(ALONE) -p kokoro --features fetch -- -D warnings
	$(ALONE) -p kokoro --features npu -- -D warnings
	$(ALONE) -p kokoro-cli --no-default-features -- -D warnings
	$(ALONE) -p kokoro-cli --no-default-features --features fetch -- -D warnings
	$(ALONE) -p kokoro-cli --no-default-features --features npu -- -D warnings

docs:
	RUSTDOCFLAGS="-D warnings" cargo doc --release --workspace --no-deps

# Every benchmark once, as a test: it must run, its figures mean nothing.
bench-once:
	cargo bench --workspace --benches -- --test

# Code within 100 columns, documents within 120. `make widths AT=kokoro-text` looks at one folder.
widths:
	tools/check_width.py $(AT)

# No files of a crate that use each other in a circle; no mod.rs but in tests.
circles:
	tools/check_circles.py $(AT)

test:
	cargo test --release

bench:
	cargo bench --workspace --benches

# Type-checks the library and the example for Android, dependencies and standard library with them.
# Nothing is linked, so no NDK is needed. Debian's second Rust brings the standard library's source,
# which rustup does not have to; RUSTC_BOOTSTRAP lets a stable compiler take -Zbuild-std.
ANDROID_PACKAGES := rustc-web cargo-web rust-web-src

check-android: android-tools
	PATH=/usr/bin:$$PATH RUSTC_BOOTSTRAP=1 /usr/bin/cargo check -Zbuild-std \
		--target aarch64-linux-android --target-dir target/android-check \
		-p kokoro --features npu --lib --example kokoro_android

android-tools:
	@test -x /usr/bin/cargo && test -x /usr/bin/rustc && \
		test -f "$$(PATH=/usr/bin rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml" || \
		{ echo "check-android: no Rust with its source in /usr/bin:" \
			"expected Debian's packages $(ANDROID_PACKAGES)" >&2; exit 1; }

# The kernels' tests on every set of ARM's instructions, then the shortest golden through the
# decoder, in an emulator: some minutes. Debian's second Rust brings a standard library for ARM.
# KOKORO_TEST_ISA fails the tests where the emulator has not all instructions; the list, where the
# golden's test has another name. The emulator finds the system's own libraries for ARM: with the
# cross compiler's as a prefix (-L) it would mix the two.
AARCH64_PACKAGES := rustc-web cargo-web libstd-rust-web-dev:arm64 libc6:arm64 libgcc-s1:arm64 \
	gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user
AARCH64_TEST := PATH=/usr/bin:$$PATH \
	CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc \
	CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_RUNNER="qemu-aarch64 -cpu max" \
	KOKORO_TEST_ISA="NEON i8mm BF16" \
	/usr/bin/cargo test --release --target aarch64-unknown-linux-gnu --target-dir target/aarch64
AARCH64_GOLDEN := decoded_short

test-aarch64: aarch64-tools
	$(AARCH64_TEST) -p kokoro-kernels
	$(AARCH64_TEST) -p kokoro-tests --test stages -- --list | grep -x "$(AARCH64_GOLDEN): test"
	$(AARCH64_TEST) -p kokoro-tests --test stages -- --exact $(AARCH64_GOLDEN) --nocapture

aarch64-tools:
	@test -x /usr/bin/cargo && test -x /usr/bin/rustc && \
		test -d "$$(PATH=/usr/bin rustc --print sysroot)/lib/rustlib/aarch64-unknown-linux-gnu" && \
		test -e /lib/ld-linux-aarch64.so.1 && \
		command -v aarch64-linux-gnu-gcc >/dev/null && command -v qemu-aarch64 >/dev/null || \
		{ echo "test-aarch64: no Rust for ARM in /usr/bin, no cross compiler or no emulator:" \
			"expected Debian's packages $(AARCH64_PACKAGES)" >&2; exit 1; }

# For .ci/setup-debian.
debian-packages:
	@echo $(sort $(ANDROID_PACKAGES) $(AARCH64_PACKAGES))

# Published figures; tools/README.md says which target makes which, and what Python needs.
# figures-segments wants the library of ONNX Runtime, figures-speed the community's int8 export.
.PHONY: golden golden-check figures-floor figures-quality figures-segments figures-durations \
	figures-guard figures-choices figures-parity figures-speed
PYTHON := python3
FIGURES := target/figures
KOKORO := target/release/kokoro
ORT_LIB ?= $(shell $(PYTHON) -c 'import glob, onnxruntime as o; \
	print(glob.glob(o.__path__[0] + "/capi/libonnxruntime.so*")[0])' 2>/dev/null)

golden:
	$(PYTHON) tests/oracle/make_golden.py

golden-check:
	$(PYTHON) tests/oracle/make_golden.py --check

figures-floor:
	$(PYTHON) tools/floor.py

figures-parity:
	cargo test --release -p kokoro-tests --test stages --test end_to_end -- --nocapture

figures-quality:
	$(PYTHON) tools/quality.py speak $(FIGURES)/precision --kokoro $(KOKORO)
	$(PYTHON) tools/quality.py measure $(FIGURES)/precision

figures-segments:
	mkdir -p $(FIGURES)
	$(PYTHON) tools/sentences.py > $(FIGURES)/sentences.tsv
	$(KOKORO) ablate -o $(FIGURES)/segments --paths cpu-f32,f32,a16w8,int8 --runs 1 \
		--sentences $(FIGURES)/sentences.tsv --ort-lib $(ORT_LIB)
	$(PYTHON) tools/quality.py measure $(FIGURES)/segments/wav

figures-durations:
	KOKORO_TEST_ALL_VOICES=1 cargo test --release -p kokoro-tests --test precision -- \
		fixed_point_moves --nocapture

figures-guard:
	cargo run --release -p kokoro-export --example guard

figures-choices:
	cargo run --release -p kokoro-export --example choices

figures-speed:
	$(PYTHON) tools/peers.py --int8 $(INT8) --work $(FIGURES) --kokoro $(KOKORO)
	cargo run --release -p kokoro-cli --example lengths -- $(KOKORO) docs/lengths.svg
