#include "unit/field/facilitators_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

TEST_CASE_FIXTURE(County, "a sheet of facilitators taken twice doubles nobody") {
    const std::string sheet = "reference,given_name,family_name,email,roles,qualification,earned_on,expires_on\n"
                              "12,Oili,Ohjaaja,oili@example.org,professional,voikukkia-professional,2024-05-01,2027-04-30\n"
                              "13,Veera,Vertainen,,\"peer expert-by-experience\",voikukkia-peer,1.6.2025,\n"
                              "13,Veera,Vertainen,,volunteer,jututtamo-facilitator,2023-02-01,\n";
    CHECK(import_facilitators(*this, sheet).rows == Lines{"2 created 1", "3 created 2", "4 updated 2"});
    CHECK(import_facilitators(*this, sheet).rows == Lines{"2 unchanged 1", "3 unchanged 2", "4 unchanged 2"});
    CHECK(lines("SELECT role FROM facilitator_role WHERE facilitator = 2 ORDER BY role") ==
          Lines{"expert_by_experience", "peer", "volunteer"});
    CHECK(number("SELECT count(*) FROM qualification") == 3);
    CHECK(number("SELECT count(*) FROM facilitator WHERE instr(record, 'Ohjaaja') OR instr(record, 'example')") == 0);
    CHECK(number("SELECT count(*) FROM journal WHERE objects || counts LIKE '%Oili%'") == 0);
}

TEST_CASE_FIXTURE(County, "an old sheet takes back no revocation") {
    const std::string sheet = "given_name,family_name,qualification,earned_on\nOili,Ohjaaja,voikukkia-peer,2024-05-01\n";
    import_facilitators(*this, sheet);
    facilitators::qualify(database(), rules(), journal(),
                          {.facilitator = facilitator(1), .code = "voikukkia-peer", .revoked_on = day("2026-01-01")});
    CHECK(import_facilitators(*this, sheet).rows == Lines{"2 unchanged 1"});
    CHECK(number("SELECT count(*) FROM qualification") == 2);
}

TEST_CASE_FIXTURE(County, "a reference tells people of one name apart, and a blank overwrites nothing") {
    import_facilitators(*this, "reference,given_name,family_name,email\n1,Oili,Ohjaaja,oili@example.org\n2,Oili,Ohjaaja,\n");
    CHECK(import_facilitators(*this, "given_name,family_name\noili,OHJAAJA\n").rows == Lines{"2 name-ambiguous F-0001, F-0002"});
    CHECK(import_facilitators(*this, "reference,email\n1,other@example.org\n").rows == Lines{"2 differs F-0001"});
    CHECK(import_facilitators(*this, "reference,email\n1,other@example.org\n", people::OnDifference::keep).rows ==
          Lines{"2 unchanged 1"});
    CHECK(import_facilitators(*this, "reference,email,phone\n1,,+358 40 1234567\n").rows == Lines{"2 updated 1"});
    CHECK(import_facilitators(*this, "reference,email\n1,other@example.org\n", people::OnDifference::update).rows ==
          Lines{"2 updated 1"});
    CHECK(import_facilitators(*this, "reference,email\n7,oma@example.org\n").rows == Lines{"2 nobody-named"});
    store::Transaction transaction = database().read();
    facilitators::FacilitatorRegister known(transaction, *ring());
    const people::IdentityRecord record = known.record_of(known.find(facilitator(1)).value());
    CHECK(record.email == "other@example.org");
    CHECK(record.phone == "+358 40 1234567");
}

TEST_CASE_FIXTURE(County, "rows that cannot be understood are refused by code, and the others go on in mode rows") {
    const std::string sheet = "given_name,roles,qualification,earned_on,expires_on\n"
                              "Oili,profesional,,,\n"
                              "Oili,,voikukkia-per,2024-05-01,\n"
                              "Oili,,voikukkia-peer,,\n"
                              "Oili,,voikukkia-peer,2024-05-01,2024-04-30\n"
                              "Oili,,voikukkia-peer,2024-13-01,\n"
                              "Oili,peer,voikukkia-peer,2024-05-01,\n";
    const Told told = import_facilitators(*this, sheet, people::OnDifference::reject, batches::Mode::rows);
    CHECK(told.rows == Lines{"2 unknown-role", "3 unknown-qualification", "4 earned-missing", "5 expires-before-earned",
                             "6 no-date", "7 created 1"});
    CHECK(number("SELECT count(*) FROM facilitator") == 1);
}
