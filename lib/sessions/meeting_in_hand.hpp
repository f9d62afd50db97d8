#pragma once

#include "groups/meeting_log.hpp"
#include "groups/session_notes.hpp"
#include "sessions/log_rows.hpp"
#include "sessions/mark_register.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace peergroup::sessions {

/// A meeting that rows are about, with what is to be written of it. Decides what each row changes and writes nothing.
class MeetingInHand {
public:
    MeetingInHand(groups::LoggedMeeting meeting, std::vector<std::int64_t> members, SessionMarks marks)
        : meeting_(std::move(meeting)), members_(std::move(members)), marks_(std::move(marks)) {}

    const groups::LoggedMeeting& meeting() const { return meeting_; }
    bool has_member(std::int64_t person) const;
    /// The mark that counts; nothing when the person has none.
    const AttendanceMark* mark_of(std::int64_t person) const { return marks_.find(person); }

    /// A mark that differs from what is known.
    void set_mark(std::int64_t person, const AttendanceMark& mark);
    /// Grown-up visitors and children; -1 leaves what is known.
    void take_visitors(std::int32_t adults, std::int32_t children);
    /// The themes are read when rows speak of them.
    bool knows_themes() const { return themes_.has_value(); }
    void set_themes(groups::Themes known) { themes_ = std::move(known); }
    /// Adds what was raised. A theme that rows have said stays: false when the words name another.
    bool take_words(const Words& words, bool theme_said);
    /// A row is about the meeting as such, which thereby has been held. Whether that changes it.
    bool take_held();

    bool is_changed() const { return changed_; }
    /// The themes, when they are to be written.
    const groups::Themes* new_themes() const { return themes_changed_ ? &*themes_ : nullptr; }
    /// The meeting with counters as its marks give them.
    groups::LoggedMeeting counted() const;

private:
    groups::LoggedMeeting meeting_;
    std::vector<std::int64_t> members_; ///< on its day, ascending
    SessionMarks marks_;
    std::optional<groups::Themes> themes_;
    bool changed_ = false;
    bool themes_changed_ = false;
};

} // namespace peergroup::sessions
