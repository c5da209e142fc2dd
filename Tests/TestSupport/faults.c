// A disk that fails when it is told to, for tests: preloaded into a program (LD_PRELOAD), it stands between the program
// and what the program does to files below one folder. `FaultShim.swift` compiles it and says what is to happen.
//
//   FAULTS_FOLDER   the folder, in full as all paths that the program uses; nothing else is touched
//   FAULTS_TRACE    a file that gets one line for each call, "fdatasync desk.sqlite-wal": its lines number the calls
//   FAULTS_KIND     what happens at the call FAULTS_AT (counted from 1):
//     kill          the process is killed instead of the call
//     kill-after    the process is killed after the call
//     torn          a write writes half of its bytes, then the process is killed; any other call as with kill
//     io            the call fails with EIO, and those after it succeed
//     io-on         the call and all after it fail with EIO
//     full          writes fail with ENOSPC from the call on
//     readonly      from the start: nothing can be opened for writing, made, taken away or named otherwise (EROFS)
//
// A killed process leaves to the next one all that it has written: what a loss of power would take away is not tried.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The function that the program would have called without us.
#define NEXT(name) \
  static __typeof__(name) *next; \
  if (!next) next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

enum kind { NONE, KILL, KILL_AFTER, TORN, IO, IO_ON, FULL, READONLY };
static const char *const kind_names[] = {"", "kill", "kill-after", "torn", "io", "io-on", "full", "readonly"};

static enum kind kind;
static long at;
static atomic_long calls;
static char folder[PATH_MAX];
static size_t folder_length;
static int trace = -1;

__attribute__((constructor)) static void begin(void) {
  const char *given = getenv("FAULTS_FOLDER"), *file = getenv("FAULTS_TRACE");
  const char *name = getenv("FAULTS_KIND"), *number = getenv("FAULTS_AT");
  // /proc/self/fd tells real paths.
  if (given && realpath(given, folder)) folder_length = strlen(folder);
  for (int i = 0; name && i <= READONLY; i++)
    if (!strcmp(name, kind_names[i])) kind = i;
  at = number ? atol(number) : 0;
  if (file) trace = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  // What the program starts is not meant.
  unsetenv("LD_PRELOAD");
}

static int is_ours(const char *path) {
  return folder_length && !strncmp(path, folder, folder_length) && path[folder_length] == '/';
}

// The path behind a descriptor, if it lies below the folder.
static const char *path_of(int fd, char buffer[PATH_MAX]) {
  char link[40];
  if (!folder_length) return NULL;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, buffer, PATH_MAX - 1);
  if (length < 0) return NULL;
  buffer[length] = 0;
  return is_ours(buffer) ? buffer : NULL;
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Counts a call on `path`. Gives the error that it must fail with, or 0; `*is_last` says that the process ends after it.
static int count(const char *call, const char *path, int is_write, int *is_last) {
  *is_last = 0;
  if (!path || !is_ours(path)) return 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (trace >= 0) {
    char line[PATH_MAX + 32];
    int length = snprintf(line, sizeof line, "%s %s\n", call, path + folder_length + 1);
    syscall(SYS_write, trace, line, (size_t)length);
  }
  switch (kind) {
  case KILL:
    if (number == at) die();
    return 0;
  case TORN:
    if (number == at && !is_write) die();
    *is_last = number == at;
    return 0;
  case KILL_AFTER: *is_last = number == at; return 0;
  case IO: return number == at ? EIO : 0;
  case IO_ON: return number >= at ? EIO : 0;
  case FULL: return number >= at && is_write ? ENOSPC : 0;
  case READONLY: return EROFS;
  case NONE: return 0;
  }
  return 0;
}

// Counts the call named, does it or fails, and gives its result.
#define COUNTED(name, path, ...) \
  do { \
    NEXT(name); \
    int is_last, fault = count(#name, path, 0, &is_last); \
    if (fault) return errno = fault, -1; \
    __typeof__(next(__VA_ARGS__)) result = next(__VA_ARGS__); \
    if (is_last) die(); \
    return result; \
  } while (0)

// The same for a write of `size` bytes, which may be torn.
#define COUNTED_WRITE(name, fd, ...) \
  do { \
    NEXT(name); \
    char buffer[PATH_MAX]; \
    int is_last, fault = count(#name, path_of(fd, buffer), 1, &is_last); \
    if (fault) return errno = fault, -1; \
    if (is_last && kind == TORN) size /= 2; \
    ssize_t result = next(__VA_ARGS__); \
    if (is_last) die(); \
    return result; \
  } while (0)

ssize_t write(int fd, const void *bytes, size_t size) { COUNTED_WRITE(write, fd, fd, bytes, size); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
  COUNTED_WRITE(pwrite, fd, fd, bytes, size, place);
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) {
  COUNTED_WRITE(pwrite64, fd, fd, bytes, size, place);
}

int fsync(int fd) { char buffer[PATH_MAX]; COUNTED(fsync, path_of(fd, buffer), fd); }
int fdatasync(int fd) { char buffer[PATH_MAX]; COUNTED(fdatasync, path_of(fd, buffer), fd); }
int ftruncate(int fd, off_t size) { char buffer[PATH_MAX]; COUNTED(ftruncate, path_of(fd, buffer), fd, size); }
int ftruncate64(int fd, off64_t size) { char buffer[PATH_MAX]; COUNTED(ftruncate64, path_of(fd, buffer), fd, size); }
int unlink(const char *path) { COUNTED(unlink, path, path); }
int rename(const char *from, const char *to) { COUNTED(rename, to, from, to); }
int mkdir(const char *path, mode_t mode) { COUNTED(mkdir, path, path, mode); }

// Opening is refused on a read-only disk; it is not counted, as nothing is lost by it.
static int is_refused(const char *path, int flags) {
  return kind == READONLY && is_ours(path) && ((flags & O_ACCMODE) != O_RDONLY || flags & O_CREAT);
}

static mode_t mode_of(int flags, va_list rest) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
}

#define OPENED(name, ...) \
  do { \
    NEXT(name); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = mode_of(flags, rest); \
    va_end(rest); \
    if (is_refused(path, flags)) return errno = EROFS, -1; \
    return next(__VA_ARGS__, flags, mode); \
  } while (0)

int open(const char *path, int flags, ...) { OPENED(open, path); }
int open64(const char *path, int flags, ...) { OPENED(open64, path); }
int openat(int parent, const char *path, int flags, ...) { OPENED(openat, parent, path); }
int openat64(int parent, const char *path, int flags, ...) { OPENED(openat64, parent, path); }
