#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::reminders {

/// How a program that was given a text ended.
struct ProgramEnd {
    bool started = false;
    std::optional<int> exit_status; ///< nothing where a signal ended it, or the time was up
    bool timed_out = false;         ///< it was killed, with what it had started
    bool text_taken = false;        ///< all of the text was handed over
};

/// Runs `words` (the first one a path) without a shell, with `text` on its standard input, its output thrown away, and of the
/// environment only a plain PATH, the home folder of the account and the locale C. Waits no longer than `patience`; a program
/// that reads nothing or never ends is killed. Never throws a Problem.
ProgramEnd run_program(const std::vector<std::string>& words, std::string_view text, std::chrono::milliseconds patience);

} // namespace peergroup::reminders
