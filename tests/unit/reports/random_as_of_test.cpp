#include "documents/render.hpp"
#include "unit/field/membership_rules.hpp"
#include "unit/field/session_rules.hpp"
#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>

using namespace field;

namespace {

constexpr std::array codes = {"ONE", "TWO", "VOI", "PAIR"};
constexpr std::array weeks = {"2026-W05", "2026-W06", "2026-W08", "2026-W10", "2026-W15"};

/// A small county to which one random thing after another happens, each a minute after the last.
class RandomCounty : public County {
public:
    explicit RandomCounty(unsigned seed) : random_(seed) {
        add_adults(*this, 8);
        create_with_seats(*this, "ONE", 3);
        create(*this, weekly_wish("TWO"));
        groups::GroupWish wish = wish_of("voikukkia", "kainuu");
        wish.code = "VOI";
        wish.meetings = {.start = day("2026-01-28"), .interval_days = 7};
        create(*this, wish);
        create(*this, pair_wish("PAIR"));
        enrol(*this, "group,person\nONE,P-1\nONE,P-2\nTWO,P-3\nTWO,P-4\nVOI,P-5\nVOI,P-6\nPAIR,P-7\nPAIR,P-8\n");
    }

    /// Something happens, or a rule refuses it.
    void happen() {
        try {
            try_something();
        } catch (const peergroup::Problem& refused) {
            CHECK(refused.kind != peergroup::ProblemKind::usage);
        }
    }

    /// The report of every week, as bytes.
    std::string reports(std::string_view as_of) {
        std::string bytes;
        for (const char* const iso_week : weeks) {
            reports::WeeklyQuestion question = about(iso_week, as_of);
            const auto figures = figures_of(*this, question);
            question.as_of.reset(); // what is known now does not say so
            bytes += documents::render(reports::weekly_document(figures, question, rules(), peergroup::Language::en),
                                       {.format = documents::Format::json});
        }
        return bytes;
    }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    std::string any_code() { return codes[static_cast<std::size_t>(below(codes.size()))]; }
    std::string any_day() { return day("2026-01-26").plus_days(below(70)).iso(); }

    void try_something() {
        const std::string code = any_code();
        const std::string meeting = std::to_string(1 + below(10));
        switch (below(12)) {
        case 0:
        case 1:
        case 2:
            enrol(*this, fmt::format("group,person,on\n{},P-{},{}\n", code, 1 + below(8), any_day()));
            break;
        case 3:
        case 4:
        case 5:
        case 6:
            mark_everybody(code, meeting);
            break;
        case 7:
            withdraw(*this, code, {1 + below(8)}, any_day());
            break;
        case 8:
            move_meeting(*this, {.code = group_code(code), .session = meeting, .today = day("2026-01-20")},
                         {.day = day(any_day())});
            break;
        case 9:
            cancel_meeting(*this, {.code = group_code(code), .session = meeting, .today = day("2026-01-20")}, {"other", {}});
            break;
        case 10:
            admission::change_capacity(database(), rules(), journal("group edit"),
                                       {group_code(code), 1 + below(6), day("2026-01-20")});
            break;
        default:
            if (below(5) == 0) finish(*this, code, any_day());
        }
    }

    void mark_everybody(const std::string& code, const std::string& meeting) {
        std::string rows = "group,session,person,mark\n";
        for (int number = 1; number <= 8; ++number)
            if (below(4) > 0) rows += fmt::format("{},{},P-{},{}\n", code, meeting, number, "PLERXNS"[below(7)]);
        log(*this, rows, {.mode = batches::Mode::rows});
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("a report as of any instant says, byte for byte, what it said then") {
    for (const unsigned seed : {1U, 2U}) {
        CAPTURE(seed);
        RandomCounty county(seed);
        std::vector<std::pair<std::string, std::string>> said;
        for (int minute = 0; minute < 60; ++minute) {
            county.now = fmt::format("2026-01-20T1{}:{:02}:00Z", minute / 60, minute % 60);
            county.happen();
            said.emplace_back(county.now, county.reports(""));
        }
        CHECK(said.front().second != said.back().second);
        for (const auto& entry : said) {
            CAPTURE(entry.first);
            CHECK((county.reports(entry.first) == entry.second));
        }
        for (const std::string table : {"step", "mark", "session_change", "group_change"}) {
            CAPTURE(table);
            CHECK(county.number(fmt::format(
                      "SELECT count(*) FROM {0} h JOIN batch b ON b.id = h.batch WHERE b.recorded_at >= '2026-01-20'", table)) >
                  0);
        }
        check_memberships(county);
        check_sessions(county);
    }
}
