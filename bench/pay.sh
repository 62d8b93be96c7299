#!/usr/bin/env bash
# The payment list of a whole regency, from the store to the file: 16,000 people of the demo, whose
# month is evaluated. Says how long `abdi report payments` takes as XLSX, CSV and JSON, and the
# month sheet of the largest unit, each as a program started anew: median of the rounds.
#
# bench/pay.sh [PEOPLE [ROUNDS]]
# Fails if the XLSX takes longer than 2 s, unless BENCH_LENIENT=1. Another number of people has no bar.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

people=${1:-16000} rounds=${2:-5}
bar_millis=2000
target=${CARGO_TARGET_DIR:-target}
abdi=${ABDI:-$target/release/abdi}
[[ -n ${ABDI:-} ]] || cargo build --quiet --release -p cli

folder=$(mktemp -d "$target/bench-pay.XXXXXX")
trap 'rm -rf -- "$folder"' EXIT
"$abdi" --data "$folder/data" demo --people "$people" --no-serve >"$folder/demo" 2>/dev/null
head -n 1 "$folder/demo"
month=$(date -d "$(date +%Y-%m-01) -1 day" +%Y-%m)
"$abdi" --data "$folder/data" evaluate --month "$month" >/dev/null

# measure NAME ARGUMENTS…: the median in milliseconds, in $median.
measure() {
    local name=$1 times=() began round
    shift
    for ((round = 0; round < rounds; round++)); do
        rm -f -- "$folder/file"
        began=$(date +%s%N)
        "$abdi" --data "$folder/data" report "$@" --month "$month" -o "$folder/file" 2>/dev/null
        times+=($((($(date +%s%N) - began) / 1000000)))
    done
    median=$(printf '%s\n' "${times[@]}" | sort -n | sed -n "$((rounds / 2 + 1))p")
    printf '%-28s %6d ms  %9d bytes\n' "$name" "$median" "$(stat -c %s "$folder/file")"
}
measure 'payment list as XLSX' payments --format xlsx
xlsx=$median
measure 'payment list as CSV' payments --format csv
measure 'payment list as JSON' payments --format json
measure 'month sheet, largest unit' sheet --format xlsx --skpd DISDIK
if ((people != 16000)); then exit 0; fi
verdict=reached
((xlsx < bar_millis)) || verdict=ABOVE
printf 'payment list of a regency: %d ms, %s (under %d ms)\n' "$xlsx" "$verdict" "$bar_millis"
[[ $verdict == reached || ${BENCH_LENIENT:-} == 1 ]]
