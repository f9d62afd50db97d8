#include "unit/field/outcomes.hpp"
#include "unit/field/workplace.hpp"

#include <doctest/doctest.h>

using namespace field;
using batches::RowOutcomes;
using batches::RowStatus;

namespace {

batches::RowRejection rejection(std::uint32_t line, std::string code, std::string detail = "") {
    return {.place = {0, line}, .column = "", .code = std::move(code), .message = "", .detail = std::move(detail)};
}

Lines taken(RowOutcomes& outcomes) {
    Lines rows;
    outcomes.for_each_taken([&](std::uint32_t line, RowStatus status, std::int64_t subject) {
        rows.push_back(fmt::format("{} {} {}", line, batches::code_of(status), subject));
    });
    return rows;
}

} // namespace

TEST_CASE_FIXTURE(Workplace, "rows come back in the order of the file, whatever order they were decided in") {
    RowOutcomes outcomes(spool());
    outcomes.add({0, 7}, RowStatus::waitlisted, 3);
    outcomes.add({0, 2}, RowStatus::enrolled, 9);
    outcomes.add({0, 5}, RowStatus::unchanged, 1);
    CHECK(taken(outcomes) == Lines{"2 enrolled 9", "5 unchanged 1", "7 waitlisted 3"});
    CHECK(outcomes.count(RowStatus::enrolled) == 1);
    CHECK(outcomes.count(RowStatus::rejected) == 0);
    CHECK_FALSE(outcomes.has_rejections());
}

TEST_CASE_FIXTURE(Workplace, "a hundred thousand rows keep their order") {
    RowOutcomes outcomes(spool());
    constexpr std::uint32_t rows = 100'000;
    for (std::uint32_t number = 0; number < rows; ++number)
        outcomes.add({0, (number * 7919U) % rows + 1}, RowStatus::enrolled, number);
    std::uint32_t expected = 0;
    bool in_order = true;
    outcomes.for_each_taken(
        [&](std::uint32_t line, RowStatus /*status*/, std::int64_t /*subject*/) { in_order = in_order && line == ++expected; });
    CHECK(in_order);
    CHECK(expected == rows);
}

TEST_CASE_FIXTURE(Workplace, "rejections are told by line and counted by code") {
    RowOutcomes outcomes(spool());
    outcomes.reject(rejection(9, "no-date"));
    outcomes.reject(rejection(3, "group-full"));
    outcomes.reject(rejection(5, "no-date"));
    const auto rejections = outcomes.rejections();
    REQUIRE(rejections.size() == 3);
    CHECK(rejections[0].place.line == 3);
    CHECK(rejections[2].place.line == 9);
    CHECK(outcomes.rejections_by_code() == std::map<std::string, std::int64_t>{{"group-full", 1}, {"no-date", 2}});
    CHECK(outcomes.count(RowStatus::rejected) == 3);
}

TEST_CASE_FIXTURE(Workplace, "a row that is taken back is a rejection and nothing else") {
    RowOutcomes outcomes(spool());
    outcomes.add({0, 2}, RowStatus::enrolled, 1);
    outcomes.add({0, 3}, RowStatus::enrolled, 2);
    outcomes.take_back(rejection(2, "family-refused"), RowStatus::enrolled);
    CHECK(taken(outcomes) == Lines{"3 enrolled 2"});
    CHECK(outcomes.count(RowStatus::enrolled) == 1);
    CHECK(outcomes.count(RowStatus::rejected) == 1);
    outcomes.take_back(rejection(2, "family-refused"), RowStatus::enrolled);
    CHECK(outcomes.count(RowStatus::enrolled) == 1);
    CHECK(outcomes.rejections().size() == 1);
}

TEST_CASE("every status has a word of its own") {
    Lines words;
    for (int status = 0; status <= static_cast<int>(RowStatus::rejected); ++status)
        words.emplace_back(batches::code_of(static_cast<RowStatus>(status)));
    CHECK(words == Lines{"created", "updated", "unchanged", "enrolled", "waitlisted", "withdrawn", "logged", "corrected",
                         "referred", "scheduled", "interviewed", "decided", "declined", "offered", "transferred", "rejected"});
    CHECK(words.size() == batches::row_statuses);
}

TEST_CASE("the modes are words of the command line") {
    CHECK(batches::parse_mode("atomic") == batches::Mode::atomic);
    CHECK(batches::parse_mode("rows") == batches::Mode::rows);
    CHECK_FALSE(batches::parse_mode("Rows"));
    CHECK_FALSE(batches::parse_mode(""));
}
