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
    keys.destroy(1);
    CHECK(problem_of([&] { keys.unseal(1, "c", sealed); }).code == "no-person-key");
    CHECK_FALSE(keys.born_on(1));
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
