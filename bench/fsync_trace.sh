#!/usr/bin/env bash
# Traces the system calls of a server while terminals deliver, and checks that for each `OK: n` an
# fdatasync (or fsync) began after its upload was read and returned before the answer was written.
# Every record is new, so every answer needs one.
#
# bench/fsync_trace.sh
# Fails if one `OK` came too early, or if there was nothing to see.
set -euo pipefail
cd "$(dirname -- "${BASH_SOURCE[0]}")/.."

command -v strace >/dev/null || { echo "fsync_trace: skipped: there is no strace" >&2; exit 0; }
target=${CARGO_TARGET_DIR:-target}
cargo build --quiet --release -p gateway --example gateway_server --example ingest_load
server=$target/release/examples/gateway_server load=$target/release/examples/ingest_load
folder=$(mktemp -d "$target/bench-trace.XXXXXX")
tracer=
end() {
    if [[ -n $tracer ]]; then pkill -INT -P "$tracer" 2>/dev/null || true; wait "$tracer" 2>/dev/null || true; fi
    rm -rf -- "$folder"
}
trap end EXIT

# Reads a trace; each line begins with the thread. A call that another thread's line interrupts is
# written in two parts, and its file is in the first.
check() {
    awk '
    function file_of(call, rest) { rest = call; sub(/^[a-z0-9]+\(/, "", rest); return rest + 0 }
    {
        thread = $1
        call = $0
        sub(/^[0-9]+ +/, "", call)
        begun = NR
        if (call ~ /^<\.\.\. [a-z0-9]+ resumed>/) {
            file = files[thread]; begun = begins[thread]
        } else {
            file = file_of(call)
        }
        files[thread] = file; begins[thread] = begun
    }
    # The first part of a read holds nothing; the first part of a write holds all of it, and that is
    # when the answer leaves.
    # An upload may come in several reads; the last counts.
    call ~ /^(read|readv|recvfrom|recvmsg)\(|^<\.\.\. (read|readv|recvfrom|recvmsg) resumed>/ {
        if (/POST \/iclock/) { asked[file] = NR; posts++ }
        else if (file in asked && / = [1-9][0-9]*$/) asked[file] = NR
    }
    call ~ /^(fdatasync|fsync)\(.*= 0$|^<\.\.\. (fdatasync|fsync) resumed>.*= 0$/ {
        syncs++
        if (begun > synced) synced = begun
    }
    call ~ /^(write|writev|sendto|sendmsg)\(/ && /OK: [0-9]/ {
        answers++
        if (!(file in asked) || synced <= asked[file]) { early++; if (early < 4) print "too early: " $0 }
        delete asked[file]
    }
    END {
        printf "%d uploads, %d waits for the disk, %d times OK, %d of them too early\n", posts, syncs, answers, early
        exit !(posts > 0 && answers > 0 && early == 0)
    }' "$1"
}

# The check itself must be able to fail.
cat >"$folder/early" <<'TRACE'
7 recvfrom(9, "POST /iclock/cdata HTTP/1.1", 8192, 0, NULL, NULL) = 27
8 fdatasync(4 <unfinished ...>
7 sendto(9, "HTTP/1.1 200 OK\r\n\r\nOK: 1", 24, 0, NULL, 0) = 24
8 <... fdatasync resumed>) = 0
TRACE
cat >"$folder/old" <<'TRACE'
8 fdatasync(4 <unfinished ...>
7 recvfrom(9, "POST /iclock/cdata HTTP/1.1", 8192, 0, NULL, NULL) = 27
8 <... fdatasync resumed>) = 0
7 writev(9, [{iov_base="HTTP/1.1 200 OK\r\n\r\n"}, {iov_base="OK: 1"}], 2) = 24
TRACE
for wrong in early old; do
    if check "$folder/$wrong" >/dev/null; then echo "fsync_trace: the check sees nothing" >&2; exit 1; fi
done

mkdir "$folder/data"
: >"$folder/said"
calls=read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg,fdatasync,fsync
strace -f -qq -s 400 -e trace="$calls" -e signal=none -o "$folder/trace" \
    "$server" "$folder/data" 8 >"$folder/said" &
tracer=$!
until address=$(awk '/^listening / {print $2; found = 1} END {exit !found}' "$folder/said"); do
    kill -0 "$tracer" || { echo "fsync_trace: the server ended" >&2; exit 1; }
    read -rt 0.05 <> <(:) || true
done
"$load" post "$address" 1 1 1 0 >/dev/null
"$load" post "$address" 8 100 2 1000 >/dev/null
pkill -INT -P "$tracer"
wait "$tracer" || true
tracer=
check "$folder/trace"
