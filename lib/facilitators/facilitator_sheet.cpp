#include "facilitators/facilitator_sheet.hpp"

#include "catalogue/facilitator_words.hpp"
#include "language/nearest.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace peergroup::facilitators {

namespace {

constexpr std::array<std::string_view, 5> columns_of_people{"given_name", "family_name", "reference", "email", "phone"};

people::FieldFault unknown(const char* column, const char* code, const std::string& text, const std::vector<std::string>& known) {
    const std::string meant = language::did_you_mean(text, known);
    return {column, code,
            fmt::format("\"{}\" is not known{}", language::printable(text), meant.empty() ? "" : fmt::format(" ({})", meant))};
}

} // namespace

const std::vector<documents::ColumnName>& facilitator_columns() {
    static const std::vector<documents::ColumnName> columns = [] {
        std::vector<documents::ColumnName> all;
        std::ranges::copy_if(people::person_columns(), std::back_inserter(all), [](const documents::ColumnName& column) {
            return std::ranges::find(columns_of_people, column.name) != columns_of_people.end();
        });
        all.push_back({"roles", {"roolit", "rooli", "roller", "roll", "role"}});
        all.push_back({"qualification", {"pätevyys", "kelpoisuus", "behörighet", "kvalifikation"}});
        all.push_back({"earned_on", {"saatu", "suoritettu", "erhållen", "avlagd", "earned"}});
        all.push_back({"expires_on", {"voimassa", "päättyy", "gäller_till", "expires"}});
        return all;
    }();
    return columns;
}

FacilitatorRowReader::FacilitatorRowReader(const documents::Sheet& sheet, const catalogue::Catalogue& catalogue,
                                           calendar::Date today)
    : details_(sheet, {.today = today}), roles_(sheet.index_of("roles")), qualification_(sheet.index_of("qualification")),
      earned_on_(sheet.index_of("earned_on")), expires_on_(sheet.index_of("expires_on")) {
    if (qualification_) known_ = catalogue::qualification_codes(catalogue);
}

std::optional<people::FieldFault> FacilitatorRowReader::read_roles(std::string_view text, std::vector<std::string>& roles) {
    constexpr std::string_view between = " ,;\t";
    const std::vector<std::string>& known = catalogue::facilitator_roles();
    for (std::size_t start = text.find_first_not_of(between); start != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(between, start), text.size());
        std::string role = language::lower(text.substr(start, end - start));
        std::ranges::replace(role, '-', '_');
        if (std::ranges::find(known, role) == known.end()) return unknown("roles", "unknown-role", role, known);
        roles.push_back(std::move(role));
        start = text.find_first_not_of(between, end);
    }
    return std::nullopt;
}

std::optional<people::FieldFault> FacilitatorRowReader::read_qualification(const documents::SheetRow& row,
                                                                           ToldFacilitator& told) const {
    const std::string code = qualification_ ? language::lower(row.at(*qualification_)) : "";
    if (code.empty()) return std::nullopt;
    if (!std::ranges::binary_search(known_, code)) return unknown("qualification", "unknown-qualification", code, known_);
    std::optional<calendar::Date> earned;
    std::optional<calendar::Date> expires;
    if (auto fault = people::read_date("earned_on", earned_on_ ? row.at(*earned_on_) : "", earned)) return fault;
    if (auto fault = people::read_date("expires_on", expires_on_ ? row.at(*expires_on_) : "", expires)) return fault;
    if (!earned)
        return people::FieldFault{"earned_on", "earned-missing", "nothing says on which day the qualification was earned"};
    if (expires && *expires < *earned)
        return people::FieldFault{"expires_on", "expires-before-earned", "the qualification would expire before it was earned"};
    told.qualification = Qualification{code, *earned, expires, std::nullopt};
    return std::nullopt;
}

std::optional<people::FieldFault> FacilitatorRowReader::read(const documents::SheetRow& row, ToldFacilitator& told) const {
    told = ToldFacilitator{};
    people::PersonDetails details;
    if (auto fault = details_.read(row, details)) return fault;
    told.record.given_name = details.given_name;
    told.record.family_name = details.family_name;
    told.record.reference = details.reference;
    told.record.email = details.email;
    told.record.phone = details.phone;
    if (roles_)
        if (auto fault = read_roles(row.at(*roles_), told.roles)) return fault;
    return read_qualification(row, told);
}

} // namespace peergroup::facilitators
