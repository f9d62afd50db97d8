#pragma once

#include "batches/batch_run.hpp"
#include "cli/call.hpp"
#include "cli/exit_codes.hpp"
#include "cli/verb.hpp"
#include "documents/document.hpp"
#include "documents/sheet.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace peergroup::cli {

/// How a batch is taken and told, as its flags say.
struct BatchFlags {
    std::string mode = "atomic";
    std::string rejects;
    std::string report;
};

/// --mode, --rejects and --report, and --dry-run.
void declare_batch_flags(Verb& verb, BatchFlags& flags);

batches::Manner manner_of(const Call& call, const BatchFlags& flags);

/// A batch that has run.
struct FinishedBatch {
    documents::Sheet& sheet;
    batches::BatchResult& result;
    std::vector<batches::RowStatus> statuses;                         ///< that are counted aloud, in this order
    std::function<std::string(std::int64_t subject)> code_of_subject; ///< what `-f ids` and the report call a row that was taken
    std::vector<documents::Table> more = {};                          ///< what came of the rows; people see those with rows

    /// Whether the rows that are not refused are stored, or would be but for --dry-run: not beside a refused row in mode atomic.
    bool rows_stand(const std::string& mode) const;
};

/// Tells every refused row and the counts, and writes --rejects and --report. Gives the exit code: done, partial, or file_invalid
/// when nothing was stored because of a row.
ExitCode tell_batch(const Call& call, const BatchFlags& flags, const FinishedBatch& batch);

/// Why a row was refused, as a sentence: its own, or the message `refusal.<code>` about its codes.
std::string sentence_of(Language language, const batches::RowRejection& rejection);

/// What is to be known of what was taken, as sentences: the messages `remark.<code>`.
std::vector<std::string> sentences_of(Language language, const std::vector<batches::Remark>& remarks);

/// For a batch made of operands: throws the first refusal as Problem(refused).
void require_taken(const Call& call, const batches::BatchResult& result);

} // namespace peergroup::cli
