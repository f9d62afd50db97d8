#pragma once

#include "calendar/date.hpp"
#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "people/person_details.hpp"

#include <optional>
#include <string>
#include <vector>

namespace peergroup::people {

/// What a row tells of attested facts. What is blank was not told.
struct ToldFacts {
    std::vector<std::string> codes;
    std::string by; ///< a worker's code or role
    std::optional<calendar::Date> on;
};

/// Whether the text may stand for whoever attested: small letters a to z, digits, `-` and `.`, and so no name and no address.
bool is_worker_code(std::string_view text);

/// `attest` (several codes with blanks or commas between them), `attested_by`, `attested_on`, with what people call them in the
/// three languages.
const std::vector<documents::ColumnName>& fact_columns();

/// Reads attested facts from the rows of one sheet.
class ToldFactsReader {
public:
    /// The codes are those of `catalogue::fact_codes`; a sheet without such a column reads nothing of the catalogue.
    ToldFactsReader(const documents::Sheet& sheet, const catalogue::Catalogue& catalogue);

    /// Whether the sheet has a column of facts.
    bool has_facts() const { return codes_.has_value(); }

    /// Reads `row` into `told`; the first fault, or nothing. Codes: `unknown-fact`, `attested-by-missing`, `attested-by-no-code`,
    /// `no-date`.
    std::optional<FieldFault> read(const documents::SheetRow& row, ToldFacts& told) const;

private:
    std::optional<FieldFault> read_codes(std::string_view text, std::vector<std::string>& codes) const;

    std::optional<std::size_t> codes_;
    std::optional<std::size_t> by_;
    std::optional<std::size_t> on_;
    std::vector<std::string> known_; ///< codes, sorted
};

} // namespace peergroup::people
