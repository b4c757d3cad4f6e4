# Targets for CI and for use by hand. Each stops at its first failure.
.PHONY: check fmt msrv licences lint features docs bench-once widths circles test bench
.PHONY: check-android android-tools test-aarch64 aarch64-tools espeak-tools audio-tools
.PHONY: debian-packages test-play test-page page-tools

check: fmt widths circles msrv licences lint features docs bench-once

fmt:
	cargo fmt --all --check

# The oldest compiler that Cargo.toml allows. Where it is the default, as on CI's machine, every
# check here is a check with it. Where the default is newer, rustup may have the oldest installed
# beside it.
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

# Each crate by itself, then the text front end with each language alone, then the library `kokoro`
# and the command with each feature alone. In a
# build of the whole workspace, a feature that one crate turns on is on for all, which hides that
# another crate needs it and does not ask for it. Code is only checked, not generated.
CRATES = $(shell cargo metadata --no-deps --offline --format-version 1 | \
	python3 -c 'import json, sys; print(*(p["name"] for p in json.load(sys.stdin)["packages"]))')
ALONE = cargo clippy --release --quiet
LANGUAGES = english french hindi italian japanese mandarin portuguese spanish espeak detect

features:
	@for crate in $(CRATES); do set -x; $(ALONE) -p $$crate -- -D warnings || exit; done
	$(ALONE) -p kokoro --features export -- -D warnings
	$(ALONE) -p kokoro --features fetch -- -D warnings
	$(ALONE) -p kokoro --features npu -- -D warnings
	@for language in $(LANGUAGES); do set -x; $(ALONE) -p kokoro-text \
		--no-default-features --features $$language -- -D warnings || exit; done
	$(ALONE) -p kokoro-text --no-default-features -- -D warnings
	@for format in aac flac mp3 opus; do set -x; $(ALONE) -p kokoro-audio \
		--no-default-features --features $$format -- -D warnings || exit; done
	$(ALONE) -p kokoro-audio --no-default-features -- -D warnings
	$(ALONE) -p kokoro-cli --no-default-features -- -D warnings
	$(ALONE) -p kokoro-cli --no-default-features --features fetch -- -D warnings
	$(ALONE) -p kokoro-cli --no-default-features --features npu -- -D warnings
	$(ALONE) -p kokoro-cli --no-default-features --features server -- -D warnings

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

# Type-checks the library and the example for Android, with their dependencies and the standard
# library. Nothing is linked, so no NDK is needed. Debian's package of a newer Rust (rustc-web)
# brings the standard library's source, so that rustup need not have it. RUSTC_BOOTSTRAP lets a
# stable compiler take -Zbuild-std.
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

# The tests of the kernels and of the tagger on every set of ARM's instructions, the bytes of audio
# formats, then the shortest golden through the decoder, in an emulator: some minutes. Debian's
# rustc-web brings a standard library for ARM. KOKORO_TEST_ISA makes the tests fail if the emulator
# lacks some of the instructions. `--list` makes the target fail if no test has the golden's name.
# The emulator uses the system's own libraries for ARM; with those of the cross compiler as a prefix
# (-L) it would mix the two.
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
	$(AARCH64_TEST) -p kokoro-tagger --lib
	$(AARCH64_TEST) -p kokoro-audio --test bytes
	$(AARCH64_TEST) -p kokoro-tests --test stages -- --list | grep -x "$(AARCH64_GOLDEN): test"
	$(AARCH64_TEST) -p kokoro-tests --test stages -- --exact $(AARCH64_GOLDEN) --nocapture

aarch64-tools:
	@test -x /usr/bin/cargo && test -x /usr/bin/rustc && \
		test -d "$$(PATH=/usr/bin rustc --print sysroot)/lib/rustlib/aarch64-unknown-linux-gnu" && \
		test -e /lib/ld-linux-aarch64.so.1 && \
		command -v aarch64-linux-gnu-gcc >/dev/null && command -v qemu-aarch64 >/dev/null || \
		{ echo "test-aarch64: no Rust for ARM in /usr/bin, no cross compiler or no emulator:" \
			"expected Debian's packages $(AARCH64_PACKAGES)" >&2; exit 1; }

# Tests ask an installed espeak-ng, and say so where there is none.
espeak-tools:
	@command -v espeak-ng >/dev/null || { echo "no espeak-ng" >&2; exit 1; }

# Others' decoders, with which the tests of kokoro-audio read what it writes.
# ALSA's headers are for what plays.
AUDIO_PACKAGES := ffmpeg flac libasound2-dev mpg123 opus-tools

audio-tools:
	@for tool in ffmpeg ffprobe flac mpg123 opusdec opusinfo; do command -v $$tool >/dev/null || \
		{ echo "no $$tool: expected Debian's packages $(AUDIO_PACKAGES)" >&2; exit 1; }; done
	@test -e /usr/include/alsa/asoundlib.h || \
		{ echo "no headers of ALSA: expected Debian's package libasound2-dev" >&2; exit 1; }

# Speech to a device of ALSA that writes a file.
test-play: audio-tools
	cargo clippy --release -p kokoro-audio --features play --all-targets -- -D warnings
	cargo clippy --release -p kokoro-cli --features play -- -D warnings
	cargo test --release -p kokoro-audio --features play --test play

# The page of `kokoro serve`: its parts by themselves, then in two browsers, which get it from a
# server that speaks tones and from the real one. Firefox needs a sound server. Node may come from
# elsewhere, with an npm that Debian's would replace.
PAGE_PACKAGES := chromium curl firefox-esr pulseaudio $(if $(shell command -v npm),,nodejs npm)
PAGE_TEST := cd kokoro-server/tests/page &&

test-page: page-tools
	$(PAGE_TEST) npm ci --no-audit --no-fund
	$(PAGE_TEST) node --test unit/*.test.js
	$(PAGE_TEST) node browser.js
	cargo build --release -p kokoro-cli
	$(PAGE_TEST) node browser.js --kokoro $(abspath $(KOKORO))

page-tools:
	@for tool in chromium curl firefox-esr node npm pulseaudio; do \
		command -v $$tool >/dev/null || \
		{ echo "no $$tool: expected Debian's packages $(PAGE_PACKAGES)" >&2; exit 1; }; done

# OpenAI's own clients, in Python and in JavaScript, talk to `kokoro serve`; what it says of itself
# is read by parsers that others wrote.
CLIENTS := target/clients
CLIENT_FILES := openai_client.mjs package.json package-lock.json .npmrc

.PHONY: test-clients client-tools
test-clients: client-tools
	cargo build --release -p kokoro-cli
	python3 -m venv $(CLIENTS)/python
	$(CLIENTS)/python/bin/python -m pip install --quiet --disable-pip-version-check \
		-r tests/clients/requirements.txt
	mkdir -p $(CLIENTS)/node
	cp $(addprefix kokoro-server/tests/clients/,$(CLIENT_FILES)) $(CLIENTS)/node/
	npm ci --silent --prefix $(CLIENTS)/node
	$(CLIENTS)/python/bin/python kokoro-server/tests/clients/run.py $(KOKORO) \
		$(CLIENTS)/node/openai_client.mjs
	$(CLIENTS)/python/bin/python tools/check_server.py --kokoro $(KOKORO)

CLIENT_PACKAGES := python3-venv $(if $(shell command -v npm),,nodejs npm)

client-tools:
	@for tool in node npm python3; do command -v $$tool >/dev/null || \
		{ echo "no $$tool: expected Debian's packages $(CLIENT_PACKAGES)" >&2; exit 1; }; done

# The packages that .ci/setup-debian installs.
debian-packages:
	@echo $(sort $(ANDROID_PACKAGES) $(AARCH64_PACKAGES) $(AUDIO_PACKAGES) $(CLIENT_PACKAGES) \
		$(PAGE_PACKAGES) \
		espeak-ng)

# The published figures. tools/README.md says which target makes which figure, and which Python
# packages are needed. figures-segments needs the library of ONNX Runtime (ORT_LIB), figures-speed
# the community's int8 export (INT8).
.PHONY: golden golden-check figures-floor figures-quality figures-segments figures-durations \
	figures-guard figures-choices figures-parity figures-speed figures-formats figures-pieces
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

figures-pieces:
	mkdir -p $(FIGURES)/pieces
	cargo run --release -p kokoro-tests --example pieces -- int8 1 $(FIGURES)/pieces
	$(PYTHON) tools/pieces.py $(FIGURES)/pieces 4

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

# SPEECH is a WAV file of 24 kHz and 16 bits, as `kokoro say` writes it.
figures-formats:
	cargo run --release -p kokoro-audio --example formats -- $(SPEECH) $(FIGURES)/formats
	$(PYTHON) tools/audio_quality.py $(SPEECH) $(FIGURES)/formats

figures-speed:
	$(PYTHON) tools/peers.py --int8 $(INT8) --work $(FIGURES) --kokoro $(KOKORO)
	cargo run --release -p kokoro-cli --example lengths -- $(KOKORO) docs/lengths.svg
