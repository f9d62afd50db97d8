#pragma once

#include "documents/sheet_row.hpp"
#include "documents/sorter.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace peergroup::batches {

/// What became of a row.
enum class RowStatus : std::uint8_t {
    created,
    updated,
    unchanged,
    enrolled,
    waitlisted,
    withdrawn,
    logged,
    corrected,
    referred,
    scheduled,
    interviewed,
    decided,
    declined,
    offered,
    transferred,
    rejected
};
constexpr std::size_t row_statuses = 16;
std::string_view code_of(RowStatus status);

/// Why a row was refused. `message` is for faults of the file; a refusal by a rule is told by its code, in the reader's language.
struct RowRejection {
    documents::RowPlace place = {};
    std::string column = {};         ///< canonical name of the column, or empty for the whole row
    std::string code = {};           ///< stable: `no-date`, `not-eligible.age`
    std::string message = {};        ///< one English sentence, or empty
    std::string detail = {};         ///< codes that the refusal is about: never a name
    std::uint32_t column_number = 0; ///< in characters of the line, from 1; 0 for the whole row
    bool follows = false;            ///< may come from what another row of the file did: without that row this one might be taken
    std::uint64_t family = 0;        ///< mark of the row's family; 0: none
};

/// What became of every row of a batch: counted, and handed out in the order of the file. Holds memory flat but for rejections.
class RowOutcomes {
public:
    explicit RowOutcomes(std::string spool_folder);

    void add(documents::RowPlace place, RowStatus status, std::int64_t subject);
    void reject(RowRejection rejection);
    /// Refuses a row that was taken with `status` before, unless it is refused already.
    void take_back(RowRejection rejection, RowStatus status);

    /// Somebody was created on the way to what the row of `line` is about; the numbers of one attempt rise.
    void note_created(std::int64_t subject, std::uint32_t line);
    std::int64_t created() const { return created_; }
    /// The line whose row created the subject in this attempt: when the attempt is taken back, its number comes to mean another.
    std::optional<std::uint32_t> line_that_created(std::int64_t subject) const;
    /// Somebody's stored values were changed to the told ones on the way.
    void note_updated() { ++updated_; }
    std::int64_t updated() const { return updated_; }

    /// Rejections that follow from other rows stand on their own where their family fell on its own account: it is not tried
    /// again in parts.
    void settle_families(const std::function<bool(std::uint64_t family)>& fell_on_its_own);

    std::int64_t count(RowStatus status) const { return counts_.at(static_cast<std::size_t>(status)); }
    /// Rejections by the line of the file.
    std::vector<RowRejection> rejections() const;
    std::map<std::string, std::int64_t> rejections_by_code() const;
    bool has_rejections() const { return !rejections_.empty(); }

    /// Calls `visit(line, status, subject)` for every row that was taken, in the order of the file, once.
    template <class Visit> void for_each_taken(Visit&& visit) {
        taken_.for_each([&](const Taken& row) {
            if (!rejected_lines_.contains(row.line)) visit(row.line, static_cast<RowStatus>(row.status), row.subject);
        });
    }

private:
    struct Taken {
        std::int64_t subject;
        std::uint32_t line;
        std::uint8_t status;
        auto operator<=>(const Taken&) const = default;
    };
    struct ByLine {
        bool operator()(const Taken& left, const Taken& right) const {
            return left.line != right.line ? left.line < right.line : left.subject < right.subject;
        }
    };

    documents::Sorter<Taken, ByLine> taken_;
    std::vector<RowRejection> rejections_;
    std::unordered_set<std::uint32_t> rejected_lines_;
    std::array<std::int64_t, row_statuses> counts_{};
    std::int64_t created_ = 0;
    std::int64_t first_created_ = 0;
    std::deque<std::uint32_t> created_on_; ///< the line of each, from the first on
    std::int64_t updated_ = 0;
};

} // namespace peergroup::batches
