#include "language/message_format.hpp"
#include "language/messages.hpp"
#include "print.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

using peergroup::Language;
using peergroup::language::Argument;
using peergroup::language::fill_in;
using peergroup::language::has_message;
using peergroup::language::message_keys;
using peergroup::language::message_pattern;
using peergroup::language::say;

namespace {

const std::string two_forms = "{count, plural, one {# henkilö} other {# henkilöä}}";

std::string fill(Language language, const std::string& pattern, const std::vector<Argument>& arguments = {}) {
    return fill_in(language, pattern, arguments);
}

} // namespace

TEST_CASE("a message is said in each language") {
    CHECK(say(Language::fi, "language.name") == "suomi");
    CHECK(say(Language::sv, "language.name") == "svenska");
    CHECK(say(Language::en, "language.name") == "English");
}

TEST_CASE("a plural follows the number and the language") {
    CHECK(say(Language::fi, "count.people", {{"count", 1}}) == "1 henkilö");
    CHECK(say(Language::fi, "count.people", {{"count", 2}}) == "2 henkilöä");
    CHECK(say(Language::fi, "count.people", {{"count", 0}}) == "0 henkilöä");
    CHECK(say(Language::sv, "count.people", {{"count", 1}}) == "1 person");
    CHECK(say(Language::sv, "count.people", {{"count", 5}}) == "5 personer");
    CHECK(say(Language::en, "count.people", {{"count", 1}}) == "1 person");
    CHECK(say(Language::en, "count.people", {{"count", 1234}}) == "1,234 people");
}

TEST_CASE("an unknown key is an error of the program") {
    CHECK_FALSE(has_message(Language::fi, "no.such.message"));
    CHECK_THROWS_AS(say(Language::fi, "no.such.message"), std::logic_error);
    CHECK_THROWS_AS(message_pattern(Language::fi, ""), std::logic_error);
}

TEST_CASE("every key that is listed is found") {
    const auto keys = message_keys(Language::fi);
    REQUIRE(keys.size() > 2);
    CHECK(std::ranges::is_sorted(keys));
    CHECK(std::ranges::all_of(keys, [](std::string_view key) { return has_message(Language::fi, key); }));
}

TEST_CASE("text and numbers are put in their places") {
    CHECK(fill(Language::fi, "Ryhmä {group} on täynnä", {{"group", "VOI-KAI-2026-01"}}) == "Ryhmä VOI-KAI-2026-01 on täynnä");
    CHECK(fill(Language::en, "{a}{b}{a}", {{"a", "x"}, {"b", 7}}) == "x7x");
    CHECK(fill(Language::en, "{count} rows", {{"count", 1234567}}) == "1,234,567 rows");
    CHECK(fill(Language::fi, "{count} riviä", {{"count", 12345}}) == "12\u00A0345 riviä");
}

TEST_CASE("an argument's own braces and apostrophes are no part of the pattern") {
    CHECK(fill(Language::en, "column {name}", {{"name", "{name}'s {"}}) == "column {name}'s {");
    CHECK(fill(Language::en, "{count, plural, one {# in {name}} other {# in {name}}}", {{"count", 2}, {"name", "{x} '#'"}}) ==
          "2 in {x} '#'");
}

TEST_CASE("plain and plural patterns write numbers alike") {
    for (const Language language : {Language::fi, Language::sv, Language::en}) {
        for (const std::int64_t number : {0, 7, 1234, 1234567}) {
            CHECK(fill(language, "{count} x", {{"count", number}}) ==
                  fill(language, "{count, plural, one {#} other {#}} x", {{"count", number}}));
        }
    }
}

TEST_CASE("apostrophes follow the rules of ICU") {
    CHECK(fill(Language::en, "it's {name}", {{"name", "x"}}) == "it's x");
    CHECK(fill(Language::en, "it''s") == "it's");
    CHECK(fill(Language::en, "'{'name}") == "{name}");
    CHECK(fill(Language::en, "it’s {name}", {{"name", "x"}}) == "it’s x");
}

TEST_CASE("a plain text stands as it is") {
    CHECK(fill(Language::fi, "100 % [sic]; \"ok\" \\ #") == "100 % [sic]; \"ok\" \\ #");
    CHECK(fill(Language::fi, "").empty());
}

TEST_CASE("select and nested branches are filled in") {
    const std::string pattern =
        "{side, select, parents {{count, plural, one {# parent} other {# parents}}} other {{count} people}}";
    CHECK(fill(Language::en, pattern, {{"side", "parents"}, {"count", 1}}) == "1 parent");
    CHECK(fill(Language::en, pattern, {{"side", "mixed"}, {"count", 3}}) == "3 people");
}

TEST_CASE("a missing argument is an error of the program, plain or plural") {
    CHECK_THROWS_AS(fill(Language::fi, "{group}"), std::logic_error);
    CHECK_THROWS_AS(fill(Language::fi, two_forms, {{"number", 1}}), std::logic_error);
    CHECK_THROWS_AS(fill(Language::fi, "{count, plural, one {{name}} other {#}}", {{"count", 2}}), std::logic_error);
}

TEST_CASE("a malformed pattern is an error of the program") {
    for (const char* pattern : {"{", "{name", "{name}{", "{count, plural, one {#}}", "{count, plurals, other {#}}"}) {
        CAPTURE(pattern);
        CHECK_THROWS_AS(fill(Language::fi, pattern, {{"name", "x"}, {"count", 1}}), std::logic_error);
    }
}
