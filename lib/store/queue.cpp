#include "store/queue.hpp"

#include "store/fault.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace peergroup::store {

namespace {

using std::chrono::milliseconds;

/// While it lives, a signal reaches this thread at the deadline and every few milliseconds after it, so that a blocking flock(2)
/// ends with EINTR. Polling a non-blocking lock instead would lose the kernel's first-come order.
class Alarm {
public:
    explicit Alarm(milliseconds deadline) {
        struct sigaction action {};
        action.sa_handler = [](int) {};
        sigaction(alarm_signal(), &action, &previous_);
        sigevent event{};
        event.sigev_notify = SIGEV_THREAD_ID;
        event.sigev_signo = alarm_signal();
        event._sigev_un._tid = static_cast<pid_t>(syscall(SYS_gettid));
        armed_ = timer_create(CLOCK_MONOTONIC, &event, &timer_) == 0;
        const auto total = deadline.count() > 0 ? deadline : milliseconds(1);
        itimerspec times{};
        times.it_value.tv_sec = total.count() / 1000;
        times.it_value.tv_nsec = total.count() % 1000 * 1'000'000;
        times.it_interval.tv_nsec = 5'000'000L;
        if (armed_) timer_settime(timer_, 0, &times, nullptr);
    }
    ~Alarm() {
        if (armed_) timer_delete(timer_);
        sigaction(alarm_signal(), &previous_, nullptr);
    }
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

private:
    static int alarm_signal() { return SIGRTMIN + 3; }
    struct sigaction previous_ {};
    timer_t timer_{};
    bool armed_ = false;
};

[[noreturn]] void refuse(const std::string& path, const char* what, int cause) {
    throw StoreError(cause == ENOSPC ? StoreFault::full : StoreFault::unreachable,
                     path + ": " + what + ": " + std::strerror(cause));
}

} // namespace

FileLock::FileLock(const std::string& path, Side side, milliseconds deadline)
    : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (descriptor_ < 0) refuse(path, "cannot open the lock file", errno);
    const int operation = side == Side::shared ? LOCK_SH : LOCK_EX;
    if (flock(descriptor_, operation | LOCK_NB) == 0) return;
    const Alarm alarm(deadline);
    if (flock(descriptor_, operation) == 0) return;
    const int cause = errno;
    ::close(std::exchange(descriptor_, -1));
    if (cause == EINTR) throw StoreError(StoreFault::busy, path + ": another command holds the store");
    refuse(path, "cannot lock", cause);
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
    release();
}

void FileLock::release() {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

FileLock take_turn(const std::string& store_path, FileLock::Side side, milliseconds deadline) {
    const auto start = std::chrono::steady_clock::now();
    const FileLock gate(store_path + ".gate", FileLock::Side::exclusive, deadline);
    const auto waited = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
    return FileLock(store_path + ".lock", side, std::max(deadline - waited, milliseconds(1)));
}

} // namespace peergroup::store
