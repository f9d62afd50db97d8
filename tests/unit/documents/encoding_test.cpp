#include "documents/encoding.hpp"
#include "unit/documents/problem_of.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace peergroup::documents;
using namespace std::string_literals;

namespace {

Encoding detected(std::string bytes) {
    return detect_encoding(TextSource::memory("file", std::move(bytes)));
}

} // namespace

TEST_CASE("plain and empty files are UTF-8") {
    CHECK(detected("") == Encoding::utf8);
    CHECK(detected("group,phone\n") == Encoding::utf8);
    CHECK(detected("ryhmä;puhelin\n") == Encoding::utf8);
    CHECK(detected("\xF0\x9F\x8C\xB2") == Encoding::utf8);
}

TEST_CASE("a byte order mark decides") {
    CHECK(detected("\xEF\xBB\xBFryhmä\n") == Encoding::utf8_with_mark);
    CHECK(detected("\xFF\xFEg\0"s) == Encoding::utf16);
    CHECK(detected("\xFE\xFF\0g"s) == Encoding::utf16);
}

TEST_CASE("UTF-16 without a mark shows in its zero bytes") {
    CHECK(detected("g\0r\0o\0u\0p\0"s) == Encoding::utf16);
    CHECK(detected("\0g\0r\0o\0u\0p"s) == Encoding::utf16);
    CHECK(detected("group,ph\0one\n"s) == Encoding::utf8);
}

TEST_CASE("what is no strict UTF-8 is Windows-1252") {
    CHECK(detected("ryhm\xE4;puhelin\r\n") == Encoding::windows_1252);
    CHECK(detected("J\xE4\xE4ssi") == Encoding::windows_1252);
    CHECK(detected("\xC0\xAF") == Encoding::windows_1252);         // overlong
    CHECK(detected("\xE0\x80\xAF") == Encoding::windows_1252);     // overlong
    CHECK(detected("\xED\xA0\x80") == Encoding::windows_1252);     // surrogate
    CHECK(detected("\xF4\x90\x80\x80") == Encoding::windows_1252); // above U+10FFFF
    CHECK(detected("\xF0\x80\x80\x80") == Encoding::windows_1252); // overlong
    CHECK(detected("a\x80") == Encoding::windows_1252);
    CHECK(detected("ryhm\xC3") == Encoding::windows_1252); // cut off
}

TEST_CASE("one bad byte at the end of a long file is found, and a character across two pieces is whole") {
    std::string bytes(65535, 'x');
    CHECK(detected(bytes + "ä" + bytes) == Encoding::utf8);
    CHECK(detected(bytes + bytes + "\xE4") == Encoding::windows_1252);
}

TEST_CASE("Windows-1252 becomes UTF-8, its five gaps a visible mark") {
    CHECK(to_utf8("\xE5\xE4\xF6\xC5\xC4\xD6", Encoding::windows_1252) == "åäöÅÄÖ");
    CHECK(to_utf8("\x80 \x96 \x9A\x9E\x8A\x8E", Encoding::windows_1252) == "€ – šžŠŽ");
    CHECK(to_utf8("\x81\x8D\x8F\x90\x9D", Encoding::windows_1252) == "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("UTF-16 becomes UTF-8 in either order, lone surrogates a visible mark") {
    CHECK(to_utf8("\xFF\xFE\xE4\0"s, Encoding::utf16) == "ä");
    CHECK(to_utf8("\xFE\xFF\0\xE4"s, Encoding::utf16) == "ä");
    CHECK(to_utf8("\xFF\xFE\x3C\xD8\x32\xDF"s, Encoding::utf16) == "\U0001F332");
    CHECK(to_utf8("\xFF\xFE\x3C\xD8x\0"s, Encoding::utf16) == "\uFFFDx");
    CHECK(to_utf8("\xFF\xFE\x32\xDF"s, Encoding::utf16) == "\uFFFD");
    CHECK(to_utf8("\xFF\xFEx\0y"s, Encoding::utf16) == "x\uFFFD");
}

TEST_CASE("a mark is no part of the text") {
    CHECK(to_utf8("\xEF\xBB\xBFx", Encoding::utf8_with_mark) == "x");
    const TextSource text = transcode_utf16(TextSource::memory("list.csv", "\xFF\xFEg\0r\0"s));
    CHECK(text.name() == "list.csv");
    CHECK(text.size() == 2);
}

TEST_CASE("a huge UTF-16 file is refused") {
    const TextSource huge = TextSource::memory("huge.csv", std::string((64U << 20U) + 1, 'x'));
    CHECK(problem_of([&] { transcode_utf16(huge); }).code == "file-too-large");
}

TEST_CASE("encodings have names to be said aloud") {
    CHECK(name_of(Encoding::utf8) == "UTF-8");
    CHECK(name_of(Encoding::utf8_with_mark) == "UTF-8");
    CHECK(name_of(Encoding::utf16) == "UTF-16");
    CHECK(name_of(Encoding::windows_1252) == "Windows-1252");
}
