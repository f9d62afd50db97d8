#include "language/language.hpp"
#include "print.hpp"

using peergroup::code_of;
using peergroup::Language;
using peergroup::parse_language;

namespace peergroup {

inline doctest::String toString(Language language) {
    return doctest::String(code_of(language).data());
}

} // namespace peergroup

TEST_CASE("a language is read from its code and from a locale name") {
    CHECK(parse_language("fi") == Language::fi);
    CHECK(parse_language("sv") == Language::sv);
    CHECK(parse_language("en") == Language::en);
    CHECK(parse_language("sv_FI.UTF-8") == Language::sv);
    CHECK(parse_language("en-GB") == Language::en);
    CHECK(parse_language("fi.UTF-8") == Language::fi);
    CHECK(parse_language("fi@euro") == Language::fi);
}

TEST_CASE("any other text is no language") {
    for (const char* text : {"", "C", "C.UTF-8", "POSIX", "de", "fil", "FI", " fi", "_fi", "suomi"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_language(text).has_value());
    }
}

TEST_CASE("the code of a language reads back as the language") {
    for (const Language language : {Language::fi, Language::sv, Language::en})
        CHECK(parse_language(code_of(language)) == language);
}
