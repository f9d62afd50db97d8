#include "stewardship/retention.hpp"

#include "catalogue/facilitator_retention.hpp"
#include "language/problem.hpp"

#include <algorithm>
#include <tuple>

namespace peergroup::stewardship {

namespace {

using catalogue::RetentionEvent;
using catalogue::RetentionRule;

constexpr const char* handed_over = "handed_over";

std::optional<calendar::Date> day_of(RetentionEvent event, const RetentionFacts& facts, const PastMembership& membership) {
    switch (event) {
    case RetentionEvent::birth:
        return facts.born_on;
    case RetentionEvent::created:
        return facts.created_on;
    case RetentionEvent::group_ended:
        return membership.group_ended_on;
    case RetentionEvent::case_closed:
    case RetentionEvent::death:
        break;
    }
    const auto found = facts.events.find(std::string(catalogue::code_of(event)));
    return found != facts.events.end() ? std::optional(found->second) : std::nullopt;
}

/// Reasons under one catalogue, on one day.
class Reasoning {
public:
    Reasoning(const RetentionFacts& facts, const catalogue::Catalogue& catalogue, const RetentionQuestion& question)
        : facts_(facts), catalogue_(catalogue), question_(question) {}

    Basis of(const PastMembership& membership) const {
        Basis basis{.group = membership.group, .type = membership.type, .rule = "", .why = "rule-unknown"};
        const catalogue::GroupType* const type = type_of(membership);
        const RetentionRule* const rule = type != nullptr ? rule_for(*type) : nullptr;
        if (rule != nullptr) basis.rule = rule->name();
        if (membership.open) {
            basis.keeping = Keeping::retain;
            basis.why = question_.of_facilitator ? "guides-still" : "membership-open";
        } else if (type != nullptr && type->register_kind != catalogue::Register::client && question_.requested) {
            basis.keeping = Keeping::erase;
            basis.why = "own-request";
        } else if (type != nullptr && type->register_kind == catalogue::Register::client && was_handed_over(membership)) {
            keep_until(basis, working_copy_end(membership), "handed-over");
        } else if (rule != nullptr) {
            judge(basis, *rule, membership);
        }
        return basis;
    }

private:
    const RetentionRule* rule_for(const catalogue::GroupType& type) const {
        const std::vector<RetentionRule>& rules = catalogue_.organisation().retention;
        return question_.of_facilitator ? catalogue::facilitator_rule_for(rules, type) : catalogue::rule_for(rules, type);
    }

    const catalogue::GroupType* type_of(const PastMembership& membership) const {
        try {
            return &catalogue_.type(membership.type);
        } catch (const Problem& problem) {
            if (problem.kind != ProblemKind::not_found) throw;
            return nullptr; // no longer run here, so nothing says how long its records are kept
        }
    }

    // What was recorded after the hand-over is not in the other register.
    bool was_handed_over(const PastMembership& membership) const {
        const auto event = facts_.events.find(handed_over);
        return event != facts_.events.end() && catalogue_.organisation().policy.operational_copy_days &&
               membership.group_ended_on && (!membership.left_on || *membership.left_on <= event->second);
    }

    calendar::Date working_copy_end(const PastMembership& membership) const {
        const calendar::Date from = std::max(facts_.events.at(handed_over), membership.group_ended_on.value());
        return from.plus_days(catalogue_.organisation().policy.operational_copy_days.value());
    }

    void judge(Basis& basis, const RetentionRule& rule, const PastMembership& membership) const {
        basis.event = catalogue::code_of(rule.after);
        if (const auto day = day_of(rule.after, facts_, membership))
            keep_until(basis, rule.until(*day), "");
        else
            basis.why = "event-unknown";
    }

    void keep_until(Basis& basis, calendar::Date last, const std::string& why) const {
        const bool over = last < question_.today;
        basis.keeping = over ? Keeping::erase : Keeping::retain;
        if (!over) basis.until = last;
        basis.why = !why.empty() ? why : over ? "term-over" : "term-running";
    }

    const RetentionFacts& facts_;
    const catalogue::Catalogue& catalogue_;
    const RetentionQuestion& question_;
};

int strength(Keeping keeping) {
    return keeping == Keeping::hold ? 2 : keeping == Keeping::retain ? 1 : 0;
}

} // namespace

std::string_view code_of(Keeping keeping) {
    if (keeping == Keeping::erase) return "erase";
    return keeping == Keeping::retain ? "retain" : "hold";
}

std::vector<Basis> bases_of(const RetentionFacts& facts, const catalogue::Catalogue& catalogue,
                            const RetentionQuestion& question) {
    std::vector<Basis> bases;
    const Reasoning reasoning(facts, catalogue, question);
    for (const PastMembership& membership : facts.memberships)
        bases.push_back(reasoning.of(membership));
    // GDPR article 18(1)(c): what the person needs for a claim of law is kept as long as that was asked for.
    if (facts.restricted) bases.push_back({.group = "", .type = "", .rule = "", .keeping = Keeping::hold, .why = "restricted"});
    // Somebody who was never in a group has received nothing that would have to be documented; but nobody says when that is over.
    if (bases.empty())
        bases.push_back({.group = "",
                         .type = "",
                         .rule = "",
                         .keeping = question.requested ? Keeping::erase : Keeping::hold,
                         .why = question.of_facilitator ? "never-guided" : "never-placed"});
    return bases;
}

const Basis& decisive(const std::vector<Basis>& bases) {
    // An open membership has no last day: it counts as the longest.
    const auto weight = [](const Basis& basis) {
        return std::tuple(strength(basis.keeping), basis.keeping == Keeping::retain && !basis.until,
                          basis.until.value_or(calendar::Date{}));
    };
    return *std::ranges::max_element(bases, {}, weight);
}

} // namespace peergroup::stewardship
