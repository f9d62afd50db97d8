#include "people/identity_code.hpp"
#include "print.hpp"
#include "unit/calendar/days.hpp"
#include "unit/calendar/show.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

using namespace peergroup::people;

namespace {

/// The birth date that a code gives, or the stable code of its fault without the common beginning.
std::string outcome(std::string_view text, bool allow_temporary) {
    const auto parsed = IdentityCode::parse(text, {day("2026-01-01"), allow_temporary});
    if (const auto* const code = std::get_if<IdentityCode>(&parsed)) return code->birth_date().iso();
    const std::string fault(code_of(std::get<IdentityCodeFault>(parsed)));
    REQUIRE(fault.starts_with("identity-code."));
    return fault.substr(std::string_view("identity-code.").size());
}

std::string by_default(std::string_view text) {
    return outcome(text, false);
}
std::string with_temporary(std::string_view text) {
    return outcome(text, true);
}

} // namespace

TEST_CASE("codes of every century give the birth date") {
    CHECK(by_default("131052-308T") == "1952-10-13"); // the authority's own sample
    CHECK(by_default("010199+010A") == "1899-01-01");
    CHECK(with_temporary("131052-308T") == "1952-10-13");
    CHECK(with_temporary("010199+010A") == "1899-01-01");
}

TEST_CASE("temporary codes are refused unless they are allowed") {
    const auto expect = [](std::string_view text, std::string_view born) {
        CAPTURE(text);
        CHECK(by_default(text) == "temporary");
        CHECK(with_temporary(text) == born);
    };
    expect("290200A902D", "2000-02-29");
    expect("150612B907V", "2012-06-15");
    expect("280285U905T", "1985-02-28");
    expect("010190Y998V", "1990-01-01");
    expect("010190-998V", "1990-01-01");
    expect("010120F910Y", "2020-01-01");
    expect("311299+9019", "1899-12-31");
}

TEST_CASE("each fault is told by its own code, temporary codes allowed or not") {
    const auto expect = [](std::string_view text, std::string_view fault) {
        CAPTURE(text);
        CHECK(by_default(text) == fault);
        CHECK(with_temporary(text) == fault);
    };
    expect("131052-308S", "check");
    expect("131052/308T", "separator"); // lies between + and A, so a range in a pattern would let it in
    expect("131052G308T", "separator");
    expect("290200-902D", "date"); // 1900 was no leap year
    expect("310410A903X", "date");
    expect("010180-0014", "serial");
    expect("010180-0003", "serial");
    expect("131052-308G", "check-character");
    expect("131052308T", "length");
    expect("13I052-308T", "digits");
    expect("010199A9034", "future");
    expect("010190-999K", "check"); // published wrongly, the right one ends in W
    expect("", "length");
}

TEST_CASE("every character that is no century sign is refused between the digits") {
    for (int character = 32; character < 127; ++character) {
        std::string code = "131052-308T";
        code[6] = static_cast<char>(character);
        const bool sign = std::string_view("+-YXWVUABCDEFabcdefuvwxy").find(code[6]) != std::string_view::npos;
        CAPTURE(code);
        CHECK((by_default(code) == "separator") == !sign);
    }
}

TEST_CASE("the test codes of the authority pass as temporary ones") {
    for (const std::string_view code :
         {"010594Y9032", "010594Y9021", "020594X903P", "020594X902N", "030594W903B", "030694W9024", "040594V9030",
          "040594V902Y", "050594U903M", "050594U902L", "010516B903X", "010516B902W", "020516C903K", "020516C902J",
          "030516D9037", "030516D9026", "010501E9032", "020502E902X", "020503F9037", "020504A902E", "020504B904H"}) {
        CAPTURE(code);
        const std::string born = with_temporary(code);
        const std::string century = std::string_view("UVWXY").find(code[6]) != std::string_view::npos ? "19" : "20";
        CHECK(born == fmt::format("{}{}-{}-{}", century, code.substr(4, 2), code.substr(2, 2), code.substr(0, 2)));
        CHECK(by_default(code) == "temporary");
    }
}

TEST_CASE("small letters and blanks around are put right, typographic dashes are not") {
    CHECK(by_default(" 131052-308t\t") == "1952-10-13");
    CHECK(with_temporary("010594y9032") == "1994-05-01");
    CHECK(by_default("131052\u2212308T") == "dash");
    CHECK(by_default("131052\u2013308T") == "dash");
    CHECK(by_default("13105 2-308T") == "length");
}

TEST_CASE("the separator belongs to the identity") {
    const IdentityCode::Policy policy{day("2026-01-01"), true};
    const auto newer = std::get<IdentityCode>(IdentityCode::parse("010190Y998V", policy));
    const auto older = std::get<IdentityCode>(IdentityCode::parse("010190-998V", policy));
    CHECK(newer.birth_date() == older.birth_date());
    CHECK_FALSE(newer == older);
}

TEST_CASE("somebody may be born today but not tomorrow") {
    const auto on_birthday = IdentityCode::parse("010120F910Y", {day("2020-01-01"), true});
    CHECK(std::holds_alternative<IdentityCode>(on_birthday));
    const auto day_before = IdentityCode::parse("010120F910Y", {day("2019-12-31"), true});
    CHECK(std::get<IdentityCodeFault>(day_before) == IdentityCodeFault::future);
}

TEST_CASE("what is shown of a code tells the birth date and not the person") {
    const auto code = std::get<IdentityCode>(IdentityCode::parse("131052-308t", {day("2026-01-01")}));
    CHECK(code.text() == "131052-308T");
    CHECK(code.masked() == "131052-****");
}

TEST_CASE("a mistyped digit is found wherever it stands") {
    const std::string right = "131052-308T";
    int trials = 0;
    for (const std::size_t place : {0U, 1U, 2U, 3U, 4U, 5U, 7U, 8U, 9U})
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string wrong = right;
            wrong[place] = digit;
            if (wrong == right) continue;
            CAPTURE(wrong);
            CHECK(std::holds_alternative<IdentityCodeFault>(IdentityCode::parse(wrong, {day("2026-01-01"), true})));
            ++trials;
        }
    CHECK(trials == 81);
}
