#include "sessions/attendance.hpp"

#include "language/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace peergroup::sessions {

namespace {

struct MarkWords {
    Mark mark;
    std::string_view en;
    std::string_view fi;
    std::string_view sv;
};

constexpr std::array marks = {
    MarkWords{Mark::present, "present", "läsnä", "närvarande"},
    MarkWords{Mark::late, "late", "myöhässä", "försenad"},
    MarkWords{Mark::left_early, "left early", "lähti aikaisemmin", "gick tidigare"},
    MarkWords{Mark::remote, "remote", "etänä", "på distans"},
    MarkWords{Mark::absent_notified, "absent, notified", "poissa, ilmoitettu", "frånvarande, anmäld"},
    MarkWords{Mark::absent_not_notified, "absent, not notified", "poissa, ei ilmoitusta", "frånvarande, oanmäld"},
    MarkWords{Mark::excused, "excused by the service", "este palvelun vuoksi", "förhinder p.g.a. servicen"},
};

std::optional<Mark> mark_of_letter(char letter) {
    const bool small = letter >= 'a' && letter <= 'z';
    const char capital = small ? static_cast<char>(letter - 'a' + 'A') : letter;
    for (const MarkWords& words : marks)
        if (capital == letter_of(words.mark)) return words.mark;
    return std::nullopt;
}

} // namespace

std::optional<Mark> parse_mark(std::string_view text) {
    if (text.size() == 1) return mark_of_letter(text.front());
    const std::string word = language::fold(text);
    for (const MarkWords& words : marks)
        if (word == words.en || word == words.fi || word == words.sv) return words.mark;
    return std::nullopt;
}

char letter_of(Mark mark) {
    return static_cast<char>(mark);
}

bool counts_as_attended(Mark mark) {
    return mark == Mark::present || mark == Mark::late || mark == Mark::left_early || mark == Mark::remote;
}

} // namespace peergroup::sessions
