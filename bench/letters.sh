#!/usr/bin/env bash
# How long the PDF of payment lists takes:
#   of a unit of 500 people: under 2 s;
#   of a regency of 16,000 people in 62 units, one of them half of all, as one book: under 45 s.
# Also prints pages, size and the largest memory that the bench held.
#
# bench/letters.sh [PEOPLE_OF_UNIT [PEOPLE [UNITS]]]
# Fails if one is slower, unless BENCH_LENIENT=1. Other numbers of people have no bar.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

unit=${1:-500} people=${2:-16000} units=${3:-62}
target=${CARGO_TARGET_DIR:-target}
cargo build --quiet --release -p letters --example list_speed

said=$("$target/release/examples/list_speed" "$unit" "$people" "$units")
printf '%s\n' "$said" | grep -v -E '^(unit|book) '
if ((unit != 500 || people != 16000 || units != 62)); then exit 0; fi

below=0
# bar NAME WHAT BAR_MICROS
bar() {
    local micros verdict=reached
    micros=$(awk -v name="$1" '$1 == name {print $2}' <<<"$said")
    ((micros < $3)) || { verdict=ABOVE; below=1; }
    awk -v what="$2" -v micros="$micros" -v bar="$3" -v verdict="$verdict" 'BEGIN {
        printf "%s: %.2f s, %s (under %.0f s; %.2f of it)\n", what, micros / 1e6, verdict, bar / 1e6, micros / bar
    }'
}
bar unit 'the list of a unit of 500' 2000000
bar book 'the book of a regency of 16,000' 45000000
((below == 0)) || [[ ${BENCH_LENIENT:-} == 1 ]]
