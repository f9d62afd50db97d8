#include "referrals/referral_sheet.hpp"

#include "language/nearest.hpp"
#include "language/text.hpp"
#include "people/told_facts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace peergroup::referrals {

namespace {

using catalogue::ReferralPath;
using people::FieldFault;

constexpr std::array path_words = {
    std::pair{std::string_view("sosiaalityöntekijä"), ReferralPath::social_worker},
    std::pair{std::string_view("socialarbetare"), ReferralPath::social_worker},
    std::pair{std::string_view("yhteyshenkilö"), ReferralPath::contact_person},
    std::pair{std::string_view("kontaktperson"), ReferralPath::contact_person},
    std::pair{std::string_view("perhekeskus"), ReferralPath::family_centre},
    std::pair{std::string_view("familjecenter"), ReferralPath::family_centre},
    std::pair{std::string_view("valinta"), ReferralPath::selection},
    std::pair{std::string_view("urval"), ReferralPath::selection},
    std::pair{std::string_view("koordinaattori"), ReferralPath::coordinator},
    std::pair{std::string_view("koordinator"), ReferralPath::coordinator},
    std::pair{std::string_view("tilaisuus"), ReferralPath::host_event},
    std::pair{std::string_view("evenemang"), ReferralPath::host_event},
};

constexpr std::array decision_words = {
    std::pair{std::string_view("suitable"), ReferralState::suitable},
    std::pair{std::string_view("soveltuu"), ReferralState::suitable},
    std::pair{std::string_view("lämplig"), ReferralState::suitable},
    std::pair{std::string_view("not-suitable"), ReferralState::not_suitable},
    std::pair{std::string_view("not_suitable"), ReferralState::not_suitable},
    std::pair{std::string_view("ei sovellu"), ReferralState::not_suitable},
    std::pair{std::string_view("inte lämplig"), ReferralState::not_suitable},
    std::pair{std::string_view("deferred"), ReferralState::deferred},
    std::pair{std::string_view("siirretty"), ReferralState::deferred},
    std::pair{std::string_view("siirretty myöhemmäksi"), ReferralState::deferred},
    std::pair{std::string_view("uppskjuten"), ReferralState::deferred},
};

std::optional<FieldFault> read_path(std::string_view text, std::string& code) {
    if (text.empty()) return std::nullopt;
    const std::string word = language::fold(text);
    std::optional<ReferralPath> path = catalogue::parse_referral_path(word);
    if (!path)
        if (const auto known = std::ranges::find(path_words, std::string_view(word), &decltype(path_words)::value_type::first);
            known != path_words.end())
            path = known->second;
    if (!path || path == ReferralPath::none)
        return FieldFault{"referred_by", "unknown-referral-path",
                          fmt::format("\"{}\" is no way of being referred (use {})", language::printable(text),
                                      fmt::join(catalogue::referral_path_codes(), ", "))};
    code = catalogue::code_of(*path);
    return std::nullopt;
}

std::optional<FieldFault> read_decision_word(std::string_view text, std::optional<ReferralState>& decision) {
    const std::string word = language::fold(text);
    const auto known = std::ranges::find(decision_words, std::string_view(word), &decltype(decision_words)::value_type::first);
    if (known == decision_words.end())
        return FieldFault{
            "decision", "unknown-decision",
            fmt::format("\"{}\" is no decision (use suitable, not-suitable or deferred)", language::printable(text))};
    decision = known->second;
    return std::nullopt;
}

std::optional<FieldFault> read_priority(std::string_view text, std::optional<int>& priority) {
    if (text.empty()) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0 || number > 9)
        return FieldFault{"priority", "no-number", "a priority is a number from 0 to 9"};
    priority = number;
    return std::nullopt;
}

} // namespace

const std::vector<documents::ColumnName>& way_columns() {
    static const std::vector<documents::ColumnName> columns = {
        {"referred_by", {"ohjaava_taho", "ohjautuminen", "lähettäjä", "hänvisad_av", "hänvisare"}},
        {"referred_on", {"ohjattu", "ohjauspäivä", "hänvisad_den", "hänvisad"}},
        {"interviewed_on", {"haastateltu", "haastattelupäivä", "intervjuad_den", "intervjuad"}},
        {"decision", {"päätös", "soveltuvuus", "beslut", "lämplighet"}},
        {"decided_by", {"päättäjä", "beslutad_av", "beslutsfattare"}},
    };
    return columns;
}

const std::vector<documents::ColumnName>& type_columns() {
    static const std::vector<documents::ColumnName> columns = {
        {"type", {"ryhmämalli", "gruppmodell", "group_type"}},
        {"region", {"alue", "hyvinvointialue", "område", "välfärdsområde"}},
    };
    return columns;
}

namespace {

std::vector<documents::ColumnName> destination_columns() {
    std::vector<documents::ColumnName> columns = {
        {"group", {"ryhmä", "ryhmän_tunnus", "grupp", "gruppkod", "group_code"}},
        {"person", {"henkilö", "osallistuja", "deltagare", "person_code"}},
    };
    columns.insert(columns.end(), type_columns().begin(), type_columns().end());
    return columns;
}

} // namespace

std::vector<documents::ColumnName> referral_columns() {
    std::vector<documents::ColumnName> columns = destination_columns();
    columns.push_back(way_columns().at(0));
    columns.push_back(
        {"referred_on", {"on", "pvm", "päivä", "datum", "date", "ohjattu", "ohjauspäivä", "hänvisad_den", "hänvisad"}});
    columns.push_back({"priority", {"ensisijaisuus", "kiireellisyys", "prioritet"}});
    return columns;
}

std::vector<documents::ColumnName> interview_columns() {
    std::vector<documents::ColumnName> columns = destination_columns();
    columns.push_back(
        {"interviewed_on", {"on", "pvm", "päivä", "datum", "date", "haastateltu", "haastattelupäivä", "intervjuad"}});
    columns.push_back({"scheduled", {"sovittu", "haastatteluaika", "avtalad"}});
    columns.push_back(way_columns().at(3));
    columns.push_back(way_columns().at(4));
    columns.push_back({"reason", {"syy", "orsak"}});
    columns.push_back({"offered_instead", {"tarjottu_sen_sijaan", "erbjudet_i_stället"}});
    columns.push_back({"note", {"huomio", "merkintä", "anteckning"}});
    return columns;
}

bool is_decider_code(std::string_view text) {
    if (people::is_worker_code(text)) return true;
    if (text.size() < 3 || !(text.starts_with("F-") || text.starts_with("f-"))) return false;
    return std::ranges::all_of(text.substr(2), [](char digit) { return digit >= '0' && digit <= '9'; });
}

ToldStepsReader::ToldStepsReader(const documents::Sheet& sheet, calendar::Date today, std::string decider)
    : sheet_(sheet), today_(today), decider_(std::move(decider)), referred_by_(sheet.index_of("referred_by")),
      referred_on_(sheet.index_of("referred_on")), priority_(sheet.index_of("priority")), scheduled_(sheet.index_of("scheduled")),
      interviewed_on_(sheet.index_of("interviewed_on")), decision_(sheet.index_of("decision")),
      decided_by_(sheet.index_of("decided_by")), reason_(sheet.index_of("reason")),
      offered_instead_(sheet.index_of("offered_instead")), note_(sheet.index_of("note")) {}

bool ToldStepsReader::has_steps() const {
    return referred_by_ || interviewed_on_ || scheduled_ || decision_;
}

std::optional<FieldFault> ToldStepsReader::read(const documents::SheetRow& row, ToldSteps& told) const {
    told = {};
    if (!has_steps()) return std::nullopt;
    if (auto fault = read_referral(row, told)) return fault;
    if (scheduled_)
        if (auto fault = people::read_date("scheduled", row.at(*scheduled_), told.scheduled_on)) return fault;
    if (auto fault = read_past_day(row, interviewed_on_, told.interviewed_on)) return fault;
    if (auto fault = read_decision(row, told)) return fault;
    told.has_text = !texts(row).empty();
    return std::nullopt;
}

std::optional<FieldFault> ToldStepsReader::read_past_day(const documents::SheetRow& row, const std::optional<std::size_t>& column,
                                                         std::optional<calendar::Date>& day) const {
    if (!column) return std::nullopt;
    const std::string& name = sheet_.columns().at(*column);
    if (auto fault = people::read_date(name, row.at(*column), day)) return fault;
    if (day && *day > today_) return FieldFault{name, "step-in-future", fmt::format("{} is still to come", day->iso())};
    return std::nullopt;
}

std::optional<FieldFault> ToldStepsReader::read_referral(const documents::SheetRow& row, ToldSteps& told) const {
    if (referred_by_)
        if (auto fault = read_path(row.at(*referred_by_), told.path)) return fault;
    if (told.path.empty()) return std::nullopt;
    if (priority_)
        if (auto fault = read_priority(row.at(*priority_), told.priority)) return fault;
    return read_past_day(row, referred_on_, told.referred_on);
}

std::optional<FieldFault> ToldStepsReader::read_decision(const documents::SheetRow& row, ToldSteps& told) const {
    if (!decision_ || row.at(*decision_).empty()) return std::nullopt;
    if (auto fault = read_decision_word(row.at(*decision_), told.decision)) return fault;
    if (decided_by_) told.decided_by = row.at(*decided_by_);
    if (told.decided_by.empty()) told.decided_by = decider_;
    if (told.decided_by.empty()) return FieldFault{"decided_by", "decided-by-missing", "nothing says who decided"};
    if (!is_decider_code(told.decided_by))
        return FieldFault{"decided_by", "decided-by-no-code",
                          "whoever decided is stated by a code, such as F-0003 or social-worker, not by a name"};
    if (told.decided_by.starts_with("f-")) told.decided_by.front() = 'F';
    told.decided_on = told.interviewed_on;
    if (reason_) told.reason = row.at(*reason_);
    const std::vector<std::string>& reasons = decision_reasons();
    if (!told.reason.empty() && std::ranges::find(reasons, told.reason) == reasons.end()) {
        const std::string meant = language::did_you_mean(told.reason, reasons);
        return FieldFault{"reason", "unknown-decision-reason",
                          fmt::format("\"{}\" is no reason for a decision{}", language::printable(told.reason),
                                      meant.empty() ? fmt::format(" (use {})", fmt::join(reasons, ", ")) : " (" + meant + ")")};
    }
    if (told.decision != ReferralState::not_suitable) return std::nullopt;
    if (told.reason.empty())
        return FieldFault{"reason", "reason-missing",
                          "whoever is told that the group does not suit is told why: a reason is missing"};
    if (texts(row).offered_instead.empty())
        return FieldFault{"offered_instead", "offered-instead-missing", "nothing says what was offered instead"};
    return std::nullopt;
}

StepTexts ToldStepsReader::texts(const documents::SheetRow& row) const {
    return {.note = std::string(note_ ? row.at(*note_) : ""),
            .offered_instead = std::string(offered_instead_ ? row.at(*offered_instead_) : "")};
}

} // namespace peergroup::referrals
