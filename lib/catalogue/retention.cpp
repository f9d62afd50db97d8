#include "catalogue/retention.hpp"

#include "catalogue/facilitator_retention.hpp"

#include <algorithm>

namespace peergroup::catalogue {

std::string_view code_of(RetentionEvent event) {
    switch (event) {
    case RetentionEvent::case_closed:
        return "case_closed";
    case RetentionEvent::death:
        return "death";
    case RetentionEvent::birth:
        return "birth";
    case RetentionEvent::created:
        return "created";
    case RetentionEvent::group_ended:
        break;
    }
    return "group_ended";
}

std::string RetentionRule::name() const {
    if (!register_kind) return service_task;
    if (service_task.empty()) return std::string(code_of(*register_kind));
    if (*register_kind == Register::ngo) return "facilitator-ngo";
    return *register_kind == Register::client ? "facilitator-client" : "facilitator-anonymous";
}

// Where the month lacks the day, the term ends on the month's last (Act 150/1930 section 3).
calendar::Date RetentionRule::until(calendar::Date day) const {
    const int month = day.year() * 12 + static_cast<int>(day.month()) - 1 + months;
    for (unsigned last = day.day();; --last)
        if (const auto end = calendar::Date::of(month / 12, static_cast<unsigned>(month % 12) + 1, last)) return *end;
}

const RetentionRule* rule_for(const std::vector<RetentionRule>& rules, const GroupType& type) {
    const auto of_task = std::ranges::find_if(
        rules, [&](const RetentionRule& rule) { return !rule.service_task.empty() && rule.service_task == type.service_task; });
    if (of_task != rules.end()) return &*of_task;
    if (!type.service_task.empty()) return nullptr; // a task without a rule is not kept by a laxer one
    const auto of_register = std::ranges::find_if(
        rules, [&](const RetentionRule& rule) { return rule.service_task.empty() && rule.register_kind == type.register_kind; });
    return of_register != rules.end() ? &*of_register : nullptr;
}

const RetentionRule* facilitator_rule_for(const std::vector<RetentionRule>& rules, const GroupType& type) {
    const auto found = std::ranges::find_if(rules, [&](const RetentionRule& rule) {
        return rule.service_task == facilitator_subject && rule.register_kind == type.register_kind;
    });
    return found != rules.end() ? &*found : nullptr;
}

} // namespace peergroup::catalogue
