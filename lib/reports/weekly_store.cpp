#include "reports/weekly.hpp"

#include "reports/known_then.hpp"
#include "reports/told_groups.hpp"
#include "reports/week_members.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace peergroup::reports {

namespace {

constexpr std::int64_t not_told = 0; // in place of the number of a group of which there is nothing to tell

/// Reads one week's figures: rows that have not changed since then are counted where they lie, the others as they were.
class WeekReader {
public:
    WeekReader(store::Transaction& transaction, const WeeklyQuestion& question, const vault::Actor& actor)
        : transaction_(transaction), question_(question), actor_(actor),
          then_(question.as_of ? Knowledge::at(transaction, *question.as_of) : Knowledge::now()),
          monday_(question.week.monday().iso()), sunday_(question.week.sunday().iso()),
          members_(transaction, {monday_, sunday_, then_.last_change()}) {}

    GroupWeeks read() {
        read_groups();
        groups_.settle();
        if (then_.last_change() != Knowledge::now().last_change())
            for (ReportedMembership& membership : memberships_changed_since(transaction_, then_))
                changed_[membership.group].push_back(std::move(membership));
        members_.count(groups_);
        count_changed_memberships();
        count_offers();
        read_sessions();
        read_people();
        return told();
    }

private:
    bool asked_for(const std::string& region, const std::string& type) const {
        return (question_.regions.empty() || std::ranges::find(question_.regions, region) != question_.regions.end()) &&
               (question_.type.empty() || question_.type == type);
    }

    void take_group(ReportedGroup group, const std::string& pair_code) {
        if (!asked_for(group.region, group.type)) return;
        if (!actor_.may_see_group({group.region, group.code, pair_code})) return;
        if (!question_.group.empty() && question_.group != group.code && question_.group != pair_code) return;
        if (!group.ended_on.empty() && group.ended_on < monday_) return;
        groups_.add(std::move(group), sunday_);
    }

    void read_groups() {
        transaction_
            .prepare(R"sql(SELECT id, code, type, region, first_on, ended_on, capacity, pair_code FROM peer_group
                           WHERE (ended_on IS NULL OR ended_on >= $1) AND change_seq <= $2)sql")
            .bind(monday_, then_.last_change())
            .each([&](const store::Row& row) {
                take_group({row.integer(0), row.text(1), row.text(2), row.text(3), row.text_or_empty(4), row.text_or_empty(5),
                            row.maybe_integer(6)},
                           row.text_or_empty(7));
            });
        if (then_.last_change() == Knowledge::now().last_change()) return;
        store::Statement pair_of = transaction_.prepare(R"sql(SELECT pair_code FROM peer_group WHERE id = $1)sql");
        for (ReportedGroup& group : groups_changed_since(transaction_, then_)) {
            const std::string pair_code = pair_of.bind(group.id).one()->text_or_empty(0);
            take_group(std::move(group), pair_code);
        }
    }

    WeekFigures* figures_of(std::int64_t group) {
        const std::size_t place = groups_.place_of(group);
        return place == groups_.lines().size() ? nullptr : &groups_.lines()[place].figures;
    }

    void count_changed_memberships() {
        const auto in_week = [&](const std::string& day) { return !day.empty() && monday_ <= day && day <= sunday_; };
        for (const auto& [group, memberships] : changed_) {
            WeekFigures* const figures = figures_of(group);
            if (figures == nullptr) continue;
            for (const ReportedMembership& membership : memberships) {
                if (membership.holds_on(sunday_)) ++figures->enrolled;
                if (membership.waits_after(sunday_)) ++figures->waitlisted;
                if (in_week(membership.from_on)) ++(membership.waiting_on.empty() ? figures->came : figures->promoted);
                if (membership.state == "completed" && in_week(membership.to_on)) ++figures->completed;
                if (membership.state == "transferred" && in_week(membership.to_on)) ++figures->transferred;
                if (membership.state == "left" && in_week(membership.to_on)) {
                    ++figures->left;
                    ++figures->left_by_reason[membership.reason];
                }
            }
        }
    }

    // An offer that was answered later, or whose answer was not known then, was open.
    void count_offers() {
        transaction_
            .prepare(R"sql(SELECT peer_group, count(*) FROM offer
                           WHERE made_on <= $1 AND (until_on IS NULL OR until_on >= $1) AND change_seq <= $2
                           AND (answer_seq IS NULL OR answer_seq > $2 OR answered_on > $1) GROUP BY peer_group)sql")
            .bind(sunday_, then_.last_change())
            .each([&](const store::Row& row) {
                if (WeekFigures* const figures = figures_of(row.integer(0))) figures->offered = row.integer(1);
            });
    }

    void read_sessions() {
        transaction_
            .prepare(
                R"sql(SELECT id, peer_group, starts_on, state, moved, adults, children, attended, absent_notified, absent_not_notified,
                           excused FROM session WHERE starts_on >= $1 AND starts_on <= $2 AND change_seq <= $3)sql")
            .bind(monday_, sunday_, then_.last_change())
            .each([&](const store::Row& row) {
                take_session({row.integer(0), row.integer(1), row.text(2), row.text(3), row.integer(4) == 1,
                              row.maybe_integer(5).value_or(0), row.maybe_integer(6).value_or(0), row.integer(7), row.integer(8),
                              row.integer(9), row.integer(10)});
            });
        if (then_.last_change() == Knowledge::now().last_change()) return;
        for (const ReportedSession& session : sessions_changed_since(transaction_, then_))
            if (monday_ <= session.starts_on && session.starts_on <= sunday_) take_session(session);
    }

    void take_session(const ReportedSession& session) {
        WeekFigures* const figures = figures_of(session.group);
        if (figures == nullptr) return;
        if (session.moved && session.state != "cancelled") ++figures->moved;
        if (session.state == "cancelled") ++figures->cancelled;
        if (session.state != "held") return;
        ++figures->held;
        figures->expected += members_on(session) - session.excused;
        figures->attended += session.attended;
        figures->absent_notified += session.absent_notified;
        figures->absent_not_notified += session.absent_not_notified;
        figures->adults += session.adults;
        figures->children += session.children;
        held_.emplace_back(session.id, session.group);
    }

    std::int64_t members_on(const ReportedSession& session) {
        std::int64_t members = members_.on(groups_.standing(groups_.place_of(session.group)), session.starts_on);
        if (const auto changed = changed_.find(session.group); changed != changed_.end())
            members += std::ranges::count_if(
                changed->second, [&](const ReportedMembership& membership) { return membership.holds_on(session.starts_on); });
        return members;
    }

    void read_people() {
        store::Statement marks = transaction_.prepare(R"sql(SELECT person, mark FROM mark WHERE session = $1 AND change_seq <= $2
                                                            ORDER BY person, revision)sql");
        for (const auto& [session, group] : held_) {
            std::int64_t person = 0;
            bool attended = false;
            std::vector<std::int64_t>& people = figures_of(group)->people;
            marks.bind(session, then_.last_change()).each([&](const store::Row& row) {
                if (row.integer(0) != person && attended) people.push_back(person);
                person = row.integer(0);
                attended = std::string_view("PLER").find(row.text(1)) != std::string_view::npos;
            });
            if (attended) people.push_back(person);
        }
    }

    GroupWeeks told() {
        GroupWeeks lines = std::move(groups_.lines());
        for (std::size_t place = 0; place < lines.size(); ++place) {
            WeekFigures& figures = lines[place].figures;
            const Standing& standing = groups_.standing(place);
            if (figures.is_blank() && !standing.begun) lines[place].id = not_told;
            if (standing.has_capacity) figures.seats_filled = figures.enrolled;
            figures.settle();
        }
        std::erase_if(lines, [](const GroupWeek& line) { return line.id == not_told; });
        std::ranges::sort(lines, {}, &GroupWeek::code);
        return lines;
    }

    store::Transaction& transaction_;
    const WeeklyQuestion& question_;
    const vault::Actor& actor_;
    Knowledge then_;
    std::string monday_;
    std::string sunday_;
    WeekMembers members_;
    ToldGroups groups_;
    std::unordered_map<std::int64_t, std::vector<ReportedMembership>> changed_;
    std::vector<std::pair<std::int64_t, std::int64_t>> held_;
};

} // namespace

GroupWeeks weekly_figures(store::Transaction& transaction, const WeeklyQuestion& question, const vault::Actor& actor) {
    for (const std::string& region : question.regions)
        actor.require_region(region);
    return WeekReader(transaction, question, actor).read();
}

} // namespace peergroup::reports
