#include "sessions/log_sessions.hpp"

#include "admission/membership_register.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/meeting_log.hpp"
#include "groups/session_notes.hpp"
#include "people/people.hpp"
#include "sessions/log_rows.hpp"
#include "sessions/mark_register.hpp"
#include "sessions/meeting_in_hand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace peergroup::sessions {

namespace {

using batches::RowStatus;

// One attempt at the sheet within one transaction: group by group, meeting by meeting.
class Logging {
public:
    Logging(const batches::Attempt& attempt, const catalogue::Catalogue& catalogue, const LogRequest& request, std::int64_t batch)
        : attempt_(attempt), catalogue_(catalogue), today_(request.today.iso()), batch_(batch),
          first_change_(attempt.transaction.reserve("change", 0).first), log_(attempt.transaction),
          notes_(attempt.transaction, attempt.journal.keys()), memberships_(attempt.transaction), marks_(attempt.transaction),
          people_(attempt.transaction, attempt.journal.keys()) {}

    /// Looks each code up once.
    void find_groups(NamedRows& named, LoggedRows& rows) {
        std::optional<groups::PackedCode> code;
        std::optional<groups::NamedGroup> group;
        named.for_each([&](const NamedRow& given) {
            if (code != given.code) group = log_.named(given.code.code());
            code = given.code;
            if (!group) return refuse(given.row, "group-not-found", code->code().text());
            LoggedRow row = given.row;
            row.group = group->id;
            row.by_side = !group->pair;
            rows.add(row);
        });
    }

    void run(LoggedRows& rows, const LoggedWords& words) {
        std::optional<LoggedRow> previous;
        rows.for_each([&](const LoggedRow& row) {
            if (!previous || !row.same_group(*previous)) take_up_group(row);
            if (!previous || !row.same_session(*previous)) take_up_session(row);
            marked_twice_ = previous && row.same_session(*previous) && row.person != 0 && row.person == previous->person;
            previous = row;
            take(row, words);
        });
        write_meetings();
        if (attempt_.outcomes.has_rejections()) return;
        write_added();
    }

    const std::vector<std::string>& regions() const { return regions_; } // of the groups that rows were about

private:
    void take_up_group(const LoggedRow& row) {
        write_meetings();
        sides_ = {log_.group(row.group)};
        if (!row.by_side && sides_.front().other_side != 0) sides_.push_back(log_.group(sides_.front().other_side));
        code_ = row.by_side ? sides_.front().code : sides_.front().pair_code;
        group_refusal_.clear();
        for (const groups::LoggedGroup& side : sides_)
            if (group_refusal_.empty()) group_refusal_ = side.refusal_to_change(attempt_.journal.actor());
        if (!group_refusal_.empty()) return;
        if (std::ranges::find(regions_, sides_.front().region) == regions_.end()) regions_.push_back(sides_.front().region);
    }

    // A row of a pair is about the meeting of the side that its person is in; one without a person is about both.
    void take_up_session(const LoggedRow& row) {
        write_meetings();
        session_refusal_ = group_refusal_;
        if (!group_refusal_.empty()) return;
        for (const groups::LoggedGroup& side : sides_) {
            std::vector<groups::LoggedMeeting> found =
                row.by_day ? log_.on_day(side.id, calendar::Date::from_days(row.session)) : log_.numbered(side.id, row.session);
            if (found.size() > 1)
                session_refusal_ = "session-ambiguous";
            else if (found.empty())
                session_refusal_ = "session-not-found";
            else if (found.front().state == groups::SessionState::cancelled)
                session_refusal_ = "session-cancelled";
            else if (found.front().starts_on > today_)
                session_refusal_ = "session-in-future";
            else
                take_in_hand(std::move(found.front()));
        }
        // Of a pair one side may meet while the other does not.
        if (!in_hand_.empty()) session_refusal_.clear();
    }

    // Only a meeting that was held has marks. One that this batch has logged before was named in another way there.
    void take_in_hand(groups::LoggedMeeting meeting) {
        if (meeting.change_seq >= first_change_) write_added();
        SessionMarks marks;
        if (meeting.state != groups::SessionState::planned) marks = marks_.of_session(meeting.id);
        std::vector<std::int64_t> members = memberships_.members_on(meeting.group, meeting.starts_on);
        in_hand_.emplace_back(std::move(meeting), std::move(members), std::move(marks));
    }

    void take(const LoggedRow& row, const LoggedWords& words) {
        if (!session_refusal_.empty()) return refuse(row, session_refusal_, code_);
        if ((row.adults >= 0 || row.children >= 0) && !counts_visitors()) return refuse(row, "visitors-not-counted", code_);
        if (row.words != 0 && !take_words(words.at(row.words))) return refuse(row, "theme-differs", code_);
        in_hand_.front().take_visitors(row.adults, row.children);
        if (row.person == 0) return take_meeting(row);
        if (people::is_barred(people_, people::PersonCode(row.person), attempt_.journal.actor()))
            return refuse_person(row, "not-permitted.region");
        if (marked_twice_) return refuse_person(row, "marked-twice");
        const auto meeting =
            std::ranges::find_if(in_hand_, [&](const MeetingInHand& known) { return known.has_member(row.person); });
        if (meeting == in_hand_.end()) return refuse_person(row, "not-a-member");
        take_mark(row, *meeting);
    }

    bool counts_visitors() const {
        const groups::LoggedGroup& group = sides_.front();
        return catalogue_.type(group.type).counts_visitors || group.open;
    }

    bool take_words(const Words& words) {
        for (MeetingInHand& meeting : in_hand_) {
            if (!meeting.knows_themes()) meeting.set_themes(notes_.of(meeting.meeting().id));
            if (!meeting.take_words(words, theme_said_)) return false;
        }
        if (!words.theme.empty()) theme_said_ = true;
        return true;
    }

    // A meeting of which anything is logged has been held.
    void take_meeting(const LoggedRow& row) {
        bool changed = false;
        for (MeetingInHand& meeting : in_hand_)
            changed = meeting.take_held() || changed;
        attempt_.outcomes.add({0, row.line}, changed ? RowStatus::logged : RowStatus::unchanged, 0);
    }

    void take_mark(const LoggedRow& row, MeetingInHand& meeting) {
        AttendanceMark mark{.mark = static_cast<Mark>(row.mark), .batch = batch_};
        if (row.minutes >= 0) mark.minutes = row.minutes;
        RowStatus status = RowStatus::logged;
        if (const AttendanceMark* const known = meeting.mark_of(row.person)) {
            if (known->mark == mark.mark && known->minutes == mark.minutes)
                return attempt_.outcomes.add({0, row.line}, RowStatus::unchanged, row.person);
            // One meeting can be named by its number and by its day, by the pair's code and by the side's.
            if (known->batch == batch_) return refuse_person(row, "marked-twice");
            mark.revision = known->revision + 1;
            status = RowStatus::corrected;
        }
        meeting.set_mark(row.person, mark);
        attempt_.outcomes.add({0, row.line}, status, row.person);
        if (!attempt_.outcomes.has_rejections()) marks_.add(meeting.meeting().id, row.person, mark);
    }

    void write_meetings() {
        for (const MeetingInHand& meeting : in_hand_) {
            if (!meeting.is_changed() || attempt_.outcomes.has_rejections()) continue;
            groups::LoggedMeeting counted = meeting.counted();
            log_.write(counted, batch_);
            if (meeting.new_themes() != nullptr) notes_.write(counted.id, sides_.front().region, *meeting.new_themes());
        }
        in_hand_.clear();
        theme_said_ = false;
    }

    void write_added() {
        marks_.write_added();
        log_.write_added();
    }

    void refuse_person(const LoggedRow& row, std::string code) {
        refuse(row, std::move(code), people::PersonCode(row.person).text());
    }
    void refuse(const LoggedRow& row, std::string code, std::string detail) {
        attempt_.outcomes.reject({{0, row.line}, "", std::move(code), "", std::move(detail), 0});
    }

    const batches::Attempt& attempt_;
    const catalogue::Catalogue& catalogue_;
    std::string today_;
    std::int64_t batch_;
    std::int64_t first_change_;
    groups::MeetingLog log_;
    groups::SessionNotes notes_;
    admission::MembershipRegister memberships_;
    MarkRegister marks_;
    people::PersonRegister people_;
    std::vector<groups::LoggedGroup> sides_;
    std::vector<std::string> regions_;
    std::vector<MeetingInHand> in_hand_;
    std::string code_; ///< by which the rows in hand name the group
    std::string group_refusal_;
    std::string session_refusal_;
    bool theme_said_ = false;
    bool marked_twice_ = false;
};

} // namespace

batches::BatchResult log_sessions(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                  const batches::Manner& manner, const LogRequest& request) {
    std::unique_ptr<NamedRows> named;
    LoggedWords words;
    const auto read = [&](const batches::LeftOut& left_out, batches::RowOutcomes& outcomes) {
        named = std::make_unique<NamedRows>(manner.spool_folder);
        words = {};
        LogReader(request, left_out, outcomes).read(*named, words);
    };
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        Logging logging(attempt, catalogue, request, batch);
        LoggedRows rows(manner.spool_folder);
        logging.find_groups(*named, rows);
        logging.run(rows, words);
        const batches::RowOutcomes& outcomes = attempt.outcomes;
        journal.record_change(attempt.transaction, logging.regions(),
                              {fmt::format("batch {}", batch),
                               fmt::format("logged={} corrected={} unchanged={}", outcomes.count(RowStatus::logged),
                                           outcomes.count(RowStatus::corrected), outcomes.count(RowStatus::unchanged)),
                               batch});
    };
    return batches::run_batch(database, journal, manner, {.read = read, .write = write});
}

} // namespace peergroup::sessions
