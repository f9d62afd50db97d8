#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using batches::Ending;
using batches::Mode;

namespace {

const std::string header = "reference,given_name,family_name,birth_date\n";

std::string rows_of_many(int count) {
    std::string rows = header;
    for (int number = 1; number <= count; ++number)
        rows += fmt::format("{},Given{},Family{},1980-05-05\n", number, number, number);
    return rows;
}

} // namespace

TEST_CASE_FIXTURE(County, "people are created in the order of the file") {
    const Told told = import(*this, header + "1,Aino,Testi,2000-02-29\n2,Eero,Koe,\n");
    CHECK(told.ending == Ending::applied);
    CHECK(told.rows == Lines{"2 created 1", "3 created 2"});
    CHECK(view_of(*this, 1).birth_date_known);
    CHECK_FALSE(view_of(*this, 2).birth_date_known);
}

TEST_CASE_FIXTURE(County, "one bad row in 1001 and nothing is stored") {
    const std::string before = content();
    const Told told = import(*this, rows_of_many(1000) + "1001,Bad,Row,31.4.2019\n");
    CHECK(told.ending == Ending::refused);
    CHECK(told.rows.back() == "1002 no-date");
    CHECK(content() == before);
}

TEST_CASE_FIXTURE(County, "every bad row is listed, not only the first") {
    const Told told = import(*this, header + "1,Aino,Testi,31.4.2019\n2,Eero,Koe,\n3,Oona,Malli,yesterday\n");
    CHECK(told.rows == Lines{"2 no-date", "3 created 1", "4 no-date"});
    CHECK(told.ending == Ending::refused);
    CHECK(number("SELECT count(*) FROM person") == 0);
}

TEST_CASE_FIXTURE(County, "an attempt that was refused is journalled, without a batch") {
    import(*this, header + "1,Aino,Testi,31.4.2019\n");
    CHECK(lines("SELECT verb || ' ' || objects || ' ' || counts || ' ' || (batch IS NULL) FROM journal") ==
          Lines{"person import refused rejected=1 1"});
    CHECK(number("SELECT count(*) FROM batch") == 0);
}

TEST_CASE_FIXTURE(County, "in mode rows what is good is stored and the numbers have no gaps") {
    const Told told = import(*this, header + "1,Aino,Testi,\n2,Eero,Koe,31.4.2019\n3,Oona,Malli,\n", {.mode = Mode::rows});
    CHECK(told.ending == Ending::applied);
    CHECK(told.rows == Lines{"2 created 1", "3 no-date", "4 created 2"});
    CHECK(lines("SELECT counts FROM journal") == Lines{"created=2 updated=0 unchanged=0"});
}

TEST_CASE_FIXTURE(County, "a rehearsal tells what would happen, changes nothing and is journalled") {
    const std::string before = content();
    const Told told = import(*this, header + "1,Aino,Testi,\n", {.dry_run = true});
    CHECK(told.ending == Ending::rehearsed);
    CHECK(told.rows == Lines{"2 created 1"});
    CHECK(content() == before);
    CHECK(lines("SELECT objects FROM journal") == Lines{"dry-run"});
}

TEST_CASE_FIXTURE(County, "the same file again changes nobody") {
    const std::string rows = header + "1,Aino,Testi,2000-02-29\n,Eero,Koe,1990-01-01\n";
    import(*this, rows);
    const auto people = [&] {
        Lines all = lines("SELECT id || ' ' || region FROM person ORDER BY id");
        for (const std::string& record : lines("SELECT hex(record) FROM person_identity ORDER BY person"))
            all.push_back(record);
        for (const std::string& key : lines("SELECT hex(lookup_key) || person FROM person_lookup ORDER BY 1"))
            all.push_back(key);
        return all;
    };
    const Lines before = people();
    CHECK(import(*this, rows).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(people() == before);
}

TEST_CASE_FIXTURE(County, "a name alone is known again, so that the same file doubles nobody") {
    const std::string rows = "given_name,family_name\nAino,Testi\nEero,\n";
    CHECK(import(*this, rows).rows == Lines{"2 created 1", "3 created 2"});
    CHECK(import(*this, rows).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
    CHECK(import(*this, rows, {.different_person = true}).rows == Lines{"2 unchanged 1", "3 unchanged 2"});
}

TEST_CASE_FIXTURE(County, "who was brought up to date is counted as such") {
    import(*this, header + "1,Aino,Testi,\n2,Eero,Koe,\n");
    const Told told = import(*this, header + "1,Aino,Uusi,\n2,Eero,Koe,\n", {.on_difference = people::OnDifference::update});
    CHECK(told.rows == Lines{"2 updated 1", "3 unchanged 2"});
    CHECK(lines("SELECT counts FROM journal ORDER BY id DESC LIMIT 1") == Lines{"created=0 updated=1 unchanged=1"});
}

TEST_CASE_FIXTURE(County, "two rows of one person in one file meet") {
    CHECK(import(*this, header + "1,Aino,Testi,2000-02-29\n1,,,\n,Aino,Testi,29.2.2000\n").rows ==
          Lines{"2 created 1", "3 unchanged 1", "4 unchanged 1"});
}

TEST_CASE_FIXTURE(County, "values are stored as they came, whatever they hold") {
    const std::string nasty = "Robert'); DROP TABLE person;--";
    import(*this, header + "1,\"" + nasty + "\",\"=1+1 <b>\n\",\n");
    CHECK(identity_of(*this, 1).given_name == nasty);
    CHECK(identity_of(*this, 1).family_name == "=1+1 <b>");
    CHECK(number("SELECT count(*) FROM person") == 1);
}

TEST_CASE_FIXTURE(County, "what Excel saves is understood: a byte order mark, Windows-1252 and semicolons") {
    import(*this, "\xEF\xBB\xBF"
                  "viite;etunimi\n1;Väinö\n");
    import(*this, "viite;etunimi\n2;P\xE4ivi\n");
    CHECK(identity_of(*this, 1).given_name == "Väinö");
    CHECK(identity_of(*this, 2).given_name == "Päivi");
}

TEST_CASE_FIXTURE(County, "a row that cannot be read is refused by its line") {
    const Told told = import(*this, header + "1,Aino,Testi,\n2,\"Ee\"ro,Koe,\n3,Oona,Malli,\n", {.mode = Mode::rows});
    CHECK(told.rows == Lines{"2 created 1", "3 text-after-quote", "4 created 2"});
}

TEST_CASE_FIXTURE(County, "people and their batch name each other") {
    import(*this, header + "1,Aino,Testi,\n");
    CHECK(lines("SELECT p.id || ' ' || b.verb || ' ' || b.actor || ' ' || b.recorded_at FROM person p JOIN batch b ON b.id = "
                "p.batch") == Lines{"1 person import tester 2026-01-15T09:00:00Z"});
    CHECK(lines("SELECT objects || ' ' || batch FROM journal") == Lines{"region kainuu 1"});
}
