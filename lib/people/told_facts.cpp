#include "people/told_facts.hpp"

#include "catalogue/fact_codes.hpp"
#include "language/nearest.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::people {

bool is_worker_code(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
    });
}

const std::vector<documents::ColumnName>& fact_columns() {
    static const std::vector<documents::ColumnName> columns = {
        {"attest", {"vahvistetut_seikat", "seikat", "intygade_fakta", "fakta", "facts"}},
        {"attested_by", {"vahvistaja", "intygat_av", "intygare"}},
        {"attested_on", {"vahvistettu", "vahvistuspäivä", "intygat_den", "intygsdatum"}},
    };
    return columns;
}

ToldFactsReader::ToldFactsReader(const documents::Sheet& sheet, const catalogue::Catalogue& catalogue)
    : codes_(sheet.index_of("attest")), by_(sheet.index_of("attested_by")), on_(sheet.index_of("attested_on")) {
    if (codes_) known_ = catalogue::fact_codes(catalogue);
}

std::optional<FieldFault> ToldFactsReader::read_codes(std::string_view text, std::vector<std::string>& codes) const {
    constexpr std::string_view between = " ,;\t";
    for (std::size_t start = text.find_first_not_of(between); start != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(between, start), text.size());
        std::string code = language::lower(text.substr(start, end - start));
        if (!std::ranges::binary_search(known_, code)) {
            const std::string meant = language::did_you_mean(code, known_);
            return FieldFault{"attest", "unknown-fact",
                              fmt::format("\"{}\" is no fact that a type of the catalogue asks for{}", language::printable(code),
                                          meant.empty() ? "" : fmt::format(" ({})", meant))};
        }
        codes.push_back(std::move(code));
        start = text.find_first_not_of(between, end);
    }
    return std::nullopt;
}

std::optional<FieldFault> ToldFactsReader::read(const documents::SheetRow& row, ToldFacts& told) const {
    told = ToldFacts{};
    if (!codes_) return std::nullopt;
    if (auto fault = read_codes(row.at(*codes_), told.codes)) return fault;
    if (told.codes.empty()) return std::nullopt;
    if (by_) told.by = row.at(*by_);
    if (told.by.empty()) return FieldFault{"attested_by", "attested-by-missing", "nothing says who attests it"};
    if (!is_worker_code(told.by))
        return FieldFault{"attested_by", "attested-by-no-code", "whoever attests is stated by a code, such as social-worker"};
    return on_ ? read_date("attested_on", row.at(*on_), told.on) : std::nullopt;
}

} // namespace peergroup::people
