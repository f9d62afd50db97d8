#include "sessions/log_sessions.hpp"

#include "admission/membership_register.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_changes.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "groups/session_notes.hpp"
#include "people/people.hpp"
#include "sessions/log_rows.hpp"
#include "sessions/mark_register.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace peergroup::sessions {

namespace {

using batches::RowStatus;

/// A meeting that rows are about, with what is to be written of it.
struct SessionInHand {
    groups::Session session;
    std::map<std::int64_t, AttendanceMark> marks;
    groups::Themes themes;
    bool changed = false;
    bool themes_changed = false;
};

// One attempt at the sheet within one transaction: group by group, meeting by meeting.
class Logging {
public:
    Logging(const batches::Attempt& attempt, const catalogue::Catalogue& catalogue, const LogRequest& request, std::int64_t batch)
        : attempt_(attempt), catalogue_(catalogue), request_(request), batch_(batch), groups_(attempt.transaction),
          schedule_(attempt.transaction), notes_(attempt.transaction, attempt.journal.keys()), memberships_(attempt.transaction),
          marks_(attempt.transaction), people_(attempt.transaction, attempt.journal.keys()) {}

    void run(LoggedRows& rows, const LoggedWords& words) {
        std::optional<LoggedRow> previous;
        rows.for_each([&](const LoggedRow& row) {
            if (!previous || row.group() != previous->group()) take_up_group(row);
            if (!previous || !row.same_session(*previous)) take_up_session(row);
            marked_twice_ = previous && row.same_session(*previous) && row.person != 0 && row.person == previous->person;
            previous = row;
            take(row, words);
        });
        write_sessions();
    }

    const std::vector<std::string>& regions() const { return regions_; } // of the groups that rows were about

private:
    void take_up_group(const LoggedRow& row) {
        write_sessions();
        const auto code = groups::GroupCode::parse(row.group()).value();
        if (const auto group = groups_.find(code))
            sides_ = {*group};
        else
            sides_ = groups_.sides_of(code.text());
        group_refusal_ = sides_.empty() ? "group-not-found" : "";
        for (const groups::Group& side : sides_)
            if (group_refusal_.empty()) group_refusal_ = groups::refusal_to_change(side, attempt_.journal.actor());
        if (!group_refusal_.empty()) sides_.clear();
        members_.clear();
        if (!sides_.empty() && std::ranges::find(regions_, sides_.front().region) == regions_.end())
            regions_.push_back(sides_.front().region);
        for (const groups::Group& side : sides_)
            memberships_.each_stay(side.id, [&](const admission::Stay& stay) { members_.push_back(stay); });
    }

    // A row of a pair is about the meeting of the side that its person is in; one without a person is about both.
    void take_up_session(const LoggedRow& row) {
        write_sessions();
        session_refusal_ = group_refusal_;
        for (const groups::Group& side : sides_) {
            const std::vector<groups::Session> found = sessions_of(side, row);
            if (found.size() > 1)
                session_refusal_ = "session-ambiguous";
            else if (found.empty())
                session_refusal_ = "session-not-found";
            else if (found.front().state == groups::SessionState::cancelled)
                session_refusal_ = "session-cancelled";
            else if (found.front().starts_on > request_.today)
                session_refusal_ = "session-in-future";
            else
                in_hand_.push_back({found.front(), marks_.of_session(found.front().id), notes_.of(found.front().id)});
        }
        // Of a pair one side may meet while the other does not.
        if (!in_hand_.empty()) session_refusal_.clear();
    }

    std::vector<groups::Session> sessions_of(const groups::Group& side, const LoggedRow& row) {
        if (row.by_day) return schedule_.on_day(side.id, calendar::Date::from_days(row.session));
        const auto session = schedule_.find(side.id, row.session);
        return session ? std::vector{*session} : std::vector<groups::Session>{};
    }

    void take(const LoggedRow& row, const LoggedWords& words) {
        if (!session_refusal_.empty()) return refuse(row, session_refusal_, std::string(row.group()));
        if ((row.adults >= 0 || row.children >= 0) && !counts_visitors())
            return refuse(row, "visitors-not-counted", std::string(row.group()));
        if (row.words != 0 && !take_words(words.at(row.words))) return refuse(row, "theme-differs", std::string(row.group()));
        take_visitors(row);
        if (row.person == 0) return take_meeting(row);
        const std::string code = people::PersonCode(row.person).text();
        if (people::is_barred(people_, people::PersonCode(row.person), attempt_.journal.actor()))
            return refuse(row, "not-permitted.region", code);
        if (marked_twice_) return refuse(row, "marked-twice", code);
        SessionInHand* const meeting = meeting_of(row.person);
        if (meeting == nullptr) return refuse(row, "not-a-member", code);
        take_mark(row, *meeting);
    }

    bool counts_visitors() const {
        const groups::Group& group = sides_.front();
        return catalogue_.type(group.type).counts_visitors || group.openness == "open";
    }

    SessionInHand* meeting_of(std::int64_t person) {
        for (SessionInHand& meeting : in_hand_)
            for (const admission::Stay& stay : members_)
                if (stay.person == person && stay.group == meeting.session.group && stay.holds_on(meeting.session.starts_on))
                    return &meeting;
        return nullptr;
    }

    bool take_words(const Words& words) {
        for (SessionInHand& meeting : in_hand_) {
            if (!words.theme.empty() && theme_said_ && meeting.themes.theme != words.theme) return false;
            if (!words.theme.empty() && meeting.themes.theme != words.theme) {
                meeting.themes.theme = words.theme;
                meeting.changed = meeting.themes_changed = true;
            }
            for (const std::string& raised : words.raised)
                if (std::ranges::find(meeting.themes.raised, raised) == meeting.themes.raised.end()) {
                    meeting.themes.raised.push_back(raised);
                    meeting.changed = meeting.themes_changed = true;
                }
        }
        if (!words.theme.empty()) theme_said_ = true;
        return true;
    }

    void take_visitors(const LoggedRow& row) {
        SessionInHand& meeting = in_hand_.front();
        const auto take_count = [&](std::optional<int>& stored, std::int32_t told) {
            if (told < 0 || stored == told) return;
            stored = told;
            meeting.changed = true;
        };
        take_count(meeting.session.adults, row.adults);
        take_count(meeting.session.children, row.children);
    }

    // A meeting of which anything is logged has been held.
    void take_meeting(const LoggedRow& row) {
        bool changed = false;
        for (SessionInHand& meeting : in_hand_) {
            meeting.changed = meeting.changed || meeting.session.state == groups::SessionState::planned;
            changed = changed || meeting.changed;
        }
        attempt_.outcomes.add({0, row.line}, changed ? RowStatus::logged : RowStatus::unchanged, 0);
    }

    void take_mark(const LoggedRow& row, SessionInHand& meeting) {
        AttendanceMark mark{.mark = static_cast<Mark>(row.mark), .batch = batch_};
        if (row.minutes >= 0) mark.minutes = row.minutes;
        RowStatus status = RowStatus::logged;
        if (const auto known = meeting.marks.find(row.person); known != meeting.marks.end()) {
            if (known->second.mark == mark.mark && known->second.minutes == mark.minutes)
                return attempt_.outcomes.add({0, row.line}, RowStatus::unchanged, row.person);
            // One meeting can be named by its number and by its day, by the pair's code and by the side's.
            if (known->second.batch == batch_) return refuse(row, "marked-twice", people::PersonCode(row.person).text());
            mark.revision = known->second.revision + 1;
            status = RowStatus::corrected;
        }
        meeting.marks.insert_or_assign(row.person, mark);
        meeting.changed = true;
        attempt_.outcomes.add({0, row.line}, status, row.person);
        if (!attempt_.outcomes.has_rejections()) marks_.add(meeting.session.id, row.person, mark);
    }

    void write_sessions() {
        for (SessionInHand& meeting : in_hand_) {
            if (!meeting.changed || attempt_.outcomes.has_rejections()) continue;
            const bool first = meeting.session.state == groups::SessionState::planned;
            meeting.session.state = groups::SessionState::held;
            count_marks(meeting.session, meeting.marks);
            schedule_.log(meeting.session, {batch_, first ? "held" : "logged", meeting.session.starts_on, ""});
            if (meeting.themes_changed) notes_.write(meeting.session.id, sides_.front().region, meeting.themes);
        }
        in_hand_.clear();
        theme_said_ = false;
    }

    void refuse(const LoggedRow& row, std::string code, std::string detail) {
        attempt_.outcomes.reject({{0, row.line}, "", std::move(code), "", std::move(detail), 0});
    }

    const batches::Attempt& attempt_;
    const catalogue::Catalogue& catalogue_;
    const LogRequest& request_;
    std::int64_t batch_;
    groups::GroupRegister groups_;
    groups::Schedule schedule_;
    groups::SessionNotes notes_;
    admission::MembershipRegister memberships_;
    MarkRegister marks_;
    people::PersonRegister people_;
    std::vector<groups::Group> sides_;
    std::vector<std::string> regions_;
    std::vector<admission::Stay> members_;
    std::vector<SessionInHand> in_hand_;
    std::string group_refusal_;
    std::string session_refusal_;
    bool theme_said_ = false;
    bool marked_twice_ = false;
};

} // namespace

batches::BatchResult log_sessions(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                                  const batches::Manner& manner, const LogRequest& request) {
    std::unique_ptr<LoggedRows> rows;
    LoggedWords words;
    const auto read = [&](const batches::LeftOut& left_out, batches::RowOutcomes& outcomes) {
        rows = std::make_unique<LoggedRows>(manner.spool_folder);
        words = {};
        LogReader(request, left_out, outcomes).read(*rows, words);
    };
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        Logging logging(attempt, catalogue, request, batch);
        logging.run(*rows, words);
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
