#pragma once

#include <csignal>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace field {

/// Work in a process of its own, which shares nothing with the test but the disk.
class ChildProcess {
public:
    template <class Work> explicit ChildProcess(const Work& work) : id_(::fork()) {
        if (id_ < 0) throw std::runtime_error("no process for the test");
        if (id_ > 0) return;
        int outcome = EXIT_SUCCESS;
        try {
            work();
        } catch (const std::exception&) {
            outcome = EXIT_FAILURE;
        }
        ::_exit(outcome); // without the parent's destructors
    }
    ChildProcess(ChildProcess&& other) noexcept : id_(other.id_) { other.id_ = 0; }
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess() {
        if (id_ <= 0) return;
        kill();
        wait();
    }

    void kill() const { ::kill(id_, SIGKILL); }

    /// Its exit code, or minus the signal that ended it.
    int wait() {
        int status = 0;
        ::waitpid(id_, &status, 0);
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    pid_t id_;
};

} // namespace field
