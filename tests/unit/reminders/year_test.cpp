#include "unit/field/leaving.hpp"
#include "unit/field/reminders_in_county.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

using namespace field;
using reminders::Delivered;
using reminders::Delivery;

namespace {

constexpr std::int64_t quarter = 900;

/// A year of quarter-hours: groups meet, sessions move and are cancelled, people come and go, servers fail, and runs are killed.
class Year : public County {
public:
    explicit Year(unsigned seed) : office_(*this), random_(seed) {
        for (const char* const code : {"GROUP-1", "GROUP-2", "GROUP-3"}) {
            groups::GroupWish wish = weekly_wish(code);
            wish.meetings = {.start = day("2026-02-02").plus_days(pick(5)), .interval_days = 7, .count = 46};
            create(*this, wish);
        }
        std::string rows = "given_name,birth_date,email,consent\n";
        for (int number = 1; number <= people; ++number)
            rows += "N" + std::to_string(number) + ",1990-01-" + std::to_string(10 + number) + ",p" + std::to_string(number) +
                    "@example.org,yes\n";
        import(*this, rows);
        for (int number = 1; number <= people; ++number)
            enrol(*this, "group,person\n" + group_of(number) + ",P-" + std::to_string(number) + "\n", {.on = "2026-02-01"});
        office_.may_go_on = [this]() -> bool { // asked between what is claimed and what leaves
            if (pick(80) == 0) throw Killed();
            return pick(80) != 0;
        };
        office_.post.answer = [this](const reminders::Message& message) { return answer(message); };
    }

    void pass() {
        std::int64_t seconds = instant("2026-02-01T00:00:00Z").seconds();
        const std::int64_t end = instant("2027-02-01T00:00:00Z").seconds();
        for (; seconds < end; seconds += quarter) {
            if (pick(400) == 0) { // nobody runs it for some hours
                seconds += pick(40) * quarter;
                ++gaps_;
            }
            now_ = calendar::Instant::from_seconds(seconds);
            if (pick(150) == 0) change();
            run();
        }
        run();
    }

    void check() {
        for (const auto& left : left_)
            CHECK_MESSAGE(left.second == 1, left.first);
        const Lines open = lines("SELECT rule || ' ' || event FROM reminder WHERE state = 'claimed' ORDER BY id");
        CHECK(open == Lines{});
        // Every message that was asked for is accounted for: it left, was refused or given up, is unknown, or nobody ran in time.
        const Lines wanted =
            lines("SELECT s.id || ' ' || e.person FROM session s JOIN enrolment e ON e.peer_group = s.peer_group "
                  "WHERE s.state <> 'cancelled' AND s.starts_on <= '2027-01-31' AND e.from_on <= s.starts_on "
                  "AND (e.to_on IS NULL OR e.to_on >= s.starts_on) AND NOT EXISTS (SELECT 1 FROM reminder r "
                  "WHERE r.about = 'session' AND r.event = s.id AND r.person = e.person)");
        CHECK(wanted == Lines{});
        // None left when it was too late, and none was missed but while nobody ran it.
        CHECK(lines("SELECT id || '' FROM reminder WHERE state = 'sent' AND recorded_at >= last_at") == Lines{});
        CHECK(static_cast<int>(lines("SELECT id || '' FROM reminder WHERE state = 'missed'").size()) <= people * gaps_);
    }

    int kills() const { return kills_; }
    std::size_t told() const { return left_.size(); }

private:
    static constexpr int people = 9;

    static std::string group_of(int number) { return "GROUP-" + std::to_string(number % 3 + 1); }

    int pick(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

    void run() {
        try {
            office_.send(now_.text());
        } catch (const Killed&) {
            ++kills_;
        }
    }

    Delivery answer(const reminders::Message& message) {
        const int luck = pick(40);
        if (luck == 0) throw Killed(); // before it left
        if (luck == 1) return {Delivered::later, "smtp-450", {}};
        if (luck == 2) return {Delivered::refused, "smtp-550", {}};
        ++left_[message.recipient + " " + message.id];
        if (luck == 3) throw Killed(); // and after it
        return {Delivered::sent, "", {}};
    }

    void change() {
        const std::string code = group_of(pick(3));
        const calendar::Date today = calendar::Zone::load("Europe/Helsinki")->local_date(now_);
        now = now_.text();
        if (pick(8) == 0) return come_or_go(pick(people) + 1, today);
        change_meeting(code, today.iso());
    }

    void come_or_go(int number, calendar::Date today) {
        const std::string tomorrow = today.plus_days(1).iso();
        const std::string day_text = today.iso(); // a manner does not keep it
        if (away_.erase(number) == 0) {
            leave(*this, group_of(number), number, today.iso());
            away_.insert(number);
        } else {
            enrol(*this, "group,person,on\n" + group_of(number) + ",P-" + std::to_string(number) + "," + tomorrow + "\n",
                  {.on = tomorrow, .again = true, .today = day_text});
        }
    }

    void change_meeting(const std::string& code, const std::string& today) {
        const Lines next =
            lines("SELECT s.ordinal || ' ' || s.starts_on FROM session s JOIN peer_group g ON g.id = s.peer_group "
                  "WHERE g.code = '" +
                  code + "' AND s.state = 'planned' AND s.starts_on > '" + today + "' ORDER BY s.starts_on LIMIT 1");
        if (next.empty()) return;
        const std::size_t blank = next.front().find(' ');
        const std::string ordinal = next.front().substr(0, blank);
        const calendar::Date on = day(next.front().substr(blank + 1));
        if (pick(6) == 0)
            cancel_meeting(*this, {group_code(code), ordinal}, {.reason = "weather"});
        else
            move_meeting(*this, {group_code(code), ordinal},
                         {.day = on.plus_days(pick(3)), .time = calendar::LocalTime::of(10 + pick(9), 0)});
    }

    PostOffice office_;
    std::mt19937 random_;
    calendar::Instant now_;
    int kills_ = 0;
    int gaps_ = 0;
    std::set<int> away_;
    std::map<std::string, int> left_; ///< how often each message left, by address and id
};

} // namespace

TEST_CASE("a year of quarter-hours with kills, failures and moved sessions: nothing twice, nothing unaccounted for") {
    Year year(20261);
    year.pass();
    year.check();
    CHECK(year.kills() > 10);
    CHECK(year.told() > 200);
}
