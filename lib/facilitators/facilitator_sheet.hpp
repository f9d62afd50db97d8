#pragma once

#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "facilitators/qualification.hpp"
#include "people/identity_record.hpp"
#include "people/person_details.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::facilitators {

/// What a row tells of a facilitator. What is blank was not told.
struct ToldFacilitator {
    people::IdentityRecord record; ///< names, reference, e-mail, telephone
    std::vector<std::string> roles;
    std::optional<Qualification> qualification;
};

/// `reference`, names, `email` and `phone` as of people, and `roles`, `qualification`, `earned_on`, `expires_on`, with what
/// people call them in the three languages.
const std::vector<documents::ColumnName>& facilitator_columns();

/// Reads facilitators from the rows of one sheet.
class FacilitatorRowReader {
public:
    FacilitatorRowReader(const documents::Sheet& sheet, const catalogue::Catalogue& catalogue, calendar::Date today);

    /// Reads `row` into `told`; the first fault, or nothing. Codes: those of PersonDetailsReader, `unknown-role`,
    /// `unknown-qualification`, `earned-missing`, `expires-before-earned`, `no-date`.
    std::optional<people::FieldFault> read(const documents::SheetRow& row, ToldFacilitator& told) const;

private:
    static std::optional<people::FieldFault> read_roles(std::string_view text, std::vector<std::string>& roles);
    std::optional<people::FieldFault> read_qualification(const documents::SheetRow& row, ToldFacilitator& told) const;

    people::PersonDetailsReader details_;
    std::optional<std::size_t> roles_;
    std::optional<std::size_t> qualification_;
    std::optional<std::size_t> earned_on_;
    std::optional<std::size_t> expires_on_;
    std::vector<std::string> known_; ///< qualifications, sorted
};

} // namespace peergroup::facilitators
