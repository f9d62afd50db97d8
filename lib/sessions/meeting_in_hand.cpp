#include "sessions/meeting_in_hand.hpp"

#include <algorithm>

namespace peergroup::sessions {

bool MeetingInHand::has_member(std::int64_t person) const {
    return std::ranges::binary_search(members_, person);
}

void MeetingInHand::set_mark(std::int64_t person, const AttendanceMark& mark) {
    marks_.set(person, mark);
    changed_ = true;
}

void MeetingInHand::take_visitors(std::int32_t adults, std::int32_t children) {
    const auto take_count = [&](std::optional<int>& stored, std::int32_t told) {
        if (told < 0 || stored == told) return;
        stored = told;
        changed_ = true;
    };
    take_count(meeting_.adults, adults);
    take_count(meeting_.children, children);
}

bool MeetingInHand::take_words(const Words& words, bool theme_said) {
    groups::Themes& themes = *themes_;
    if (!words.theme.empty() && themes.theme != words.theme) {
        if (theme_said) return false;
        themes.theme = words.theme;
        changed_ = themes_changed_ = true;
    }
    for (const std::string& raised : words.raised)
        if (std::ranges::find(themes.raised, raised) == themes.raised.end()) {
            themes.raised.push_back(raised);
            changed_ = themes_changed_ = true;
        }
    return true;
}

bool MeetingInHand::take_held() {
    changed_ = changed_ || meeting_.state == groups::SessionState::planned;
    return changed_;
}

groups::LoggedMeeting MeetingInHand::counted() const {
    groups::LoggedMeeting meeting = meeting_;
    count_marks(meeting, marks_);
    return meeting;
}

} // namespace peergroup::sessions
