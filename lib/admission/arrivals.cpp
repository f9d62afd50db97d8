#include "admission/arrivals.hpp"

#include "language/text.hpp"
#include "people/family_rows.hpp"
#include "people/person_code.hpp"
#include "vault/digest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::admission {

namespace {

using people::FieldFault;

// Eight bytes that are equal for equal labels of one file: the label itself may be a family's name.
std::uint64_t mark_of_family(std::string_view label) {
    if (label.empty()) return 0;
    const std::uint64_t mark = vault::fingerprint(language::fold(label));
    return mark == 0 ? 1 : mark;
}

} // namespace

std::uint8_t mark_of_relation(std::string_view relation) {
    const auto& words = people::relations();
    const auto found = std::ranges::find(words, relation);
    return found == words.end() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - words.begin() + 1);
}

std::string relation_of(std::uint8_t mark) {
    return mark == 0 ? "" : people::relations().at(mark - 1U);
}

void RefusedFamilies::add(std::uint64_t family, bool follows) {
    if (family == 0) return;
    const auto [known, added] = families_.try_emplace(family, follows);
    if (!added) known->second = known->second && follows;
}

std::vector<documents::ColumnName> enrolment_columns() {
    std::vector<documents::ColumnName> columns = {
        {"group", {"ryhmä", "ryhmän_tunnus", "grupp", "gruppkod", "group_code"}},
        {"person", {"henkilö", "osallistuja", "deltagare", "person_code"}},
        {"on", {"alkaen", "alkupäivä", "pvm", "från", "datum", "date"}},
    };
    for (const documents::ColumnName& column : people::person_columns())
        columns.push_back(column);
    for (const documents::ColumnName& column : people::family_columns())
        columns.push_back(column);
    for (const documents::ColumnName& column : people::fact_columns())
        columns.push_back(column);
    for (const documents::ColumnName& column : referrals::type_columns())
        columns.push_back(column);
    for (const documents::ColumnName& column : referrals::way_columns())
        columns.push_back(column);
    return columns;
}

ArrivalsReader::ArrivalsReader(const EnrolRequest& request, const people::ToldFactsReader& facts_reader,
                               const batches::LeftOut& left_out, batches::RowOutcomes& outcomes)
    : request_(request), facts_reader_(facts_reader), left_out_(left_out), outcomes_(outcomes),
      details_reader_(request.sheet, request.identity_codes), steps_reader_(request.sheet, request.identity_codes.today),
      group_(request.sheet.index_of("group")), type_(request.sheet.index_of("type")), region_(request.sheet.index_of("region")),
      person_(request.sheet.index_of("person")), on_(request.sheet.index_of("on")),
      family_column_(request.sheet.index_of("family")), relation_column_(request.sheet.index_of("relation")) {}

void ArrivalsReader::read(const ReadRows& rows) {
    documents::SheetRow row;
    told_ = &rows.told;
    request_.sheet.rewind();
    while (request_.sheet.next(row)) {
        if (left_out_.has(row.place.line)) continue;
        Arrival arrival{};
        arrival.line = row.place.line;
        arrival.family = mark_of_family(value(row, family_column_));
        if (row.fault) {
            outcomes_.reject(people::rejection_of(row));
            rows.refused.add(arrival.family, false);
        } else if (const auto fault = understand(row, arrival)) {
            outcomes_.reject(people::rejection_of(request_.sheet, row, *fault));
            rows.refused.add(arrival.family, false);
        } else {
            rows.arrivals.add(arrival);
        }
    }
}

std::string_view ArrivalsReader::value(const documents::SheetRow& row, const std::optional<std::size_t>& column) const {
    return column ? row.at(*column) : std::string_view();
}

std::optional<FieldFault> ArrivalsReader::understand_place(const documents::SheetRow& row, Arrival& arrival) {
    const std::string_view group = value(row, group_);
    if (group.empty()) {
        const std::string_view type = value(row, type_);
        if (type.empty()) return FieldFault{"group", "group-missing", "the row names no group"};
        arrival.destination = told_->add_destination(type, value(row, region_));
        if (arrival.told != 0) return std::nullopt;
        return FieldFault{"referred_by", "referred-by-missing", "the row names a type, but no step towards a group of it"};
    }
    const auto code = groups::PackedCode::parse(group);
    if (!code)
        return FieldFault{"group", "no-group-code",
                          fmt::format("\"{}\" is no group code (like MLL-KAI-2026-01)", language::printable(group))};
    arrival.group = *code;
    return std::nullopt;
}

std::optional<FieldFault> ArrivalsReader::understand_way(const documents::SheetRow& row, Arrival& arrival) {
    if (!steps_reader_.has_steps()) return std::nullopt;
    if (auto fault = steps_reader_.read(row, steps_)) return fault;
    steps_.again = request_.again;
    arrival.told = told_->add(steps_);
    return std::nullopt;
}

std::optional<FieldFault> ArrivalsReader::understand(const documents::SheetRow& row, Arrival& arrival) {
    if (auto fault = understand_way(row, arrival)) return fault;
    if (auto fault = understand_place(row, arrival)) return fault;
    std::optional<calendar::Date> on;
    if (auto fault = people::read_date("on", value(row, on_), on)) return fault;
    arrival.on = MaybeDay::of(on);
    if (auto fault = people::FamilyRows::read_relation(value(row, relation_column_), relation_)) return fault;
    arrival.relation = mark_of_relation(relation_);
    return understand_person(row, arrival);
}

std::optional<FieldFault> ArrivalsReader::understand_person(const documents::SheetRow& row, Arrival& arrival) {
    if (details_reader_.has_own_data())
        if (auto fault = details_reader_.read(row, details_)) return fault;
    if (auto fault = facts_reader_.read(row, facts_)) return fault;
    const std::string_view word = value(row, person_);
    if (word.empty()) {
        if (details_.has_name() || !details_.reference.empty() || !details_.identity_code.empty()) return std::nullopt;
        return FieldFault{"person", "person-missing", "the row names nobody: neither a code, a reference nor a name"};
    }
    const auto code = people::PersonCode::parse(word);
    if (!code) return FieldFault{"person", "no-person-code", "the value is no person's code (like P-0007)"};
    arrival.person = code->number();
    return std::nullopt;
}

} // namespace peergroup::admission
