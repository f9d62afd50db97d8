// A library for LD_PRELOAD that makes one call to the disk fail. Calls are counted from 1, whichever they are:
//   FAULT_AT=7        the seventh fails
//   FAULT_MODE=...    enospc, eio: that one; enospc-ever, eio-ever: it and all that follow; kill: the process dies before it
//   FAULT_MARK=FILE   is made when it happens, so that a test sees when there are no more calls to try
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

long number_of(const char* name) {
    const char* const text = getenv(name);
    return text != nullptr ? strtol(text, nullptr, 10) : 0;
}

void leave_mark() {
    const char* const path = getenv("FAULT_MARK");
    if (path != nullptr) syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT, 0600));
}

/// Whether the call that is about to be made has to fail; errno then says why.
bool fails() {
    static long calls = 0;
    static const long at = number_of("FAULT_AT");
    if (at == 0 || ++calls < at) return false;
    const char* const mode = getenv("FAULT_MODE");
    if (mode == nullptr) return false;
    const bool for_good = strstr(mode, "-ever") != nullptr;
    if (calls > at && !for_good) return false;
    leave_mark();
    if (strcmp(mode, "kill") == 0) kill(getpid(), SIGKILL);
    errno = strncmp(mode, "eio", 3) == 0 ? EIO : ENOSPC;
    return true;
}

// The streams are the test's own files.
bool is_regular(int descriptor) {
    struct stat status {};
    return descriptor > STDERR_FILENO && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

template <class Function> Function next(Function, const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

#define FAIL_OR_CALL(name, ...)                                                                                                  \
    static const auto real = next(&name, #name);                                                                                 \
    if (fails()) return -1;                                                                                                      \
    return real(__VA_ARGS__)

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t count) {
    static const auto real = next(&write, "write");
    if (is_regular(descriptor) && fails()) return -1;
    return real(descriptor, bytes, count);
}
ssize_t pwrite(int descriptor, const void* bytes, size_t count, off_t offset) {
    FAIL_OR_CALL(pwrite, descriptor, bytes, count, offset);
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t offset) {
    FAIL_OR_CALL(pwrite64, descriptor, bytes, count, offset);
}
int fsync(int descriptor) {
    FAIL_OR_CALL(fsync, descriptor);
}
int fdatasync(int descriptor) {
    FAIL_OR_CALL(fdatasync, descriptor);
}
int ftruncate(int descriptor, off_t length) noexcept {
    FAIL_OR_CALL(ftruncate, descriptor, length);
}
int ftruncate64(int descriptor, off64_t length) noexcept {
    FAIL_OR_CALL(ftruncate64, descriptor, length);
}
int rename(const char* from, const char* to) noexcept {
    FAIL_OR_CALL(rename, from, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
    FAIL_OR_CALL(renameat, from_folder, from, to_folder, to);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) noexcept {
    FAIL_OR_CALL(renameat2, from_folder, from, to_folder, to, flags);
}
int link(const char* from, const char* to) noexcept {
    FAIL_OR_CALL(link, from, to);
}
int unlink(const char* path) noexcept {
    FAIL_OR_CALL(unlink, path);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
    FAIL_OR_CALL(unlinkat, folder, path, flags);
}
int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    static const auto real = next(&open64, "open64");
    if ((flags & O_CREAT) != 0 && fails()) return -1;
    return real(path, flags, mode);
}
int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    static const auto real = next(&open, "open");
    if ((flags & O_CREAT) != 0 && fails()) return -1;
    return real(path, flags, mode);
}

} // extern "C"
