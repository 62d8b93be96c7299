#!/usr/bin/env bash
# How long the pages take on the demo of a whole regency, over HTTP on loopback:
#   the month sheet of a unit of about 250 people: under 50 ms;
#   my month: under 15 ms;
#   the decisions that wait for a supervisor: under 50 ms.
# Also prints what a day opened in place, today of the regency and the largest unit's sheet take.
#
# bench/pages.sh [PEOPLE [TIMES]]
# Prints medians. Fails if a page is slower than its bar, unless BENCH_LENIENT=1.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

people=${1:-16000} times=${2:-31}
target=${CARGO_TARGET_DIR:-target}
cargo build --quiet --release -p cli
cargo build --quiet --release -p web --example page_times
abdi=$target/release/abdi load=$target/release/examples/page_times

folder=$(mktemp -d "$target/bench-pages.XXXXXX")
pid=
end() {
    if [[ -n $pid ]]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
    rm -rf -- "$folder"
}
trap end EXIT

"$abdi" --data "$folder/data" demo --people "$people" --no-serve >"$folder/demo" 2>/dev/null
head -n 1 "$folder/demo"
password=$(awk '$1 == "contoh-bkpsdm" {print $2}' "$folder/demo")

"$abdi" --data "$folder/data" serve --listen 127.0.0.1:0 --terminals 127.0.0.1:0 2>"$folder/said" &
pid=$!
until address=$(sed -n 's|^pages: http://\(.*\)/$|\1|p' "$folder/said") && [[ -n $address ]]; do
    kill -0 "$pid" || { cat "$folder/said" >&2; exit 1; }
    read -rt 0.05 <> <(:) || true
done

month=$(date +%Y-%m)
below=0
# page ACCOUNT NAME PATH BAR_MS: a bar of 0 is none.
page() {
    local micros bytes verdict='(no bar)'
    read -r _ micros bytes < <("$load" "$address" "$1" "$password" "$times" "$3")
    if (($4 > 0)); then
        verdict="under $4 ms"
        ((micros < $4 * 1000)) || { verdict="SLOWER than $4 ms"; below=1; }
    fi
    printf '%-34s %6d.%d ms  %7d bytes  %s\n' "$2" $((micros / 1000)) $((micros / 100 % 10)) "$bytes" "$verdict"
}
# Satuan Polisi Pamong Praja has the number of people nearest to 250.
page contoh-bkpsdm 'month sheet, about 250 people' "/units/SATPOLPP/$month?show=all" 50
page contoh-bkpsdm 'month sheet, the largest unit' "/units/DISDIK/$month" 0
page contoh-bkpsdm 'today in the regency' /today 0
page contoh-pegawai 'my month' "/me/$month" 15
page contoh-pimpinan 'decisions that wait' /decisions 50
page contoh-pegawai 'my month, a day opened' "/me/$month?day=1" 0
printf 'memory of the server: %s kB\n' "$(awk '/VmRSS/ {print $2}' "/proc/$pid/status")"
((below == 0)) || [[ ${BENCH_LENIENT:-} == 1 ]]
