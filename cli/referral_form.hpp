#pragma once

#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "people/person_code.hpp"
#include "referrals/referral_rows.hpp"
#include "referrals/target.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peergroup::cli {

/// Where a way leads to and whom it is about, as words of a command.
struct ReferralWords {
    std::string target; ///< a group, a pair, or a type
    std::vector<people::PersonCode> people;
    std::string region; ///< of a type
    std::string file;
    BatchFlags batch;
};

/// A column and the value that it has in every row.
using ColumnValue = std::pair<std::string_view, std::string>;

/// A group or a type, and the region of the type, as they are said.
struct TargetWords {
    std::string target;
    std::string region;
};

/// What the words mean; the region of a type is the actor's or the workspace's where none is said. Throws Problem(usage,
/// `no-group-code`) for a target that is neither.
referrals::Target read_target(const Call& call, const catalogue::Catalogue& catalogue, const TargetWords& words);

/// A text of people in a file, or on standard input for `-`; empty where no file is named. Throws Problem(file):
/// `file-too-large`, and what TextSource throws.
std::string text_in(const Call& call, const std::string& path);

/// The paths by which somebody can be referred, spelled as on the command line: `social-worker`.
std::vector<std::string> referral_path_words();

/// TARGET, PERSON..., --region and --batch, with the flags of a batch.
void declare_referral_words(Verb& verb, ReferralWords& words);

/// What a command records.
struct ReferralCall {
    const ReferralWords& words;
    std::vector<ColumnValue> values; ///< of every row of operands
    referrals::ReferralVerb verb = referrals::ReferralVerb::refer;
    bool again = false;
};

/// Records the steps, and tells what became of the rows.
ExitCode run_referrals(const Call& call, const ReferralCall& referral);

} // namespace peergroup::cli
