#include "admission/place_rows.hpp"

#include "admission/leaving.hpp"
#include "language/nearest.hpp"
#include "language/text.hpp"
#include "people/family_rows.hpp"
#include "people/person_code.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace peergroup::admission {

using people::FieldFault;

namespace {

std::optional<FieldFault> read_reason(std::string_view text, std::uint8_t& reason) {
    const std::vector<std::string>& reasons = leaving_reasons();
    const auto found = std::ranges::find(reasons, text);
    if (!text.empty() && found == reasons.end()) {
        const std::string meant = language::did_you_mean(text, reasons);
        return FieldFault{"reason", "unknown-leaving-reason",
                          fmt::format("\"{}\" is no reason for leaving ({})", language::printable(text),
                                      meant.empty() ? fmt::format("use {}", fmt::join(reasons, ", ")) : meant)};
    }
    reason = text.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(found - reasons.begin() + 1);
    return std::nullopt;
}

FieldFault no_group_code(std::string_view column, std::string_view text) {
    return {std::string(column), "no-group-code",
            fmt::format("\"{}\" is no group code (like MLL-KAI-2026-01)", language::printable(text))};
}

} // namespace

std::vector<documents::ColumnName> place_columns() {
    return {{"group", {"ryhmä", "ryhmän_tunnus", "grupp", "gruppkod", "group_code"}},
            {"person", {"henkilö", "osallistuja", "deltagare", "person_code"}},
            {"on", {"pvm", "päivä", "datum", "date"}}};
}

documents::ColumnName destination_column() {
    return {"to", {"uusi_ryhmä", "ryhmään", "ny_grupp", "till", "to_group"}};
}

documents::ColumnName reason_column() {
    return {"reason", {"syy", "orsak"}};
}

PlaceRowsReader::PlaceRowsReader(documents::Sheet& sheet, const batches::LeftOut& left_out, batches::RowOutcomes& outcomes)
    : sheet_(sheet), left_out_(left_out), outcomes_(outcomes), group_(sheet.index_of("group")), person_(sheet.index_of("person")),
      on_(sheet.index_of("on")), to_(sheet.index_of("to")), reason_(sheet.index_of("reason")) {}

void PlaceRowsReader::read(PlaceRows& rows) {
    documents::SheetRow row;
    sheet_.rewind();
    while (sheet_.next(row)) {
        if (left_out_.has(row.place.line)) continue;
        PlaceRow place{};
        place.line = row.place.line;
        if (row.fault)
            outcomes_.reject(people::rejection_of(row));
        else if (const auto fault = understand(row, place))
            outcomes_.reject(people::rejection_of(sheet_, row, *fault));
        else
            rows.add(place);
    }
}

std::string_view PlaceRowsReader::value(const documents::SheetRow& row, const std::optional<std::size_t>& column) const {
    return column ? row.at(*column) : std::string_view();
}

std::optional<FieldFault> PlaceRowsReader::understand(const documents::SheetRow& row, PlaceRow& place) const {
    const std::string_view group = value(row, group_);
    if (group.empty()) return FieldFault{"group", "group-missing", "the row names no group"};
    const auto code = groups::PackedCode::parse(group);
    if (!code) return no_group_code("group", group);
    const std::string_view word = value(row, person_);
    if (word.empty()) return FieldFault{"person", "person-missing", "the row names nobody"};
    const auto person = people::PersonCode::parse(word);
    if (!person) return FieldFault{"person", "no-person-code", "the value is no person's code (like P-0007)"};
    std::optional<calendar::Date> on;
    if (auto fault = people::read_date("on", value(row, on_), on)) return fault;
    if (const std::string_view to = value(row, to_); needs_to_) {
        if (to.empty()) return FieldFault{"to", "group-missing", "the row names no group to go into"};
        place.to = groups::PackedCode::parse(to);
        if (!place.to) return no_group_code("to", to);
    }
    place.group = *code;
    place.person = person->number();
    place.on = MaybeDay::of(on);
    return read_reason(value(row, reason_), place.reason);
}

void refuse_row(batches::RowOutcomes& outcomes, const PlaceRow& row, const Problem& problem) {
    using enum ProblemKind;
    if (problem.kind != refused && problem.kind != not_found && problem.kind != not_permitted) throw problem;
    const bool of_group = problem.code.starts_with("group-") || problem.code == "not-permitted.group";
    outcomes.reject(
        {{0, row.line}, "", problem.code, "", of_group ? row.group.code().text() : people::PersonCode(row.person).text(), 0});
}

PlaceWork::PlaceWork(const batches::Attempt& attempt) : attempt_(attempt), groups_(attempt.transaction) {}

Settled PlaceWork::run(PlaceRows& rows, OfferDesk& desk) {
    rows.for_each([&](const PlaceRow& row) {
        if (in_hand_ != row.group) take_in_hand(row);
        if (refusal_) return refuse_row(attempt_.outcomes, row, *refusal_);
        try {
            attempt_.outcomes.add({0, row.line}, take(row), row.person);
        } catch (const Problem& problem) {
            PlaceRow about = row;
            about.group = row.to.value_or(row.group); // the old group was found
            refuse_row(attempt_.outcomes, about, problem);
        }
    });
    complete();
    return attempt_.outcomes.has_rejections() ? Settled{} : settle(desk); // what is rolled back frees no seat
}

void PlaceWork::take_in_hand(const PlaceRow& row) {
    in_hand_ = row.group;
    refusal_.reset();
    try {
        const groups::Group group = take_up(row.group.code());
        // A pair can be named by its own code and by those of its sides: it is settled once.
        const std::int64_t first = group.is_children_side() ? group.other_side : group.id;
        std::uint32_t& line = touched_.try_emplace(first, row.line).first->second;
        line = std::min(line, row.line);
        if (std::ranges::find(regions_, group.region) == regions_.end()) regions_.push_back(group.region);
    } catch (const Problem& problem) {
        refusal_ = problem;
    }
}

Settled PlaceWork::settle(OfferDesk& desk) {
    std::vector<std::pair<std::uint32_t, std::int64_t>> in_order;
    for (const auto& [group, line] : touched_)
        in_order.emplace_back(line, group);
    std::ranges::sort(in_order);
    Settled settled;
    for (const auto& [line, number] : in_order) {
        const groups::Group group = groups_.find(number).value();
        settled.add(desk.settle(group.pair_code.empty() ? std::vector{group} : groups_.sides_of(group.pair_code)));
    }
    return settled;
}

} // namespace peergroup::admission
