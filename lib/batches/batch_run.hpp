#pragma once

#include "batches/row_outcomes.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace peergroup::batches {

enum class Mode {
    atomic, ///< one refused row and nothing is stored
    rows,   ///< what is not refused is stored
};
std::optional<Mode> parse_mode(std::string_view text);

/// How a batch is to be taken.
struct Manner {
    Mode mode = Mode::atomic;
    bool dry_run = false;     ///< the real path, rolled back
    std::string spool_folder; ///< for what does not fit in memory
};

enum class Ending { applied, refused, rehearsed };
std::string_view code_of(Ending ending);

/// Lines of the file that this attempt passes over.
class LeftOut {
public:
    bool has(std::uint32_t line) const { return lines_.contains(line); }
    void add(std::uint32_t line) { lines_.insert(line); }

private:
    std::unordered_set<std::uint32_t> lines_;
};

/// What one attempt at a batch works with.
struct Attempt {
    store::Transaction& transaction;
    const LeftOut& left_out;
    RowOutcomes& outcomes;
    const vault::Journal& journal; ///< whose actor may not meet every row, and whose keys open what the rows are about
};

/// Something to be known of what was taken, which refuses nothing: `other-language`.
struct Remark {
    std::string code;
    std::string detail; ///< codes that it is about: never a name
};

struct BatchResult {
    Ending ending = Ending::applied;
    std::unique_ptr<RowOutcomes> outcomes;
    std::vector<Remark> remarks = {};
};

/// The two parts of a batch. Both note in the outcomes what becomes of a row.
struct Work {
    /// Reads the rows that are not left out, before the store is taken, so that nobody waits for a file; may be empty.
    std::function<void(const LeftOut&, RowOutcomes&)> read;
    /// Decides and writes, in one transaction.
    std::function<void(const Attempt&)> write;
};

/// Runs the work. In mode `rows` an attempt with refusals is rolled back and made again without the refused rows, so that they
/// leave no trace: no number used up, nobody created. Rows whose refusal may follow from another row are tried once more without
/// that row. What was not applied is journalled as an attempt.
BatchResult run_batch(store::Database& database, const vault::Journal& journal, const Manner& manner, const Work& work);

} // namespace peergroup::batches
