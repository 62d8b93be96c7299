#!/usr/bin/env bash
# What the gateway takes, on SQLite with fsync, beside what this disk can do in the same run:
#   8 connections × 100 records an upload: at least 30,000 acknowledged records/s;
#   one record an upload: at least 0.7 × connections ÷ time of an fdatasync at 8 connections,
#   and at least 5,000/s at 64.
# The load runs on the same machine, on one thread; every record is new.
#
# bench/ingest.sh [SECONDS [TURNS]]
# Prints the median of the turns. Fails if a figure is below its bar, unless BENCH_LENIENT=1.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

seconds=${1:-5} turns=${2:-3}
target=${CARGO_TARGET_DIR:-target}
cargo build --quiet --release -p gateway --example gateway_server --example ingest_load
server=$target/release/examples/gateway_server load=$target/release/examples/ingest_load

# On the disk of the build, not in /tmp, which may be memory.
folder=$(mktemp -d "$target/bench-ingest.XXXXXX")
pid=
end() {
    if [[ -n $pid ]]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
    rm -rf -- "$folder"
}
trap end EXIT

# start: a server with an empty database; sets address and pid.
start() {
    mkdir "$folder/data"
    : >"$folder/said"
    "$server" "$folder/data" 64 >"$folder/said" &
    pid=$!
    until address=$(awk '/^listening / {print $2; found = 1} END {exit !found}' "$folder/said"); do
        kill -0 "$pid" || { echo "ingest: the server ended" >&2; exit 1; }
        read -rt 0.05 <> <(:) || true
    done
}

stop() {
    kill -INT "$pid" && wait "$pid" || { echo "ingest: the server did not end well" >&2; exit 1; }
    pid=
    rm -rf -- "$folder/data"
}

declare -a disk batch eight many ratio
for ((turn = 1; turn <= turns; turn++)); do
    start
    before=$("$load" fsync "$folder")
    read -r _ records < <("$load" post "$address" 8 100 "$seconds" 0)
    read -r posts8 _ < <("$load" post "$address" 8 1 "$seconds" 2000)
    read -r posts64 _ < <("$load" post "$address" 64 1 "$seconds" 4000)
    after=$("$load" fsync "$folder")
    micros=$(((before + after) / 2))
    disk+=("$micros") batch+=("$records") eight+=("$posts8") many+=("$posts64")
    # Uploads in the time of one fdatasync, per connection, in hundredths.
    ratio+=($((posts8 * micros / 8 / 10000)))
    printf 'turn %d: fdatasync %d µs; 8×100: %d records/s; 8×1: %d/s; 64×1: %d/s; data %s\n' \
        "$turn" "$micros" "$records" "$posts8" "$posts64" "$(du -sh "$folder/data" | cut -f1)" >&2
    stop
done

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
hundredths() { printf '%d.%02d' $(($1 / 100)) $(($1 % 100)); }

below=0
# report NAME FIGURE UNIT BAR: the bar in the unit of the figure, both in hundredths.
report() {
    local verdict=reached
    (($2 >= $4)) || { verdict=BELOW; below=1; }
    printf '%-34s %12s %-10s bar %12s  ratio %s  %s\n' \
        "$1" "$(hundredths "$2")" "$3" "$(hundredths "$4")" "$(hundredths $(($2 * 100 / $4)))" "$verdict"
}
printf 'fdatasync of this disk, median: %d µs (%d in a second)\n' \
    "$(median "${disk[@]}")" $((1000000 / $(median "${disk[@]}")))
report '8 connections × 100 records' $(($(median "${batch[@]}") * 100)) records/s 3000000
report '8 connections × 1, ÷ (8 ÷ fsync)' "$(median "${ratio[@]}")" '' 70
report '64 connections × 1' $(($(median "${many[@]}") * 100)) records/s 500000
printf '8 connections × 1: %d records/s\n' "$(median "${eight[@]}")"
((below == 0)) || [[ ${BENCH_LENIENT:-} == 1 ]]
