#include "documents/cell.hpp"
#include "documents/cell_text.hpp"

#include <doctest/doctest.h>

using namespace peergroup;
using namespace peergroup::documents;

TEST_CASE("a cell is blank without text, without a number, of nothing, or without items") {
    CHECK(Cell::empty().is_empty());
    CHECK(Cell::text("").is_empty());
    CHECK(Cell::of(std::optional<std::int64_t>()).is_empty());
    CHECK(Cell::ratio(0, 0).is_empty());
    CHECK(Cell::list({}).is_empty());
    CHECK_FALSE(Cell::of(0).is_empty());
    CHECK_FALSE(Cell::ratio(0, 3).is_empty());
    CHECK_FALSE(Cell::flag(false, "ei").is_empty());
}

TEST_CASE("machines read codes, plain numbers and shares") {
    CHECK(machine_text(Cell::of(-1234567)) == "-1234567");
    CHECK(machine_text(Cell::coded("open", "avoin")) == "open");
    CHECK(machine_text(Cell::flag(true, "kyllä")) == "true");
    CHECK(machine_text(Cell::list({"a", "b"})) == "a b");
    CHECK(machine_text(Cell::ratio(0, 0)).empty());
    CHECK(machine_text(Cell::text("Åsa")) == "Åsa");
}

TEST_CASE("a share has one to four decimals") {
    CHECK(share_text({6, 7}) == "0.8571");
    CHECK(share_text({1, 2}) == "0.5");
    CHECK(share_text({3, 3}) == "1.0");
    CHECK(share_text({0, 3}) == "0.0");
    CHECK(share_text({2, 3}) == "0.6667");
}

TEST_CASE("people read words and percentages") {
    CHECK(shown_text(Cell::coded("open", "avoin"), Language::fi) == "avoin");
    CHECK(shown_text(Cell::flag(false, "ei"), Language::fi) == "ei");
    CHECK(shown_text(Cell::list({"a", "b"}), Language::en) == "a, b");
    CHECK(shown_text(Cell::ratio(5, 6), Language::en) == "83%");
    CHECK(shown_text(Cell::ratio(0, 0), Language::en).empty());
    CHECK(shown_text(Cell::of(1234), Language::en) == "1,234");
}
