#include "reminders/broken_pipe.hpp"

#include <ctime>

namespace peergroup::reminders {

NoBrokenPipe::NoBrokenPipe() {
    ::sigemptyset(&only_);
    ::sigaddset(&only_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &only_, &before_);
}

NoBrokenPipe::~NoBrokenPipe() {
    const timespec at_once{};
    while (::sigtimedwait(&only_, nullptr, &at_once) == SIGPIPE) {
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

} // namespace peergroup::reminders
