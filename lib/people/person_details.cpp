#include "people/person_details.hpp"

#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace peergroup::people {

namespace {

enum Field : std::size_t {
    given_name,
    family_name,
    birth_date,
    identity_code,
    reference,
    source,
    address,
    municipality,
    language,
    email,
    phone,
    channel,
    consent,
    safe_contact,
    non_disclosure,
};

bool is_language_code(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::ranges::all_of(text, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

// Enough to catch a value in the wrong column; whether the address takes mail shows when it is used.
bool looks_like_email(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos &&
           std::ranges::none_of(text, [](char character) {
               return static_cast<unsigned char>(character) <= ' ' || character == ',' || character == ';';
           });
}

bool looks_like_phone(std::string_view text) {
    const auto digits = std::ranges::count_if(text, [](char character) { return character >= '0' && character <= '9'; });
    return digits >= 5 && std::ranges::all_of(text, [](char character) {
               return (character >= '0' && character <= '9') ||
                      std::string_view(" +-()").find(character) != std::string_view::npos;
           });
}

std::optional<FieldFault> read_channel(std::string_view text, std::optional<Channel>& into) {
    const std::string word = language::fold(text);
    if (word.empty()) return std::nullopt;
    if (word == "email" || word == "e-mail" || word == "sähköposti" || word == "e-post")
        into = Channel::email;
    else if (word == "sms" || word == "tekstiviesti")
        into = Channel::sms;
    else if (word == "none" || word == "ei mitään" || word == "ingen")
        into = Channel::none;
    else
        return FieldFault{"channel", "unknown-channel",
                          fmt::format("\"{}\" is no channel (use email, sms or none)", language::printable(text))};
    return std::nullopt;
}

std::string identity_code_message(IdentityCodeFault fault) {
    switch (fault) {
    case IdentityCodeFault::length:
        return "a personal identity code has eleven characters";
    case IdentityCodeFault::unicode_dash:
        return "the separator is a typographic dash (use the hyphen -)";
    case IdentityCodeFault::digits:
        return "the personal identity code has something else than a digit where one belongs";
    case IdentityCodeFault::separator:
        return "the seventh character is no century sign (use + - U V W X Y A B C D E F)";
    case IdentityCodeFault::date:
        return "the personal identity code starts with no date";
    case IdentityCodeFault::future:
        return "the personal identity code is of somebody not yet born";
    case IdentityCodeFault::serial:
        return "individual numbers start at 002";
    case IdentityCodeFault::temporary:
        return "the personal identity code is temporary (900-999) and identifies nobody for long";
    case IdentityCodeFault::check_set:
        return "the last character is none that a check character can be";
    case IdentityCodeFault::check:
        break;
    }
    return "the check character does not fit: something is mistyped";
}

} // namespace

std::string_view code_of(Channel channel) {
    switch (channel) {
    case Channel::email:
        return "email";
    case Channel::sms:
        return "sms";
    case Channel::none:
        break;
    }
    return "none";
}

const std::vector<documents::ColumnName>& person_columns() {
    static const std::vector<documents::ColumnName> columns = {
        {"given_name", {"etunimi", "etunimet", "förnamn", "first_name"}},
        {"family_name", {"sukunimi", "efternamn", "last_name", "surname"}},
        {"birth_date", {"syntymäaika", "syntymäpäivä", "födelsedatum", "födelsetid", "date_of_birth"}},
        {"identity_code", {"henkilötunnus", "hetu", "personbeteckning"}},
        {"reference", {"viite", "asiakasnumero", "tunniste", "referens", "klientnummer"}},
        {"source", {"lähde", "källa"}},
        {"address", {"osoite", "katuosoite", "adress"}},
        {"municipality", {"kunta", "kotikunta", "kommun", "hemkommun"}},
        {"language", {"kieli", "asiointikieli", "språk"}},
        {"email", {"sähköposti", "e-post", "e-mail"}},
        {"phone", {"puhelin", "puhelinnumero", "telefon", "telefonnummer"}},
        {"channel", {"kanava", "yhteydenottotapa", "kanal"}},
        {"consent", {"suostumus", "samtycke"}},
        {"safe_contact", {"turvallinen_yhteydenotto", "trygg_kontakt"}},
        {"non_disclosure", {"turvakielto", "spärrmarkering"}},
    };
    return columns;
}

std::optional<FieldFault> read_date(std::string_view column, std::string_view text, std::optional<calendar::Date>& date) {
    if (text.empty()) return std::nullopt;
    date = calendar::Date::parse_either(text);
    if (date) return std::nullopt;
    return FieldFault{std::string(column), "no-date",
                      fmt::format("\"{}\" is no date (use 2019-04-30 or 30.4.2019)", language::printable(text))};
}

std::optional<FieldFault> read_yes_or_no(std::string_view column, std::string_view text, std::optional<bool>& answer) {
    constexpr std::array<std::string_view, 8> yes = {"yes", "y", "true", "1", "kyllä", "k", "ja", "x"};
    constexpr std::array<std::string_view, 7> no = {"no", "n", "false", "0", "ei", "e", "nej"};
    if (text.empty()) return std::nullopt;
    const std::string word = language::fold(text);
    if (std::ranges::find(yes, word) != yes.end())
        answer = true;
    else if (std::ranges::find(no, word) != no.end())
        answer = false;
    else
        return FieldFault{std::string(column), "no-yes-or-no",
                          fmt::format("\"{}\" is neither yes nor no", language::printable(text))};
    return std::nullopt;
}

PersonDetailsReader::PersonDetailsReader(const documents::Sheet& sheet, IdentityCode::Policy policy) : policy_(policy) {
    for (const documents::ColumnName& column : person_columns()) {
        places_.push_back(sheet.index_of(column.name));
        if (places_.back()) has_own_data_ = true;
    }
}

std::string_view PersonDetailsReader::value(const documents::SheetRow& row, std::size_t field) const {
    return places_[field] ? row.at(*places_[field]) : std::string_view();
}

std::optional<FieldFault> PersonDetailsReader::read(const documents::SheetRow& row, PersonDetails& details) const {
    details = PersonDetails{};
    details.given_name = value(row, given_name);
    details.family_name = value(row, family_name);
    details.reference = value(row, reference);
    details.source = value(row, source);
    details.address = value(row, address);
    details.municipality = value(row, municipality);
    details.language = language::lower(value(row, language));
    details.email = value(row, email);
    details.phone = value(row, phone);
    return read_checked(row, details);
}

std::optional<FieldFault> PersonDetailsReader::read_checked(const documents::SheetRow& row, PersonDetails& details) const {
    if (auto fault = read_date("birth_date", value(row, birth_date), details.birth_date)) return fault;
    if (details.birth_date && *details.birth_date > policy_.today)
        return FieldFault{"birth_date", "birth-in-future", "the birth date is in the future"};
    if (const std::string_view text = value(row, identity_code); !text.empty()) {
        const auto parsed = IdentityCode::parse(text, policy_);
        if (const auto* const fault = std::get_if<IdentityCodeFault>(&parsed))
            return FieldFault{"identity_code", std::string(code_of(*fault)), identity_code_message(*fault)};
        const auto& code = std::get<IdentityCode>(parsed);
        if (details.birth_date && *details.birth_date != code.birth_date())
            return FieldFault{"birth_date", "birth-differs", "the birth date is another than that of the personal identity code"};
        details.birth_date = code.birth_date();
        details.identity_code = code.text();
    }
    if (!details.language.empty() && !is_language_code(details.language))
        return FieldFault{"language", "unknown-language", "the language is no two-letter code (use fi, sv, en, …)"};
    if (!details.email.empty() && !looks_like_email(details.email))
        return FieldFault{"email", "no-email", "the e-mail address is none"};
    if (!details.phone.empty() && !looks_like_phone(details.phone))
        return FieldFault{"phone", "no-phone", "the telephone number is none (use +358 40 1234567)"};
    if (auto fault = read_channel(value(row, channel), details.channel)) return fault;
    if (auto fault = read_yes_or_no("consent", value(row, consent), details.consent)) return fault;
    if (auto fault = read_yes_or_no("safe_contact", value(row, safe_contact), details.safe_contact)) return fault;
    return read_yes_or_no("non_disclosure", value(row, non_disclosure), details.non_disclosure);
}

} // namespace peergroup::people
