#!/usr/bin/env bash
# A month of 10,000 people from unsorted punches to statements, beside the same rule in DuckDB: one
# thread each, in turn, so that whatever else the machine does hits both. Ours computes everything it
# always does: lines with their articles, exact amounts, caps, rounding, findings.
#
# bench/evaluation.sh [PEOPLE [TURNS]]
# Fails if the two do not come to the same total and the same counts.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

people=${1:-10000} turns=${2:-5}
python=${BENCH_PYTHON:-python3}
peer=${ABDI_SAMPLES:-../shared/samples}/presence/peer_duckdb.py
skip() { printf 'evaluation: skipped: %s\n' "$*" >&2; exit 0; }

[[ -f $peer ]] || skip "no $peer, which writes the punches; set ABDI_SAMPLES to the folder of samples"
"$python" -c 'import duckdb' 2>/dev/null || skip "$python has no duckdb (pip install duckdb, or set BENCH_PYTHON)"

cargo build --quiet --release -p rules --example evaluation_bench
target=${CARGO_TARGET_DIR:-target}
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT

national=(law/national/*.toml) regency=(law/regency/contoh/*.toml)
full=()
if [[ -e ${national[0]} && -e ${regency[0]} ]]; then
    full=(lima-hari "${national[@]}" "${regency[@]}")
fi

OURS=$target/release/examples/evaluation_bench PEER=$peer \
    "$python" - "$folder" "$people" "$turns" "${full[@]}" <<'PYTHON'
import importlib.util, json, os, statistics, subprocess, sys, time

folder, people, turns, full = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
spec = importlib.util.spec_from_file_location("peer", os.environ["PEER"])
peer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(peer)
import duckdb

punches = peer.write(folder, people)
db = duckdb.connect()
db.execute("set threads=1")
for table in ("punch", "person", "calendar"):
    db.execute(f"create table {table} as select * from read_csv('{folder}/{table}.csv')")


def theirs():
    """Microseconds of one evaluation."""
    for table in ("daily", "monthly"):
        db.execute(f"drop table if exists {table}")
    begin = time.perf_counter()
    db.execute(peer.DAILY)
    db.execute(peer.MONTHLY)
    return (time.perf_counter() - begin) * 1e6


def ours(*law):
    run = subprocess.run([os.environ["OURS"], folder, *law], check=True, capture_output=True)
    return json.loads(run.stdout)


theirs()  # the first is slower: its memory is not there yet
duck, abdi, whole, last = [], [], [], None
for _ in range(turns):
    duck += [theirs() for _ in range(9)]
    last = ours("bench", "crates/rules/examples/simple_rule.toml")
    abdi += last["times_us"]
    if full:
        complete = ours(*full)
        whole += complete["times_us"]

days = last["employee_days"]
cut = db.execute("select sum(cut)::bigint from monthly").fetchone()[0]
status = dict(db.execute("select lower(replace(status, '_', '-')), count(*) from daily group by 1").fetchall())
mine = {word: count for word, count in last["status"].items() if word != "off"}


def row(name, times):
    median, best = statistics.median(times), min(times)
    print(f"{name:<34}{median / 1000:8.2f} ms median {best / 1000:8.2f} ms best {days / median:7.1f} M employee-days/s")


print(f"{people} people, {punches} punches, {days} employee-days, one thread, {len(duck)} rounds each")
row(f"DuckDB {duckdb.__version__}, its simple rule", duck)
row("ours, the same rule", abdi)
if full:
    row("ours, the law of Contoh", whole)
ratio = statistics.median(duck) / statistics.median(abdi)
print(f"ratio of medians {ratio:.2f} x (wanted: 3, aim: 5)")
limit = last["bytes_moved"] / last["copy_mb_per_s"]
print(
    f"limit of this memory {limit / 1000:.2f} ms: {last['bytes_moved'] / 1e6:.0f} MB moved at "
    f"{last['copy_mb_per_s'] / 1000:.1f} GB/s as measured by copying; ours is {statistics.median(abdi) / limit:.1f} x that"
)
if (cut, status, punches) != (last["cut"], mine, last["punches"]):
    sys.exit(f"NOT the same: DuckDB {cut} {status}, ours {last['cut']} {mine}")
print(f"the same total of both, {cut}, and the same counts: {json.dumps(mine)}")
PYTHON
