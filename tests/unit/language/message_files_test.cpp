// What holds for every message of config/messages, in all three languages.
#include "language/message_shape.hpp"
#include "language/messages.hpp"
#include "print.hpp"

#include <stdexcept>
#include <string>
#include <vector>

using peergroup::Language;
using peergroup::language::has_message;
using peergroup::language::message_keys;
using peergroup::language::message_pattern;
using peergroup::language::MessageShape;
using peergroup::language::shape_of;

namespace {

const std::vector<Language> languages{Language::fi, Language::sv, Language::en};

} // namespace

TEST_CASE("the shape of a message names its arguments once each, nested ones too") {
    CHECK(shape_of("no arguments") == MessageShape{});
    CHECK(shape_of("{b} {a} {b}").arguments == std::vector<std::string>{"a", "b"});
    CHECK(shape_of("{count, plural, one {# of {whole}} other {# of {whole}}}").arguments ==
          std::vector<std::string>{"count", "whole"});
}

TEST_CASE("the shape of a message tells whether each plural has both branches") {
    CHECK(shape_of("{count, plural, one {#} other {#}}").plurals_complete);
    CHECK_FALSE(shape_of("{count, plural, other {#}}").plurals_complete);
    CHECK_FALSE(shape_of("{count, plural, =1 {#} other {#}}").plurals_complete);
    CHECK_FALSE(shape_of("{a, plural, other {{b, plural, one {#} other {#}}}}").plurals_complete);
    CHECK_FALSE(shape_of("{a, plural, one {#} other {{b, plural, other {#}}}}").plurals_complete);
    CHECK(shape_of("{side, select, other {x}}").plurals_complete);
    CHECK_THROWS_AS(shape_of("{count, plural, one {#}}"), std::invalid_argument);
}

TEST_CASE("every message is there in all three languages") {
    for (const Language language : languages) {
        for (const std::string_view key : message_keys(language)) {
            const std::string shown(key);
            CAPTURE(shown);
            CHECK(has_message(Language::fi, key));
            CHECK(has_message(Language::sv, key));
            CHECK(has_message(Language::en, key));
        }
    }
}

TEST_CASE("every message is well formed and has both branches of each plural") {
    for (const Language language : languages) {
        for (const std::string_view key : message_keys(language)) {
            const std::string shown = std::string(peergroup::code_of(language)) + ": " + std::string(key);
            CAPTURE(shown);
            MessageShape shape;
            CHECK_NOTHROW(shape = shape_of(message_pattern(language, key)));
            CHECK(shape.plurals_complete);
        }
    }
}

TEST_CASE("every message takes the same arguments in all three languages") {
    for (const std::string_view key : message_keys(Language::en)) {
        const std::string shown(key);
        CAPTURE(shown);
        const auto expected = shape_of(message_pattern(Language::en, key)).arguments;
        for (const Language language : {Language::fi, Language::sv}) {
            if (has_message(language, key)) CHECK(shape_of(message_pattern(language, key)).arguments == expected);
        }
    }
}
