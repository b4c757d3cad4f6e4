#!/bin/sh
# Runs a fuzz target with stable Rust:
#
#     fuzz/run.sh TARGET [SECONDS]
#
# It begins with the seeds in fuzz/seeds/TARGET and keeps what it finds in fuzz/corpus/TARGET. An
# input that fails is left in fuzz/artifacts/TARGET; give it to the program to see it fail again.
set -eu
cd "$(dirname "$0")"
target=$1
seconds=${2:-600}
mkdir -p "corpus/$target" "artifacts/$target" "seeds/$target"
# What libFuzzer needs of the compiler: a counter for each branch, and where it is.
counters="-Cpasses=sancov-module"
for option in level=4 inline-8bit-counters pc-table trace-compares; do
    counters="$counters -Cllvm-args=-sanitizer-coverage-$option"
done
features=
[ "$target" = voice_file ] && features=weights
RUSTFLAGS="$counters -Ccodegen-units=1" cargo build --release --bin "$target" \
    --features "$features" --target "$(rustc -vV | sed -n 's/^host: //p')"
folder=${CARGO_TARGET_DIR:-target}/$(rustc -vV | sed -n 's/^host: //p')/release
exec "$folder/$target" "corpus/$target" "seeds/$target" -max_total_time="$seconds" -max_len=2000 \
    -artifact_prefix="artifacts/$target/"
