#include "referrals/decider_guard.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::referrals {

namespace {

using facilitators::FacilitatorCode;

constexpr std::string_view by_facilitators = "facilitators";

} // namespace

bool is_qualified(const catalogue::GroupType& type, std::string_view role, const std::vector<std::string>& held) {
    const auto holds = [&](const std::string& code) { return std::ranges::find(held, code) != held.end(); };
    std::vector<std::string> named;
    std::vector<std::string> of_role;
    for (const catalogue::FacilitatorRole& asked : type.facilitators) {
        if (asked.qualification.empty()) continue;
        named.push_back(asked.qualification);
        if (asked.role == role) of_role.push_back(asked.qualification);
    }
    if (named.empty()) return true;
    return std::ranges::any_of(of_role.empty() ? named : of_role, holds);
}

DeciderGuard::DeciderGuard(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::KeyRing& ring)
    : transaction_(transaction), catalogue_(catalogue), facilitators_(transaction, ring), qualifications_(transaction) {}

std::string DeciderGuard::refusal_of(const Destination& destination, const std::string& decided_by, calendar::Date day) {
    if (catalogue_.type(destination.type).suitability_decided_by != by_facilitators) return "";
    const std::string asked =
        fmt::format("{} {} {} {} {}", destination.group, destination.type, destination.region, decided_by, day.iso());
    const auto known = known_.find(asked);
    if (known != known_.end()) return known->second;
    return known_.emplace(asked, judge(destination, decided_by, day)).first->second;
}

std::string DeciderGuard::judge(const Destination& destination, std::string_view decided_by, calendar::Date day) {
    const std::optional<FacilitatorCode> code = FacilitatorCode::parse(decided_by);
    if (!code) return "decider-not-staff";
    return destination.group != 0 ? judge_staff(destination, *code, day) : judge_region(destination, *code, day);
}

std::string DeciderGuard::judge_staff(const Destination& destination, FacilitatorCode code, calendar::Date day) {
    const catalogue::GroupType& type = catalogue_.type(destination.type);
    bool is_staff = false;
    for (const std::int64_t side : {destination.group, destination.other_side}) {
        if (side == 0) continue;
        for (const facilitators::Decider& decider : facilitators::deciders(transaction_, side, day)) {
            if (decider.facilitator != code) continue;
            is_staff = true;
            if (is_qualified(type, decider.role, decider.qualifications)) return "";
        }
    }
    return is_staff ? "decider-not-qualified" : "decider-not-staff";
}

std::string DeciderGuard::judge_region(const Destination& destination, FacilitatorCode code, calendar::Date day) {
    const std::optional<facilitators::Facilitator> found = facilitators_.find(code);
    if (!found || found->region != destination.region) return "decider-not-staff";
    const std::vector<std::string> held = facilitators::held_on(qualifications_.of(code), day);
    return is_qualified(catalogue_.type(destination.type), "", held) ? "" : "decider-not-qualified";
}

} // namespace peergroup::referrals
