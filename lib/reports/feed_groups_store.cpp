#include "reports/feed_groups.hpp"

#include <algorithm>
#include <utility>

namespace peergroup::reports {

namespace {

/// The days on which the subject is of a group: a closed range.
struct Days {
    std::string from;
    std::string to; ///< empty: no end is known
};

/// A group that may be told of, and when.
struct FoundGroup {
    FeedGroup group;
    std::vector<Days> days = {}; ///< empty: always
};

calendar::Instant instant_of(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Instant::parse(row.text(column)).value() : calendar::Instant{};
}

documents::EventTime time_of(const store::Row& row, std::size_t day, std::size_t time) {
    return {calendar::Date::parse(row.text(day)).value(),
            row.has(time) ? calendar::LocalTime::parse(row.text(time)) : std::nullopt};
}

class FeedReader {
public:
    FeedReader(store::Transaction& transaction, const FeedQuestion& question, const vault::Actor& actor)
        : transaction_(transaction), question_(question), actor_(actor),
          sessions_(
              transaction.prepare(R"sql(SELECT s.id, s.starts_on, s.starts_at, s.duration_minutes, coalesce(s.venue, g.venue),
                                              s.state, s.change_seq FROM session s JOIN peer_group g ON g.id = s.peer_group
                                              WHERE s.peer_group = $1 ORDER BY s.ordinal)sql")),
          change_(transaction.prepare(R"sql(SELECT c.previous, c.kind, b.recorded_at, c.batch, c.starts_on, c.starts_at
                                            FROM session_change c JOIN batch b ON b.id = c.batch WHERE c.change_seq = $1)sql")) {}

    std::vector<FeedGroup> read() {
        find_groups();
        std::vector<FeedGroup> groups;
        for (FoundGroup& found : found_) {
            read_meetings(found);
            if (std::ranges::any_of(found.group.meetings, &FeedMeeting::told)) groups.push_back(std::move(found.group));
        }
        return groups;
    }

private:
    const FeedSubject& subject() const { return question_.subject; }

    // The first four columns of every question: id, code, code of the pair, region.
    FoundGroup* take_group(const store::Row& row) {
        if (!found_.empty() && found_.back().group.id == row.integer(0)) return &found_.back();
        const std::string pair_code = row.text_or_empty(2);
        if (!subject().own && !actor_.may_see_group({row.text(3), row.text(1), pair_code})) return nullptr;
        found_.push_back({.group = {.id = row.integer(0), .region = row.text(3)}});
        return &found_.back();
    }

    // The columns behind them: first and last day, and when these were stated.
    void take_days(const store::Row& row) {
        FoundGroup* const found = take_group(row);
        if (found == nullptr) return;
        found->days.push_back({row.text(4), row.text_or_empty(5)});
        found->group.changed_at = std::max({found->group.changed_at, instant_of(row, 6), instant_of(row, 7)});
    }

    void find_groups() {
        switch (subject().kind) {
        case FeedKind::facilitator:
            return find_guided();
        case FeedKind::participant:
            return find_memberships();
        case FeedKind::venue:
            return find_at_venue();
        case FeedKind::region:
            break;
        }
        transaction_.prepare(R"sql(SELECT id, code, pair_code, region FROM peer_group WHERE region = $1 ORDER BY id)sql")
            .bind(subject().code)
            .each([&](const store::Row& row) { take_group(row); });
    }

    void find_guided() {
        transaction_
            .prepare(R"sql(SELECT g.id, g.code, g.pair_code, g.region, t.from_on, t.to_on, b.recorded_at, e.recorded_at
                           FROM group_staff t JOIN peer_group g ON g.id = t.peer_group JOIN batch b ON b.id = t.batch
                           LEFT JOIN batch e ON e.id = t.ended_batch WHERE t.facilitator = $1 ORDER BY g.id, t.episode)sql")
            .bind(subject().number)
            .each([&](const store::Row& row) { take_days(row); });
    }

    void find_memberships() {
        transaction_
            .prepare(R"sql(SELECT g.id, g.code, g.pair_code, g.region, e.from_on, e.to_on, b.recorded_at, NULL
                           FROM member m JOIN enrolment e ON e.peer_group = m.peer_group AND e.person = m.person
                           AND e.episode = m.episode JOIN peer_group g ON g.id = m.peer_group
                           JOIN step s ON s.change_seq = e.change_seq JOIN batch b ON b.id = s.batch
                           WHERE m.person = $1 AND e.from_on IS NOT NULL ORDER BY g.id, e.episode)sql")
            .bind(subject().number)
            .each([&](const store::Row& row) { take_days(row); });
    }

    void find_at_venue() {
        transaction_
            .prepare(R"sql(SELECT id, code, pair_code, region FROM peer_group WHERE region = $2 AND (venue = $1
                           OR id IN (SELECT peer_group FROM session WHERE venue = $1)) ORDER BY id)sql")
            .bind(subject().code, subject().region)
            .each([&](const store::Row& row) { take_group(row); });
    }

    bool is_told(const FoundGroup& found, const FeedMeeting& meeting) const {
        const std::string day = meeting.starts.day.iso();
        if (question_.from && meeting.starts.day < *question_.from) return false;
        if (subject().kind == FeedKind::venue && meeting.venue != subject().code) return false;
        return found.days.empty() || std::ranges::any_of(found.days, [&](const Days& days) {
                   return days.from <= day && (days.to.empty() || day <= days.to);
               });
    }

    void read_meetings(FoundGroup& found) {
        std::vector<std::int64_t> newest;
        sessions_.bind(found.group.id).each([&](const store::Row& row) {
            FeedMeeting meeting{.id = row.integer(0), .starts = time_of(row, 1, 2)};
            if (row.has(3)) meeting.minutes = static_cast<int>(row.integer(3));
            meeting.venue = row.text_or_empty(4);
            meeting.cancelled = row.text(5) == "cancelled";
            meeting.told = is_told(found, meeting);
            newest.push_back(row.integer(6));
            found.group.meetings.push_back(std::move(meeting));
        });
        for (std::size_t place = 0; place < newest.size(); ++place)
            read_history(newest[place], found.group.meetings[place]);
    }

    // Back from the newest change to the planning.
    void read_history(std::int64_t newest, FeedMeeting& meeting) {
        for (std::optional<std::int64_t> change = newest; change;) {
            const auto row = change_.bind(*change).one().value();
            change = row.maybe_integer(0);
            if (row.text(1) == "logged") continue;
            meeting.changed_at = std::max(meeting.changed_at, instant_of(row, 2));
            if (change) {
                ++meeting.changes;
                continue;
            }
            meeting.planned_batch = row.integer(3);
            meeting.planned = time_of(row, 4, 5);
        }
    }

    store::Transaction& transaction_;
    const FeedQuestion& question_;
    const vault::Actor& actor_;
    store::Statement sessions_;
    store::Statement change_;
    std::vector<FoundGroup> found_;
};

} // namespace

std::vector<FeedGroup> feed_groups(store::Transaction& transaction, const FeedQuestion& question, const vault::Actor& actor) {
    return FeedReader(transaction, question, actor).read();
}

} // namespace peergroup::reports
