#pragma once

#include <csignal>

namespace peergroup::reminders {

/// As long as it lives, writing to somebody who has gone is an error and not the end of the process; what the signal does to the
/// rest of it stays as it is.
class NoBrokenPipe {
public:
    NoBrokenPipe();
    NoBrokenPipe(const NoBrokenPipe&) = delete;
    NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;
    ~NoBrokenPipe();

private:
    sigset_t only_{};
    sigset_t before_{};
};

} // namespace peergroup::reminders
