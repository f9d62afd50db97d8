#include "documents/json_text.hpp"
#include "documents/json_writer.hpp"
#include "print.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace peergroup::documents;

namespace {

std::vector<std::string> members_of(std::string_view text) {
    std::vector<std::string> members;
    const auto take = [&](std::string_view key, std::string_view value, std::size_t starts) {
        members.push_back(fmt::format("{}={}@{}", key, value, starts));
        return true;
    };
    const std::optional<JsonFault> fault = read_json_object(text, take);
    if (fault) members.push_back(fmt::format("!{}@{}", fault->code, fault->at));
    return members;
}

using Members = std::vector<std::string>;

} // namespace

TEST_CASE("members come in order, repeated ones too, numbers as they are spelt") {
    CHECK(members_of(R"({"b": "x", "a": 1.50, "b" : null})") == Members{"b=x@6", "a=1.50@16", "b=@28"});
    CHECK(members_of(R"({"n": -12, "u": 18446744073709551615, "t": true, "f": false})") ==
          Members{"n=-12@6", "u=18446744073709551615@16", "t=true@43", "f=false@54"});
    CHECK(members_of("{}").empty());
}

TEST_CASE("what is no flat object is a fault with its place") {
    CHECK(members_of("") == Members{"!invalid-json@0"});
    CHECK(members_of("5") == Members{"!invalid-json@0"});
    CHECK(members_of("[]") == Members{"!invalid-json@0"});
    CHECK(members_of(R"({"a": [1]})") == Members{"!nested-json@6"});
    CHECK(members_of(R"({"a": 1,})") == Members{"a=1@6", "!invalid-json@8"});
    CHECK(members_of("{\"a\": \"\xE4\"}").back().starts_with("!invalid-json"));
}

TEST_CASE("taking can end the reading") {
    int taken = 0;
    const auto stop = [&](std::string_view, std::string_view, std::size_t) {
        ++taken;
        return false;
    };
    CHECK_FALSE(read_json_object(R"({"a": 1, "b": 2})", stop).has_value());
    CHECK(taken == 1);
}

TEST_CASE("strings are escaped, and bytes that are no UTF-8 replaced") {
    CHECK(json_string("say \"hi\"\n\\ä") == R"("say \"hi\"\n\\ä")");
    CHECK(json_string("\x01") == R"("\u0001")");
    CHECK(json_string("a\xE4z") == "\"a\uFFFDz\"");
}

TEST_CASE("the writer lays out as jq does") {
    for (const auto& [layout, expected] :
         {std::pair(JsonWriter::Layout::compact, "{\"a\":[1,[]],\"b\":{}}"),
          std::pair(JsonWriter::Layout::pretty, "{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {}\n}")}) {
        JsonWriter writer(layout);
        writer.open('{');
        writer.key("a");
        writer.open('[');
        writer.value("1");
        writer.open('[');
        writer.close(']');
        writer.close(']');
        writer.key("b");
        writer.open('{');
        writer.close('}');
        writer.close('}');
        CHECK(writer.take() == expected);
    }
}
