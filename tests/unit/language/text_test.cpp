#include "language/text.hpp"
#include "print.hpp"

#include <string>

using peergroup::language::display_width;
using peergroup::language::fold;
using peergroup::language::is_valid_utf8;
using peergroup::language::lower;
using peergroup::language::printable;

TEST_CASE("well-formed UTF-8 is told from any other bytes") {
    for (const char* text : {"", "abc", "äöå", "€", "\U0001F600", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        CAPTURE(text);
        CHECK(is_valid_utf8(text));
    }
    CHECK(is_valid_utf8(std::string("a\0b", 3)));
    for (const char* text :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(", "a\xE4", "\xE2(\xA1"}) {
        CHECK_FALSE(is_valid_utf8(text));
    }
}

TEST_CASE("width counts columns, not bytes") {
    CHECK(display_width("") == 0);
    CHECK(display_width("Virtanen") == 8);
    CHECK(display_width("Äijälä") == 6);
    CHECK(display_width("A\u0308") == 1);
    CHECK(display_width("日本") == 4);
    CHECK(display_width("\u200B") == 0);
    CHECK(display_width("\U0001F600") == 2);
    CHECK(display_width("12\u00A0345") == 6);
    CHECK(display_width("\xFF\xFE") == 2);
}

TEST_CASE("what would steer a terminal is spelt out") {
    CHECK(printable("\x1B[31mred") == "\\u{1b}[31mred");
    CHECK(printable("a\nb\tc\r") == "a\\u{a}b\\u{9}c\\u{d}");
    CHECK(printable(std::string("\0", 1)) == "\\u{0}");
    CHECK(printable("\x7F") == "\\u{7f}");
    CHECK(printable("\u009B31m") == "\\u{9b}31m");
    CHECK(printable("\u2028") == "\\u{2028}");
}

TEST_CASE("what turns the direction of reading is spelt out") {
    for (const auto& [text, shown] :
         {std::pair("\u202A", "\\u{202a}"), std::pair("\u202E", "\\u{202e}"), std::pair("\u2066", "\\u{2066}"),
          std::pair("\u2069", "\\u{2069}"), std::pair("\u200E", "\\u{200e}"), std::pair("\u200F", "\\u{200f}"),
          std::pair("\u061C", "\\u{61c}")}) {
        CHECK(printable(text) == shown);
    }
}

TEST_CASE("ordinary text is shown as it is") {
    for (const char* text : {"", "Äijälä", "日本", "it's \\ {x}", "12\u00A0345", "\u2065\u206A"})
        CHECK(printable(text) == text);
}

TEST_CASE("bytes that are no UTF-8 are shown as replacement characters") {
    CHECK(printable("a\xE4z") == "a\uFFFDz");
    CHECK(printable("\xC3") == "\uFFFD");
    CHECK(printable("\xE2\x82\x1B") == "\uFFFD\uFFFD\\u{1b}");
}

TEST_CASE("names are compared without case, composition and spacing") {
    CHECK(fold("  Anna\t Liisa ") == "anna liisa");
    CHECK(fold("ÄIJÄLÄ") == fold("äijälä"));
    CHECK(fold("A\u0308ija\u0308la\u0308") == fold("Äijälä"));
    CHECK(fold("Straße") == "strasse");
    CHECK(fold("Åsa\u00A0 \u2003Ö") == "åsa ö");
    CHECK(fold("\u00A0Åsa\u00A0") == "åsa");
    CHECK(fold("ﬁ") == "fi");
    CHECK(fold("").empty());
    CHECK(fold(" \t\n").empty());
    CHECK(fold("Äijälä") != fold("Aijala"));
}

TEST_CASE("letters are made small") {
    CHECK(lower("ENROL-42") == "enrol-42");
    CHECK(lower("ÄÖÅ") == "äöå");
    CHECK(lower("Straße") == "straße");
    CHECK(lower("  A ") == "  a ");
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
    CHECK(fold("A\xE4") == "a\uFFFD");
    CHECK(lower("A\xE4") == "a\uFFFD");
    CHECK(is_valid_utf8(fold("\xC3\x28\xA0\xA1")));
}

TEST_CASE("of several lines the ends stay, and nothing else that steers") {
    using peergroup::language::printable_lines;
    CHECK(printable_lines("a\x1B,b\r\nc\n") == "a\\u{1b},b\r\nc\n");
    CHECK(printable_lines("a\rb\r") == "a\\u{d}b\\u{d}");
    CHECK(printable_lines("\r\n\n") == "\r\n\n");
    CHECK(printable_lines("").empty());
}
