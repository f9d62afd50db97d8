#include "unit/documents/problem_of.hpp"
#include "unit/field/workplace.hpp"
#include "vault/person_keys.hpp"

#include <doctest/doctest.h>

using namespace field;
using peergroup::calendar::Date;

namespace {

struct HasKeys : Workplace {
    store::Transaction transaction = database().write();
    vault::PersonKeys keys{transaction, *ring()};

    HasKeys() {
        keys.create(1, "kainuu", Date::parse("2017-05-06"));
        keys.create(2, "helsinki", {});
    }
    void change_row(std::string_view sql) { transaction.prepare(sql).bind().run(); }
    /// Registers keep the key in hand; a new one reads the row again.
    std::string code_of_opening(std::int64_t person) {
        vault::PersonKeys again(transaction, *ring());
        return problem_of([&] { again.born_on(person); }).code;
    }
};

} // namespace

TEST_CASE_FIXTURE(HasKeys, "the birth date lies with the key") {
    CHECK(keys.born_on(1) == Date::parse("2017-05-06"));
    CHECK_FALSE(keys.born_on(2));
    CHECK_FALSE(keys.born_on(3));
    keys.set_born_on(2, Date::parse("1990-01-02").value());
    CHECK(keys.born_on(2) == Date::parse("1990-01-02"));
    CHECK(keys.born_on(1) == Date::parse("2017-05-06"));
}

TEST_CASE_FIXTURE(HasKeys, "a value is sealed for its person and its column") {
    const std::string sealed = keys.seal(1, "person_identity.record", "Aino");
    CHECK(keys.unseal(1, "person_identity.record", sealed) == "Aino");
    CHECK(problem_of([&] { keys.unseal(2, "person_identity.record", sealed); }).code == "sealed-value-damaged");
    CHECK(problem_of([&] { keys.unseal(1, "person_identity.other", sealed); }).code == "sealed-value-damaged");
    CHECK(problem_of([&] { keys.seal(3, "person_identity.record", "x"); }).code == "no-person-key");
}

TEST_CASE_FIXTURE(HasKeys, "a key row of somebody else, of another region or with a flipped bit does not open") {
    change_row("UPDATE keys.person_key SET wrapped = (SELECT wrapped FROM keys.person_key WHERE person = 1) WHERE person = 2");
    CHECK(code_of_opening(2) == "sealed-value-damaged");
    change_row("UPDATE keys.person_key SET region = 'helsinki' WHERE person = 1");
    CHECK(code_of_opening(1) == "sealed-value-damaged");
    change_row("UPDATE keys.person_key SET region = 'lappi' WHERE person = 1");
    CHECK(code_of_opening(1) == "no-region-key");
}

TEST_CASE_FIXTURE(HasKeys, "what was sealed for somebody is gone with the key") {
    const std::string sealed = keys.seal(1, "c", "Aino");
    change_row("DELETE FROM keys.person_key WHERE person = 1");
    vault::PersonKeys again(transaction, *ring());
    CHECK(problem_of([&] { again.unseal(1, "c", sealed); }).code == "no-person-key");
    CHECK_FALSE(again.born_on(1));
    CHECK_FALSE(again.has(1));
}

TEST_CASE_FIXTURE(HasKeys, "attested facts lie with the key, and their length says little") {
    CHECK(keys.facts(1).empty());
    const auto length = [&] {
        return transaction.prepare("SELECT length(wrapped) FROM keys.person_key WHERE person = 1").one()->integer(0);
    };
    keys.set_facts(1, "short\n");
    const std::int64_t first = length();
    CHECK(keys.facts(1) == "short");
    keys.set_facts(1, "something longer\nand a second line\n");
    CHECK(length() == first);
    keys.set_born_on(1, Date::parse("2017-05-07").value());
    vault::PersonKeys again(transaction, *ring());
    CHECK(again.facts(1) == "something longer\nand a second line");
    CHECK(again.born_on(1) == Date::parse("2017-05-07"));
    CHECK(again.facts(2).empty());
    CHECK(problem_of([&] { again.set_facts(3, "x"); }).code == "no-person-key");
    keys.set_facts(1, "");
    CHECK(keys.facts(1).empty());
    CHECK(keys.born_on(1) == Date::parse("2017-05-07"));
}

TEST_CASE_FIXTURE(HasKeys, "people are found in any order, and those who come meanwhile, too") {
    for (std::int64_t person = 3; person <= 300; person += 3)
        keys.create(person, "kainuu", Date::from_days(static_cast<std::int32_t>(person)));
    vault::PersonKeys again(transaction, *ring());
    const auto is_right = [&](std::int64_t person) {
        const auto born = again.born_on(person);
        return person % 3 == 0 ? born == Date::from_days(static_cast<std::int32_t>(person)) : !born;
    };
    for (std::int64_t person = 3; person <= 300; ++person)
        CHECK(is_right(person));
    for (std::int64_t person = 300; person >= 3; --person)
        CHECK(is_right(person));
    for (std::int64_t turn = 0; turn < 1000; ++turn)
        CHECK(is_right(3 + turn * turn % 298));
    CHECK_FALSE(again.has(301));
    again.create(301, "kainuu", {});
    CHECK(again.has(301));
    CHECK(is_right(150));
}

TEST_CASE_FIXTURE(HasKeys, "after a renewal old rows open with the new key, and what they sealed stays readable") {
    const std::string sealed = keys.seal(1, "c", "Aino");
    vault::KeyRing renewed = vault::KeyRing::read(ring()->text());
    renewed.renew("kainuu", vault::system_entropy());
    vault::PersonKeys again(transaction, renewed);
    CHECK(again.born_on(1) == Date::parse("2017-05-06"));
    CHECK(again.renew("kainuu") == 1);
    CHECK(again.renew("kainuu") == 0);
    CHECK(again.unseal(1, "c", sealed) == "Aino");
    CHECK(code_of_opening(1) == "no-region-key"); // for the ring that was not renewed
    CHECK_FALSE(again.born_on(2));
}
