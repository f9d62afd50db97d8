#include "referrals/referral_course.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace peergroup::referrals {

namespace {

using enum ReferralState;

// A way that was only referred takes every step.
std::string refusal_of(ReferralState standing) {
    switch (standing) {
    case referred:
        break;
    case interview_scheduled:
        return "referral-is.interview-scheduled";
    case interviewed:
        return "referral-is.interviewed";
    case suitable:
        return "referral-is.suitable";
    case not_suitable:
        return "referral-is.not-suitable";
    case deferred:
        return "referral-is.deferred";
    case placed:
        return "referral-is.placed";
    case withdrawn:
        return "referral-is.withdrawn";
    }
    throw std::logic_error("a referral that takes no step");
}

bool is_same_referral(const Referral& way, const ToldSteps& told) {
    return way.path == told.path && (!told.referred_on || told.referred_on == way.referred_on);
}

// Ended, or decided against: from there a referral begins anew.
bool may_begin_anew(const Referral& way) {
    return !way.is_open() || way.state == not_suitable;
}

// A course in the making: the way as it will stand after the steps so far.
class Courses {
public:
    Courses(const Referral* way, const ToldSteps& told, calendar::Date today) : told_(told), today_(today) {
        if (way != nullptr) way_ = *way;
    }

    Course run() {
        if (!told_.path.empty()) refer();
        if (told_.scheduled_on) schedule(*told_.scheduled_on);
        if (told_.interviewed_on) interview(*told_.interviewed_on);
        if (told_.decision) decide(*told_.decision);
        if (!refusal_.empty()) return refusal_;
        return std::move(steps_);
    }

private:
    void refer() {
        const bool same_priority = way_ && (!told_.priority || *told_.priority == way_->priority);
        if (way_ && is_same_referral(*way_, told_) && (same_priority || !way_->is_open())) return;
        if (stands_in({referred})) step(referred, told_.referred_on.value_or(today_));
    }
    void schedule(calendar::Date day) {
        if (way_ && way_->scheduled_on == day && way_->standing() != deferred && !told_.has_text) return;
        if (stands_in({referred, interview_scheduled, deferred})) step(interview_scheduled, day);
    }
    void interview(calendar::Date day) {
        const bool last = !told_.decision;
        if (way_ && way_->interviewed_on == day && !(told_.has_text && last)) return;
        if (stands_in({referred, interview_scheduled, interviewed, deferred})) step(interviewed, day);
    }
    void decide(ReferralState decision) {
        const calendar::Date day = told_.decided_on.value_or(today_);
        if (told_.interview_implied && !told_.interviewed_on && !(way_ && way_->interviewed_on)) interview(day);
        const bool same = way_ && way_->state == decision && (told_.decided_by.empty() || told_.decided_by == way_->decided_by) &&
                          (told_.reason.empty() || told_.reason == way_->reason);
        if (same && !told_.has_text) return;
        if (stands_in({referred, interview_scheduled, interviewed, suitable, not_suitable, deferred})) step(decision, day);
    }

    bool stands_in(std::initializer_list<ReferralState> states) {
        if (!refusal_.empty()) return false;
        if (!way_ || std::ranges::find(states, way_->standing()) != states.end()) return true;
        refusal_ = refusal_of(way_->standing());
        return false;
    }
    void step(ReferralState kind, calendar::Date on) {
        steps_.push_back({kind, on});
        way_ = after(way_.value_or(Referral{}), steps_.back(), told_);
    }

    const ToldSteps& told_;
    calendar::Date today_;
    std::optional<Referral> way_;
    std::vector<NewStep> steps_;
    std::string refusal_;
};

} // namespace

const Referral* way_in_hand(std::span<const Referral> ways, const Destination& destination, const ToldSteps& told) {
    const Referral* open = nullptr;
    const Referral* ended = nullptr;
    const Referral* known = nullptr;
    for (const Referral& way : ways) {
        if (!way.leads_to(destination)) continue;
        if (!told.path.empty() && told.referred_on && is_same_referral(way, told)) known = &way;
        const bool ends = told.path.empty() ? !way.is_open() : may_begin_anew(way);
        (ends ? ended : open) = &way;
    }
    if (known != nullptr) return known;
    if (open != nullptr) return open;
    const bool anew = !told.path.empty() && (told.again || told.referred_on.has_value());
    return anew ? nullptr : ended;
}

Course course_of(const Referral* way, const ToldSteps& told, calendar::Date today) {
    return Courses(way, told, today).run();
}

std::optional<calendar::Date> day_of_decision(const std::vector<NewStep>& steps) {
    return !steps.empty() && is_decision(steps.back().kind) ? std::optional(steps.back().on) : std::nullopt;
}

Referral after(Referral way, const NewStep& step, const ToldSteps& told) {
    way.state = step.kind;
    way.reason = is_decision(step.kind) || step.kind == withdrawn ? told.reason : "";
    if (step.kind == referred) {
        way.path = told.path;
        way.referred_on = step.on;
        way.priority = told.priority.value_or(way.priority);
    } else if (step.kind == interview_scheduled) {
        way.scheduled_on = step.on;
    } else if (step.kind == interviewed) {
        way.interviewed_on = step.on;
    } else if (is_decision(step.kind)) {
        way.decided_on = step.on;
        way.decided_by = told.decided_by;
    }
    return way;
}

bool can_withdraw(ReferralState standing) {
    return standing != placed && standing != withdrawn;
}

} // namespace peergroup::referrals
