#include "documents/render.hpp"
#include "unit/documents/sample_document.hpp"

#include <doctest/doctest.h>

using namespace peergroup::documents;

namespace {

std::string rendered(const Document& document, Format format) {
    return render(document, {format});
}

} // namespace

TEST_CASE("JSON: schema, facts, tables, totals and notes, byte for byte") {
    CHECK(rendered(sample_document(), Format::json) == R"({
  "schema": "peergroup.sample/1",
  "week": "2026-W05",
  "final": true,
  "groups": [
    {
      "code": "A-1",
      "status": "open",
      "enrolled": 12,
      "rate": 0.8571,
      "tags": [
        "x",
        "y"
      ]
    },
    {
      "code": "Ä-2",
      "status": "closed",
      "enrolled": 3,
      "rate": null,
      "tags": []
    }
  ],
  "groups_total": [
    {
      "code": "Total",
      "status": null,
      "enrolled": 15,
      "rate": 0.8571,
      "tags": null
    }
  ],
  "notes": [
    "Internal."
  ]
}
)");
}

TEST_CASE("JSON: the language changes nothing") {
    CHECK(render(sample_document(), {Format::json, peergroup::Language::fi}) == rendered(sample_document(), Format::json));
}

TEST_CASE("JSON: empty tables are empty arrays, bad bytes are replaced") {
    Document document{
        "peergroup.sample/1", "", {{"name", "Name", Cell::text("a\xE4z")}}, {{"rows", "", {{"code", "Code"}}, {}}}, {}};
    CHECK(rendered(document, Format::json) ==
          "{\n  \"schema\": \"peergroup.sample/1\",\n  \"name\": \"a\uFFFDz\",\n  \"rows\": []\n}\n");
}

TEST_CASE("JSON Lines: a row a line, totals left out") {
    CHECK(rendered(sample_document(), Format::jsonl) ==
          "{\"code\":\"A-1\",\"status\":\"open\",\"enrolled\":12,\"rate\":0.8571,\"tags\":[\"x\",\"y\"]}\n"
          "{\"code\":\"Ä-2\",\"status\":\"closed\",\"enrolled\":3,\"rate\":null,\"tags\":[]}\n");
}

TEST_CASE("JSON Lines: several tables name theirs, facts alone are one object") {
    CHECK(rendered(two_table_document(), Format::jsonl) == "{\"table\":\"groups\",\"code\":\"A\",\"size\":4}\n"
                                                           "{\"table\":\"venues\",\"code\":\"V\",\"town\":\"Kajaani\"}\n");
    Document facts = sample_document();
    facts.tables.clear();
    CHECK(rendered(facts, Format::jsonl) == "{\"week\":\"2026-W05\",\"final\":true}\n");
}
