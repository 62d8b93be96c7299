#!/usr/bin/env bash
# What the gateway takes, on SQLite with fsync, beside what the disk can do in the same run:
#   8 connections × 100 records an upload: at least 30,000 acknowledged records/s;
#   one record an upload: at least 0.7 × connections ÷ time of an fdatasync at 8 connections,
#   and at least 5,000/s at 64.
# The load runs on the same machine, on one thread; every record is new.
#
# Where an fdatasync takes less than 2 ms, 8 connections wait for the processors, not for the disk,
# and the second figure says nothing about how well they share it. It is then measured against the
# same disk made 4 ms slower (bench/slow_fdatasync.c), whose time is taken within the server.
#
# bench/ingest.sh [SECONDS [TURNS]]
# Prints the median of the turns. Fails if a figure is below its bar, unless BENCH_LENIENT=1.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

seconds=${1:-4} turns=${2:-3}
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

# start [NAME=VALUE...]: a server with an empty database; sets address and pid.
start() {
    mkdir "$folder/data"
    : >"$folder/said"
    env "$@" "$server" "$folder/data" 64 >"$folder/said" &
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

# ratio POSTS_PER_S MICROS: uploads in the time of one fdatasync, per connection of 8, in hundredths.
ratio() { echo $(($1 * $2 / 80000)); }

slow=$folder/slow.so
cc -O2 -shared -fPIC -o "$slow" bench/slow_fdatasync.c 2>/dev/null || slow=

declare -a disk batch eight many shared slowed
for ((turn = 1; turn <= turns; turn++)); do
    start
    micros=$("$load" fsync "$folder")
    read -r _ records < <("$load" post "$address" 8 100 "$seconds" 0)
    read -r posts8 _ < <("$load" post "$address" 8 1 "$seconds" 2000)
    read -r posts64 _ < <("$load" post "$address" 64 1 "$seconds" 4000)
    disk+=("$micros") batch+=("$records") eight+=("$posts8") many+=("$posts64")
    shared+=("$(ratio "$posts8" "$micros")")
    size=$(du -sh "$folder/data" | cut -f1)
    stop
    printf 'turn %d: fdatasync %d µs; 8×100: %d records/s; 8×1: %d/s; 64×1: %d/s; %s of data\n' \
        "$turn" "$micros" "$records" "$posts8" "$posts64" "$size" >&2
    if [[ -n $slow ]]; then
        start LD_PRELOAD="$slow" SLOW_FDATASYNC_REPORT="$folder/report"
        read -r slow8 _ < <("$load" post "$address" 8 1 "$seconds" 0)
        stop
        read -r times total <"$folder/report"
        ((times > 0)) || { echo "ingest: the server called no fdatasync" >&2; exit 1; }
        slowed+=("$(ratio "$slow8" $((total / times)))")
        printf 'turn %d: fdatasync made %d µs, %d times; 8×1: %d/s\n' \
            "$turn" $((total / times)) "$times" "$slow8" >&2
    fi
done

median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
hundredths() { printf '%d.%02d' $(($1 / 100)) $(($1 % 100)); }

below=0
# report NAME FIGURE BAR UNIT: figure and bar in hundredths; a bar of 0 is none.
report() {
    local verdict=reached ratio=
    if (($3 == 0)); then
        verdict='(no bar)'
    else
        (($2 >= $3)) || { verdict=BELOW; below=1; }
        ratio="bar $(hundredths "$3"), ratio $(hundredths $(($2 * 100 / $3)))"
    fi
    printf '%-44s %10s %-10s %-9s %s\n' "$1" "$(hundredths "$2")" "$4" "$verdict" "$ratio"
}
fsync=$(median "${disk[@]}")
printf 'fdatasync of this disk, median: %d µs (%d in a second)\n' "$fsync" $((1000000 / fsync))
report '8 connections × 100 records' $(($(median "${batch[@]}") * 100)) 3000000 records/s
report '8 connections × 1' $(($(median "${eight[@]}") * 100)) 0 records/s
report '64 connections × 1' $(($(median "${many[@]}") * 100)) 500000 records/s
bar=70
if ((fsync < 2000)) && [[ -n $slow ]]; then bar=0; fi
report '8 × 1 ÷ (8 ÷ fdatasync), this disk' "$(median "${shared[@]}")" "$bar" ''
if [[ -n $slow ]]; then
    report '8 × 1 ÷ (8 ÷ fdatasync), made 4 ms slower' "$(median "${slowed[@]}")" $((70 - bar)) ''
fi
((below == 0)) || [[ ${BENCH_LENIENT:-} == 1 ]]
