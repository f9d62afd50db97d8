#include "documents/render.hpp"
#include "print.hpp"
#include "unit/documents/sample_document.hpp"
#include "unit/documents/sheet_rows.hpp"

#include <doctest/doctest.h>

using namespace peergroup;
using namespace peergroup::documents;

namespace {

std::string csv(const Document& document) {
    return render(document, {Format::csv});
}

std::string excel(const Document& document) {
    return render(document, {Format::csv, Language::fi, true});
}

Document one_text(std::string text) {
    return {"s/1",
            "",
            {},
            {{"rows", "", {{"group", "Ryhmä"}, {"phone", "Puhelin"}}, {{{Cell::text(std::move(text)), Cell::text("1")}}}}},
            {}};
}

} // namespace

TEST_CASE("CSV: keys for headings, codes for words, totals among the rows, CRLF") {
    CHECK(csv(sample_document()) == "code,status,enrolled,rate,tags\r\n"
                                    "A-1,open,12,0.8571,x y\r\n"
                                    "Ä-2,closed,3,,\r\n"
                                    "Total,,15,0.8571,\r\n");
}

TEST_CASE("CSV for Finnish Excel: mark, semicolons, decimal commas, words for people") {
    CHECK(excel(sample_document()) == "\xEF\xBB\xBFGroup;Status;Enrolled;Rate;Tags\r\n"
                                      "A-1;Open;12;0,8571;x, y\r\n"
                                      "Ä-2;Closed;3;;\r\n"
                                      "Total;;15;0,8571;\r\n");
}

TEST_CASE("CSV: a large number is never grouped") {
    Document document = one_text("x");
    document.tables[0].rows[0].cells[1] = Cell::of(1234567);
    CHECK(excel(document).ends_with("x;1234567\r\n"));
}

TEST_CASE("CSV: quotes where they are needed, by separator") {
    CHECK(csv(one_text("a,b")) == "group,phone\r\n\"a,b\",1\r\n");
    CHECK(excel(one_text("a,b")).ends_with("\r\na,b;1\r\n"));
    CHECK(excel(one_text("a;b")).ends_with("\r\n\"a;b\";1\r\n"));
    CHECK(csv(one_text("say \"hi\"\nthere")).ends_with("\r\n\"say \"\"hi\"\"\nthere\",1\r\n"));
    CHECK(csv(one_text(" x")).ends_with("\r\n\" x\",1\r\n"));
}

TEST_CASE("CSV: formulas are guarded and phone numbers are not") {
    CHECK(csv(one_text("=HYPERLINK(1)")).ends_with("\r\n'=HYPERLINK(1),1\r\n"));
    CHECK(csv(one_text("+358 40 123")).ends_with("\r\n+358 40 123,1\r\n"));
    CHECK(excel(one_text("-2+3")).ends_with("\r\n'-2+3;1\r\n"));
}

TEST_CASE("CSV: what was written is read as it was") {
    for (const std::string_view text :
         {"=1+1", "'=1", "-x", "+358 40 1", "a,b", "say \"hi\"", "two\r\nlines", "Ä;ö", "'", "@\"x\"", "+1,2+3"}) {
        CAPTURE(text);
        CHECK(rows_of(csv(one_text(std::string(text)))) == Rows{{std::string(text), "1"}});
        CHECK(rows_of(excel(one_text(std::string(text)))) == Rows{{std::string(text), "1"}});
    }
}

TEST_CASE("CSV: several tables share the union of their columns behind their key") {
    CHECK(csv(two_table_document()) == "table,code,size,town\r\n"
                                       "groups,A,4,\r\n"
                                       "venues,V,,Kajaani\r\n");
}

TEST_CASE("CSV: facts alone are one row") {
    Document facts = sample_document();
    facts.tables.clear();
    CHECK(csv(facts) == "week,final\r\n2026-W05,true\r\n");
    CHECK(excel(facts) == "\xEF\xBB\xBFWeek;Final\r\n2026-W05;yes\r\n");
}
