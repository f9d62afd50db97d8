#include "catalogue/read_organisation.hpp"

#include "catalogue/facilitator_retention.hpp"
#include "catalogue/fields.hpp"
#include "catalogue/read_group_type.hpp"

#include <algorithm>
#include <array>

namespace peergroup::catalogue {

using documents::TomlDocument;
using documents::TomlTable;
using documents::Word;

namespace {

constexpr std::array<Word<AfterCancelled>, 2> after_cancelled_words{
    {{"append", AfterCancelled::append}, {"merge", AfterCancelled::merge}}};

constexpr std::array<Word<LetGo>, 2> let_go_words{{{"keeps", LetGo::keeps}, {"leaves", LetGo::leaves}}};

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
    policy.declined_offer = table.choice("declined_offer", let_go_words);
    policy.expired_offer = table.choice("expired_offer", let_go_words);
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

constexpr std::array<Word<RetentionEvent>, 5> event_words{{{"case_closed", RetentionEvent::case_closed},
                                                           {"death", RetentionEvent::death},
                                                           {"birth", RetentionEvent::birth},
                                                           {"created", RetentionEvent::created},
                                                           {"group_ended", RetentionEvent::group_ended}}};

enum class Subject { participant, facilitator };
constexpr std::array<Word<Subject>, 2> subject_words{
    {{"participant", Subject::participant}, {facilitator_subject, Subject::facilitator}}};

// A rule is for a service task or for a register; one about those who guide groups for their register alone, from a day that
// there is of them.
void read_subject(const TomlTable& table, RetentionRule& rule) {
    rule.service_task = read_code(table, "service_task");
    rule.register_kind = read_register(table, "register");
    if (rule.service_task.empty() != rule.register_kind.has_value())
        table.report("service_task", "config-contradiction", "or register, and only one of them, has to be stated");
    if (table.choice("subject", subject_words).value_or(Subject::participant) == Subject::participant) return;
    if (!rule.service_task.empty())
        table.report("service_task", "config-contradiction", "says nothing of facilitators: register does");
    rule.service_task = facilitator_subject;
}

// A time is stated in years or in months, never in both.
std::optional<RetentionRule> read_rule(const TomlTable& table) {
    RetentionRule rule;
    read_subject(table, rule);
    const std::optional<int> years = table.whole("years", {1, 200});
    const std::optional<int> months = table.whole("months", {1, 2400});
    const auto event = table.require("after") ? table.choice("after", event_words) : std::nullopt;
    const bool of_facilitators = rule.service_task == facilitator_subject;
    if (event && of_facilitators && *event != RetentionEvent::group_ended && *event != RetentionEvent::created)
        table.report("after", "config-contradiction", "is no day of a facilitator: use group_ended or created");
    if (years.has_value() == months.has_value())
        table.report("years", "config-contradiction", "or months, and only one of them, has to be stated");
    if (!event) return std::nullopt;
    rule.after = *event;
    rule.months = years ? *years * 12 : months.value_or(0);
    return rule;
}

void read_rules(const TomlTable& root, std::vector<RetentionRule>& rules) {
    for (const TomlTable& table : root.tables("retention")) {
        const auto rule = read_rule(table);
        if (!rule) continue;
        const bool known = std::ranges::any_of(rules, [&](const RetentionRule& other) { return other.name() == rule->name(); });
        if (known && !rule->name().empty())
            table.report(rule->register_kind ? "register" : "service_task", "config-contradiction", "has a rule already");
        rules.push_back(*rule);
    }
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
    read_rules(root, organisation.retention);
    findings.problems = document.finish();
    return organisation;
}

} // namespace peergroup::catalogue
