#include "unit/field/weeks_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

/// One group in Helsinki, one and a pair in Kainuu, each with its first meeting in 2026-W05.
struct Regions : County {
    Regions() {
        groups::GroupWish helsinki = weekly_wish("HEL");
        helsinki.region = "helsinki";
        create(*this, helsinki);
        create(*this, weekly_wish("KAI"));
        create(*this, pair_wish("PAIR"));
    }
    Lines codes(const reports::WeeklyQuestion& question) {
        Lines found;
        for (const reports::GroupWeek& line : figures_of(*this, question))
            found.push_back(line.code);
        return found;
    }
};

} // namespace

TEST_CASE_FIXTURE(Regions, "groups are told in the order of their codes") {
    CHECK(codes(about("2026-W05")) == Lines{"HEL", "KAI", "PAIR-C", "PAIR-P"});
}

TEST_CASE_FIXTURE(Regions, "a question may name regions, a type, a group or a pair") {
    reports::WeeklyQuestion question = about("2026-W05");
    question.regions = {"kainuu"};
    CHECK(codes(question) == Lines{"KAI", "PAIR-C", "PAIR-P"});
    question.type = "mll-peer";
    CHECK(codes(question) == Lines{"KAI"});
    question.regions = {"helsinki", "kainuu"};
    CHECK(codes(question) == Lines{"HEL", "KAI"});
    question = about("2026-W05");
    question.group = "PAIR";
    CHECK(codes(question) == Lines{"PAIR-C", "PAIR-P"});
    question.group = "PAIR-C";
    CHECK(codes(question) == Lines{"PAIR-C"});
    question.group = "NONE";
    CHECK(codes(question).empty());
}

TEST_CASE_FIXTURE(Regions, "the same question as known later is narrowed the same way") {
    for (const char* const code : {"HEL", "KAI", "PAIR-C", "PAIR-P"}) {
        now = "2026-01-16T09:00:00Z"; // changed after the instant that is asked about
        decide(*this, code, groups::GroupVerb::close, "2026-01-16");
    }
    reports::WeeklyQuestion question = about("2026-W05", "2026-01-15T12:00:00Z");
    CHECK(codes(question) == Lines{"HEL", "KAI", "PAIR-C", "PAIR-P"});
    question.regions = {"kainuu"};
    question.group = "PAIR";
    CHECK(codes(question) == Lines{"PAIR-C", "PAIR-P"});
}

TEST_CASE_FIXTURE(Regions, "a group is told of from its first meeting to its end") {
    CHECK(codes(about("2026-W04")).empty());
    CHECK(codes(about("2026-W30")).size() == 4); // meetings are over, nobody has ended it
    finish(*this, "KAI", "2026-03-18");          // the Wednesday of W12
    CHECK(codes(about("2026-W12")) == Lines{"HEL", "KAI", "PAIR-C", "PAIR-P"});
    CHECK(codes(about("2026-W13")) == Lines{"HEL", "PAIR-C", "PAIR-P"});
}

TEST_CASE_FIXTURE(Regions, "a group is told of before its first meeting when somebody is in it") {
    add_adults(*this, 1);
    enrol(*this, "group,person,on\nKAI,P-1,2026-01-21\n");
    CHECK(week(*this, "2026-W04") == Lines{"KAI: enrolled 1, new 1"});
}

TEST_CASE_FIXTURE(Regions, "a report holds only its reader's regions and groups") {
    actor = {.id = "liisa", .role = vault::Role::coordinator, .regions = {"kainuu"}};
    CHECK(codes(about("2026-W05")) == Lines{"KAI", "PAIR-C", "PAIR-P"});
    CHECK(codes(about("2026-W05", "2026-01-20T00:00:00Z")) == Lines{"KAI", "PAIR-C", "PAIR-P"});
    reports::WeeklyQuestion question = about("2026-W05");
    question.group = "HEL";
    CHECK(codes(question).empty());
    question.regions = {"kainuu", "helsinki"};
    CHECK(problem_of([&] { codes(question); }).code == "not-permitted.region");
    actor = {.id = "olli", .role = vault::Role::facilitator, .groups = {"PAIR"}};
    CHECK(codes(about("2026-W05")) == Lines{"PAIR-C", "PAIR-P"});
}
