/* Preloaded into a server, makes each fdatasync take 4 ms longer, as on a disk that has to move, and
 * writes "count microseconds" of all of them to $SLOW_FDATASYNC_REPORT when the server ends. A fast
 * disk hides what waiting costs: this shows it. */
#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_long count, micros;

static long now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

int fdatasync(int fd) {
    long began = now_us();
    int done = (int)syscall(SYS_fdatasync, fd);
    struct timespec pause = {0, 4000000};
    nanosleep(&pause, 0);
    atomic_fetch_add(&count, 1);
    atomic_fetch_add(&micros, now_us() - began);
    return done;
}

__attribute__((destructor)) static void report(void) {
    const char *path = getenv("SLOW_FDATASYNC_REPORT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld %ld\n", atomic_load(&count), atomic_load(&micros));
    fclose(file);
}
