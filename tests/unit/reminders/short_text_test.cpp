#include "reminders/short_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace peergroup::reminders;

namespace {

std::string times(int count, const std::string& text) {
    std::string repeated;
    for (int i = 0; i < count; ++i)
        repeated += text;
    return repeated;
}

} // namespace

TEST_CASE("a telephone number is written as the whole world dials it") {
    for (const char* const text : {"+358401234567", "+358 40 123 4567", "00358-40-1234567", "040 1234567", "(040) 123 45 67"}) {
        CAPTURE(text);
        REQUIRE(PhoneNumber::parse(text).has_value());
        CHECK(PhoneNumber::parse(text)->text() == "+358401234567");
    }
    CHECK(PhoneNumber::parse("+46701234567")->text() == "+46701234567");
}

TEST_CASE("what cannot be dialled is no telephone number") {
    for (const char* const text : {"", "+", "040", "112", "401234567", "+0401234567", "+3584012345678901", "040 123 4567 ext 2",
                                   "0401234567\n+358401234568", "+358+401234567", "mari@example.org", "٠٤٠١٢٣٤٥٦٧"}) {
        CAPTURE(text);
        CHECK_FALSE(PhoneNumber::parse(text).has_value());
    }
}

TEST_CASE("160 characters of the 7-bit alphabet are one message and 153 fit into each of several") {
    CHECK(count_segments("") == 0);
    CHECK(count_segments("Hej på dig, vi ses kl. 17 @ Ångström!") == 1);
    CHECK(count_segments(times(160, "ä")) == 1);
    CHECK(count_segments(times(161, "ä")) == 2);
    CHECK(count_segments(times(306, "a")) == 2);
    CHECK(count_segments(times(307, "a")) == 3);
}

TEST_CASE("characters of the extension table count two and are not cut in half") {
    CHECK(count_segments(times(80, "€")) == 1);
    CHECK(count_segments(times(81, "€")) == 2);
    CHECK(count_segments(times(152, "a") + "€" + times(151, "a")) == 2);
    CHECK(count_segments(times(152, "a") + "€" + times(152, "a")) == 3);
}

TEST_CASE("a character outside the alphabet makes the whole text UCS-2") {
    CHECK(count_segments(times(69, "a") + "ш") == 1);
    CHECK(count_segments(times(70, "a") + "ш") == 2);
    CHECK(count_segments(times(70, "`")) == 1);
    CHECK(count_segments(times(71, "`")) == 2);
    CHECK(count_segments(times(134, "š")) == 2);
    CHECK(count_segments(times(135, "š")) == 3);
    CHECK(count_segments(times(35, "😀")) == 1);
    CHECK(count_segments(times(36, "😀")) == 2);
    CHECK(count_segments(times(67, "😀")) == 3); // 33 whole ones in each
}

TEST_CASE("a short text keeps its line breaks and loses what would steer a telephone") {
    CHECK(short_text("  a\r\nb\rc\x1b[0m\u202E d\x00 \n") == "a\nb\nc[0m d");
    CHECK(short_text("\xff") == "\uFFFD");
    CHECK(short_text(" \n").empty());
}
