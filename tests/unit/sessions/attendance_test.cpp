#include "print.hpp"
#include "sessions/attendance.hpp"

#include <doctest/doctest.h>

using namespace peergroup::sessions;

TEST_CASE("marks are read as letters and as words in three languages") {
    for (const char* const text : {"P", "p", " present ", "Läsnä", "LÄSNÄ", "närvarande"})
        CHECK(parse_mark(text) == Mark::present);
    for (const char* const text : {"L", "late", "myöhässä", "försenad"})
        CHECK(parse_mark(text) == Mark::late);
    for (const char* const text : {"E", "left early", "lähti aikaisemmin", "gick tidigare"})
        CHECK(parse_mark(text) == Mark::left_early);
    for (const char* const text : {"R", "remote", "etänä", "på distans"})
        CHECK(parse_mark(text) == Mark::remote);
    for (const char* const text : {"X", "absent, notified", "poissa, ilmoitettu", "frånvarande, anmäld"})
        CHECK(parse_mark(text) == Mark::absent_notified);
    for (const char* const text : {"N", "absent, not notified", "poissa, ei ilmoitusta", "frånvarande, oanmäld"})
        CHECK(parse_mark(text) == Mark::absent_not_notified);
    for (const char* const text : {"S", "excused by the service", "este palvelun vuoksi"})
        CHECK(parse_mark(text) == Mark::excused);
}

TEST_CASE("nothing else is a mark") {
    for (const char* const text : {"", "?", "-", "PP", "A", "1", "yes", "poissa", "PL"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_mark(text));
    }
}

TEST_CASE("present, late, left early and remote count as attended") {
    for (const Mark mark : {Mark::present, Mark::late, Mark::left_early, Mark::remote})
        CHECK(counts_as_attended(mark));
    for (const Mark mark : {Mark::absent_notified, Mark::absent_not_notified, Mark::excused})
        CHECK_FALSE(counts_as_attended(mark));
}

TEST_CASE("a mark is written as it is read") {
    for (const char letter : {'P', 'L', 'E', 'R', 'X', 'N', 'S'})
        CHECK(letter_of(parse_mark(std::string_view(&letter, 1)).value()) == letter);
}
