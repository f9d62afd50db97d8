#include "language/collation.hpp"
#include "print.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

using peergroup::language::Collation;

namespace {

std::vector<std::string> sorted(const char* locale, std::vector<std::string> names) {
    const Collation collation(locale);
    std::ranges::sort(names,
                      [&collation](const std::string& left, const std::string& right) { return collation.less(left, right); });
    return names;
}

const std::vector<std::string> names{"Öhman",    "Äijälä", "Åberg", "Zetterberg", "Virtanen",   "Wikström",  "Vuori", "aalto",
                                     "Aaltonen", "Ek",     "Élan",  "Ekman",      "von Numers", "Østergård", "",      "Ångström"};

} // namespace

TEST_CASE("Finnish puts å, ä and ö after z") {
    CHECK(sorted("fi", {"Öhman", "Äijälä", "Åberg", "Zetterberg", "Aalto"}) ==
          std::vector<std::string>{"Aalto", "Zetterberg", "Åberg", "Äijälä", "Öhman"});
    CHECK(sorted("sv", {"Öhman", "Äijälä", "Åberg", "Zetterberg", "Aalto"}) ==
          std::vector<std::string>{"Aalto", "Zetterberg", "Åberg", "Äijälä", "Öhman"});
}

TEST_CASE("English sorts å and ä with a") {
    CHECK(sorted("en", {"Zetterberg", "Äijälä", "Aalto", "Åberg"}) ==
          std::vector<std::string>{"Aalto", "Åberg", "Äijälä", "Zetterberg"});
}

TEST_CASE("small and capital letters stand together") {
    CHECK(sorted("fi", {"Virtanen", "aalto", "Aaltonen", "virta"}) ==
          std::vector<std::string>{"aalto", "Aaltonen", "virta", "Virtanen"});
}

TEST_CASE("sort keys give the same order as comparing") {
    for (const char* locale : {"fi", "sv", "en"}) {
        CAPTURE(locale);
        const Collation collation(locale);
        for (const std::string& left : names) {
            for (const std::string& right : names) {
                CAPTURE(left);
                CAPTURE(right);
                CHECK(collation.less(left, right) == (collation.sort_key(left) < collation.sort_key(right)));
            }
        }
    }
}

TEST_CASE("texts that are equal to the locale are still told apart") {
    const Collation collation("fi");
    const std::string composed = "\u00C4ij\u00E4";
    const std::string decomposed = "A\u0308ija\u0308";
    CHECK(collation.less(composed, decomposed) != collation.less(decomposed, composed));
    CHECK((collation.sort_key(composed) < collation.sort_key(decomposed)) == collation.less(composed, decomposed));
    CHECK_FALSE(collation.less(composed, composed));
}

TEST_CASE("only known locales are supported, whatever the environment says") {
    setenv("LC_ALL", "sv_FI.UTF-8", 1);
    for (const char* locale : {"fi", "sv", "en", "fi_FI", "sv-FI", "se"}) {
        CAPTURE(locale);
        CHECK(Collation::supports(locale));
    }
    for (const char* locale : {"", "xx", "finnish", "C", "_FI", "FI"}) {
        CAPTURE(locale);
        CHECK_FALSE(Collation::supports(locale));
        CHECK_THROWS_AS(Collation{locale}, std::invalid_argument);
    }
}

TEST_CASE("a collation can be moved") {
    Collation first("fi");
    const Collation second = std::move(first);
    CHECK(second.less("z", "å"));
}
