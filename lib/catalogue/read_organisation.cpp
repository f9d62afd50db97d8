#include "catalogue/read_organisation.hpp"

#include "catalogue/fields.hpp"

#include <array>

namespace peergroup::catalogue {

using documents::TomlDocument;
using documents::TomlTable;
using documents::Word;

namespace {

constexpr std::array<Word<AfterCancelled>, 2> after_cancelled_words{
    {{"append", AfterCancelled::append}, {"merge", AfterCancelled::merge}}};

void read_completion(const TomlTable& table, Policy& policy) {
    policy.completion_min = table.whole("completion_min", {1, 500});
    policy.completion_of = table.whole("completion_of", {1, 500});
    if (policy.completion_min.has_value() != policy.completion_of.has_value()) {
        table.report(policy.completion_min ? "completion_min" : "completion_of", "config-contradiction",
                     "needs both completion_min and completion_of");
    }
    require_order(table, {"completion_min", policy.completion_min}, {"completion_of", policy.completion_of});
}

Policy read_policy(const TomlTable& table) {
    Policy policy;
    policy.late_entry_until = table.whole("late_entry_until", {0, 500});
    policy.offer_days = table.whole("offer_days", {1, 366});
    read_completion(table, policy);
    policy.consecutive_absences = table.whole("consecutive_absences", {1, 500});
    policy.after_cancelled = table.choice("after_cancelled", after_cancelled_words);
    // A threshold below 3 hides nothing: of two people each knows the other.
    policy.suppression_client = table.whole("suppression_client", {3, 100});
    policy.suppression_ngo = table.whole("suppression_ngo", {3, 100});
    policy.operational_copy_days = table.whole("operational_copy_days", {0, 3660});
    policy.key_copy_days = table.whole("key_copy_days", {0, 3660});
    policy.skip_holidays = table.flag("skip_holidays").value_or(policy.skip_holidays);
    policy.skip_unofficial_holidays = table.flag("skip_unofficial_holidays").value_or(policy.skip_unofficial_holidays);
    policy.skip_school_holidays = table.flag("skip_school_holidays").value_or(policy.skip_school_holidays);
    return policy;
}

} // namespace

Organisation read_organisation(const SourceFile& file, Findings& findings) {
    TomlDocument document(file.text, file.shown);
    const TomlTable root = document.root();
    Organisation organisation;
    organisation.names = read_names(root, "name");
    organisation.controller = root.text("controller").value_or("");
    organisation.collation = read_required_code(root, "collation");
    if (const auto policy = root.table("policy")) organisation.policy = read_policy(*policy);
    findings.problems = document.finish();
    return organisation;
}

} // namespace peergroup::catalogue
