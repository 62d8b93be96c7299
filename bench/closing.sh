#!/usr/bin/env bash
# Closing, deciding and what if: a unit of 250 is closed in under 1 s, 50 requests that wait for a
# decision are listed with what each would change in under 50 ms, and a month of a regency of 16,000
# is tried under another law in under 2 s, on SQLite, each the best of three.
#
# bench/closing.sh [PEOPLE]
# Fails if one is above, unless BENCH_LENIENT=1. Another number of people has no bar for what if.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

people=${1:-16000}
target=${CARGO_TARGET_DIR:-target}
cargo build --quiet --release -p office --example closing_bench

said=$("$target/release/examples/closing_bench" "$people")
close=$(awk '$1 == "close" {print $2}' <<<"$said")
decide=$(awk '$1 == "decide" {print $2}' <<<"$said")
what_if=$(awk '$1 == "what-if" {print $2}' <<<"$said")

status=0
told() {
    local what=$1 took=$2 bar=$3 verdict=reached
    ((took < bar)) || verdict=ABOVE
    awk -v what="$what" -v took="$took" -v bar="$bar" -v verdict="$verdict" 'BEGIN {
        printf "%s: %.2f s, %s (under %.2f s; %.2f of it)\n",
            what, took / 1e3, verdict, bar / 1e3, took / bar
    }'
    [[ $verdict == reached || ${BENCH_LENIENT:-} == 1 ]] || status=1
}
told "a unit of 250 closed" "$close" 1000
if ((people == 16000)); then
    told "50 waiting requests listed" "$decide" 50
else
    echo "50 waiting requests of $people people listed: $decide ms"
fi
if ((people == 16000)); then
    told "a month of 16,000 under another law" "$what_if" 2000
else
    echo "a month of $people under another law: $what_if ms"
fi
exit "$status"
