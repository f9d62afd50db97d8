#include "documents/formula_guard.hpp"

#include <doctest/doctest.h>

using namespace peergroup::documents;

TEST_CASE("what a spreadsheet would calculate gets an apostrophe") {
    for (const std::string_view text : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=", "-", "+",
                                        "+358-40-1", "\uFF1D1", "\uFF0B1a", "\uFF0D1", "\uFF201"}) {
        CAPTURE(text);
        const std::string guarded = guard_formula(text);
        CHECK(guarded.front() == '\'');
        CHECK(guarded.substr(1) == text);
    }
}

TEST_CASE("phone numbers, plain numbers and other texts stay") {
    for (const std::string_view text :
         {"+358401234567", "+358 40 123 4567", "-5", "-5,25", "+3.5", "", "Anna", "a=b", "'quoted'", "O'Hara"}) {
        CAPTURE(text);
        CHECK(guard_formula(text) == text);
        CHECK(unguard_formula(text) == text);
    }
}

TEST_CASE("reading takes the guard off again, and only the guard") {
    for (const std::string_view text : {"=1+1", "@x", "'=1", "''=1", "-a", "'", "''", "'+358 40", "'-5"}) {
        CAPTURE(text);
        CHECK(unguard_formula(guard_formula(text)) == text);
    }
    CHECK(unguard_formula("'=1") == "=1");
    CHECK(unguard_formula("'Anna") == "'Anna");
}
