#include "sessions/movers.hpp"

#include "admission/eligibility.hpp"
#include "admission/why.hpp"
#include "referrals/reached.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace peergroup::sessions {

using admission::Membership;

calendar::Date last_day_before(calendar::Date on, const Membership& membership) {
    return on == membership.from_on.value_or(membership.first_day()) ? on : on.plus_days(-1);
}

Movers::Movers(store::Transaction& transaction, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
               Saying saying)
    : transaction_(transaction), catalogue_(catalogue), journal_(journal), saying_(std::move(saying)), groups_(transaction),
      memberships_(transaction), people_(transaction, journal.keys()), answered_(transaction, people_.keys()) {}

Membership Movers::leave(Departures& departures, const Move& move) {
    if (move.on > saying_.today)
        throw Problem(ProblemKind::refused, "leaves-in-future", fmt::format("{} is still to come", move.on.iso()), "--on",
                      "say it on the day itself, or later");
    const groups::Group to = groups_.require(move.to, journal_.actor()).front();
    if (move.to.text() == departures.group())
        throw Problem(ProblemKind::refused, "same-group", fmt::format("{} is named as both groups", move.to.text()));
    Membership ended = departures.active_membership(move.person);
    departures.end(ended, {"transferred", last_day_before(move.on, ended), move.reason}, saying_.batch);
    underway_.push_back({move, to.type == departures.first_side().type});
    if (std::ranges::find(regions_, to.region) == regions_.end()) regions_.push_back(to.region);
    return ended;
}

std::vector<Membership> Movers::arrive(const std::function<void(std::size_t, const Problem&)>& refuse) {
    std::vector<std::optional<Membership>> begun(underway_.size());
    std::vector<std::size_t> children;
    for (std::size_t place = 0; place < underway_.size(); ++place)
        try {
            begun[place] = begin(underway_[place]);
        } catch (const Problem& problem) {
            if (problem.code != admission::adult_missing_reason)
                refuse(place, problem);
            else
                children.push_back(place); // the adult may be still to arrive
        }
    for (const std::size_t place : children)
        try {
            begun[place] = begin(underway_[place]);
        } catch (const Problem& problem) {
            refuse(place, problem);
        }
    std::vector<Membership> arrived;
    for (std::optional<Membership>& membership : begun)
        if (membership) arrived.push_back(std::move(*membership));
    return arrived;
}

Membership Movers::begin(const Underway& underway) {
    const auto& [move, same_type] = underway;
    admission::EnrolAnswer answer = admission::why_enrol(
        transaction_, catalogue_, journal_,
        {.group = move.to, .person = move.person, .on = move.on, .today = saying_.today, .override_code = saying_.override_code});
    const std::vector<std::string>& steps = referrals::codes_of_missing_steps();
    if (same_type)
        std::erase_if(answer.reasons, [&](const std::string& reason) { return std::ranges::find(steps, reason) != steps.end(); });
    const std::string code = !answer.reasons.empty() ? answer.reasons.front() : answer.waits ? "no-free-seat" : "";
    asked_ = code == "fact-unknown"  ? fmt::format("{}", fmt::join(answer.asked, ", "))
             : code == "no-referral" ? fmt::format("{}", fmt::join(answer.referred_by, ", "))
                                     : "";
    if (!code.empty())
        throw Problem(ProblemKind::refused, code,
                      fmt::format("{} cannot come into {}: {}", move.person.text(), answer.group, code), "",
                      fmt::format("`peergroup why enrol {} {}` says more", answer.group, move.person.text()));
    Membership membership{.group = groups_.find(*groups::GroupCode::parse(answer.group))->id, .person = move.person.number()};
    for (const Membership& earlier : memberships_.of_group(membership.group))
        if (earlier.person == membership.person) membership.episode = earlier.episode + 1;
    membership.from_on = move.on;
    if (!same_type) membership.referral = answer.way;
    memberships_.create(membership, {saying_.batch, "enrolled", move.on});
    memberships_.add_member(membership);
    memberships_.write_added();
    if (answer.overridden) {
        answered_.note(membership, saying_.batch, saying_.override_code, *answer.overridden);
        ++overridden_;
    }
    return membership;
}

} // namespace peergroup::sessions
