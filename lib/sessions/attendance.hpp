#pragma once

#include <optional>
#include <string_view>

namespace peergroup::sessions {

/// What is marked of a member at a meeting.
enum class Mark : char {
    present = 'P',
    late = 'L',
    left_early = 'E',
    remote = 'R',
    absent_notified = 'X',
    absent_not_notified = 'N',
    excused = 'S', ///< kept away by the service itself, so not expected
};

/// Reads the letter, or the word in Finnish, Swedish or English.
std::optional<Mark> parse_mark(std::string_view text);
char letter_of(Mark mark);

/// Whether the member counts as present: present, late, left early, remote.
bool counts_as_attended(Mark mark);

} // namespace peergroup::sessions
