#include "unit/field/people_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;
using people::FieldFault;
using people::PersonDetails;

namespace {

struct Read {
    PersonDetails details;
    std::optional<FieldFault> fault;
};

/// The first row of a sheet, as on New Year's Day of 2026.
Read read(std::string rows, bool allow_temporary = true) {
    documents::Sheet sheet = sheet_of(std::move(rows), people::person_columns());
    const people::PersonDetailsReader reader(sheet, {day("2026-01-01"), allow_temporary});
    documents::SheetRow row;
    REQUIRE(sheet.next(row));
    REQUIRE_FALSE(row.fault);
    Read read;
    read.fault = reader.read(row, read.details);
    return read;
}

std::string fault_of(const std::string& column, const std::string& value) {
    const Read told = read(column + ",reference\n\"" + value + "\",1\n");
    if (!told.fault) return "";
    CHECK(told.fault->column == column);
    CHECK_FALSE(told.fault->message.empty());
    return told.fault->code;
}

} // namespace

TEST_CASE("a row tells of a person in every column") {
    const Read told = read(
        "given_name,family_name,birth_date,identity_code,reference,source,address,municipality,language,email,phone,channel,"
        "consent,safe_contact,non_disclosure\n"
        "Aino,Testi,2000-02-29,290200a902d,12,sotkamo,Koivukatu 1,kajaani,FI,aino@example.org,+358 40 1234567,sms,yes,no,no\n");
    REQUIRE_FALSE(told.fault);
    const PersonDetails expected{"Aino",
                                 "Testi",
                                 day("2000-02-29"),
                                 "290200A902D",
                                 "12",
                                 "sotkamo",
                                 "Koivukatu 1",
                                 "kajaani",
                                 "fi",
                                 "aino@example.org",
                                 "+358 40 1234567",
                                 people::Channel::sms,
                                 true,
                                 false,
                                 false};
    CHECK(told.details == expected);
}

TEST_CASE("the columns have Finnish and Swedish names too") {
    const Read finnish =
        read("Etunimi;Sukunimi;Syntymäaika;Henkilötunnus;Asiakasnumero;Lähde;Osoite;Kotikunta;Asiointikieli;Sähköposti;"
             "Puhelin;Yhteydenottotapa;Suostumus;Turvallinen yhteydenotto;Turvakielto\n"
             "Aino;Testi;29.2.2000;290200A902D;12;sotkamo;Koivukatu 1;kajaani;fi;aino@example.org;040-1234567;tekstiviesti;"
             "kyllä;ei;ei\n");
    const Read swedish =
        read("Förnamn;Efternamn;Födelsedatum;Personbeteckning;Klientnummer;Källa;Adress;Hemkommun;Språk;E-post;"
             "Telefonnummer;Kanal;Samtycke;Trygg kontakt;Spärrmarkering\n"
             "Aino;Testi;29.2.2000;290200A902D;12;sotkamo;Koivukatu 1;kajaani;fi;aino@example.org;040-1234567;sms;ja;nej;nej\n");
    REQUIRE_FALSE(finnish.fault);
    REQUIRE_FALSE(swedish.fault);
    CHECK(finnish.details == swedish.details);
    CHECK(finnish.details.birth_date == day("2000-02-29"));
    CHECK(finnish.details.channel == people::Channel::sms);
    CHECK(finnish.details.consent == true);
    CHECK(finnish.details.safe_contact == false);
}

TEST_CASE("what is blank was not told") {
    const Read told = read("given_name,birth_date,consent,channel\nAino,,,\n");
    REQUIRE_FALSE(told.fault);
    PersonDetails expected;
    expected.given_name = "Aino";
    CHECK(told.details == expected);
}

TEST_CASE("a birth date is ISO or Finnish and not in the future") {
    CHECK(fault_of("birth_date", "2019-04-30").empty());
    CHECK(fault_of("birth_date", "30.4.2019").empty());
    CHECK(fault_of("birth_date", "2026-01-01").empty());
    CHECK(fault_of("birth_date", "2026-01-02") == "birth-in-future");
    CHECK(fault_of("birth_date", "31.4.2019") == "no-date");
    CHECK(fault_of("birth_date", "04/30/2019") == "no-date");
    CHECK(read("birth_date\n31.4.2019\n").fault->message == "\"31.4.2019\" is no date (use 2019-04-30 or 30.4.2019)");
}

TEST_CASE("an identity code tells the birth date and contradicts another one") {
    CHECK(read("identity_code\n290200A902D\n").details.birth_date == day("2000-02-29"));
    CHECK_FALSE(read("identity_code,birth_date\n290200A902D,29.2.2000\n").fault);
    CHECK(read("identity_code,birth_date\n290200A902D,28.2.2000\n").fault->code == "birth-differs");
    CHECK(read("identity_code\n290200A902D\n", false).fault->code == "identity-code.temporary");
}

TEST_CASE("a fault of an identity code never shows the code") {
    for (const char* const code : {"131052-308S", "131052308T", "131052/308T", "290200-902D", "010180-0014", "131052-308G",
                                   "13I052-308T", "010199A9034", "131052\u2212308T"}) {
        const Read told = read(std::string("identity_code\n") + code + "\n");
        REQUIRE(told.fault);
        CHECK(told.fault->message.find(std::string(code).substr(0, 6)) == std::string::npos);
    }
}

TEST_CASE("contacts and answers are checked as far as catches a value in the wrong column") {
    CHECK(fault_of("email", "aino@example.org").empty());
    for (const char* const text : {"aino", "@example.org", "aino@", "a@b@c", "aino @example.org", "a@b.c, d@e.f"})
        CHECK(fault_of("email", text) == "no-email");
    CHECK(fault_of("phone", "(08) 123-456").empty());
    for (const char* const text : {"1234", "040 KOTI", "n/a", "+358;40"})
        CHECK(fault_of("phone", text) == "no-phone");
    CHECK(fault_of("language", "smn").empty());
    for (const char* const text : {"f", "finnish", "f1"})
        CHECK(fault_of("language", text) == "unknown-language");
    CHECK(fault_of("channel", "ei mitään").empty());
    CHECK(fault_of("channel", "pigeon") == "unknown-channel");
    for (const char* const column : {"consent", "safe_contact", "non_disclosure"}) {
        CHECK(fault_of(column, "KYLLÄ").empty());
        CHECK(fault_of(column, "0").empty());
        CHECK(fault_of(column, "maybe") == "no-yes-or-no");
    }
}

TEST_CASE("no fault repeats a contact or what would steer a terminal") {
    CHECK(read("email\nsalainen-osoite\n").fault->message.find("salainen") == std::string::npos);
    CHECK(read("phone\n12ab34\n").fault->message.find("12ab34") == std::string::npos);
    CHECK(read("birth_date\n\x1b[31m\n").fault->message.find('\x1b') == std::string::npos);
}

TEST_CASE("a sheet of codes alone tells nothing of people") {
    const auto has_own_data = [](const std::string& header) {
        std::vector<documents::ColumnName> columns = people::person_columns();
        columns.push_back({"person", {}});
        documents::Sheet sheet = sheet_of(header, columns);
        return people::PersonDetailsReader(sheet, {day("2026-01-01")}).has_own_data();
    };
    CHECK_FALSE(has_own_data("person\n"));
    CHECK(has_own_data("person,reference\n"));
    CHECK(has_own_data("birth_date\n"));
}
