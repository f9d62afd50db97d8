#include "stewardship/merging.hpp"

#include "facilitators/linked_people.hpp"
#include "language/problem.hpp"
#include "people/kept_apart.hpp"
#include "people/people.hpp"
#include "people/person_events.hpp"
#include "people/person_facts.hpp"
#include "referrals/referral_notes.hpp"
#include "stewardship/erasure.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

namespace peergroup::stewardship {

namespace {

using people::IdentityRecord;
using people::PersonDetails;

Problem refusal(const char* code, std::string sentence, std::string hint = {}) {
    return {ProblemKind::refused, code, std::move(sentence), "", std::move(hint)};
}

constexpr std::array filled = {
    std::pair{&IdentityRecord::given_name, &PersonDetails::given_name},
    std::pair{&IdentityRecord::family_name, &PersonDetails::family_name},
    std::pair{&IdentityRecord::identity_code, &PersonDetails::identity_code},
    std::pair{&IdentityRecord::address, &PersonDetails::address},
    std::pair{&IdentityRecord::email, &PersonDetails::email},
    std::pair{&IdentityRecord::phone, &PersonDetails::phone},
};

/// One merge under way.
class Merge {
public:
    Merge(store::Transaction& transaction, const vault::Journal& journal, const MergeRequest& request)
        : transaction_(transaction), keys_(journal.keys()), merged_(request.merged.number()), into_(request.into.number()),
          people_(transaction, keys_) {}

    // What is told of the one and blank of the other; the other's own values stay.
    PersonDetails told() {
        const people::Person from = people_.find(merged_).value();
        const people::Person to = people_.find(into_).value();
        PersonDetails details;
        for (const auto& [stored, told] : filled)
            if ((theirs_.*stored).empty()) details.*told = ours_.*stored;
        if (theirs_.reference.empty()) {
            details.reference = ours_.reference;
            details.source = ours_.source;
        }
        if (!people_.born_on(into_)) details.birth_date = people_.born_on(merged_);
        const std::string& known = to.non_disclosure ? theirs_.hidden_municipality : to.municipality;
        if (known.empty()) details.municipality = from.non_disclosure ? ours_.hidden_municipality : from.municipality;
        if (to.language.empty()) details.language = from.language;
        if (from.non_disclosure) details.non_disclosure = true; // the more careful of the two
        return details;
    }

    void move_identity() {
        ours_ = people_.record_of(merged_);
        theirs_ = people_.record_of(into_);
        const PersonDetails details = told();
        for (const people::ContactDecision& decision : people_.contacts_of(merged_)) {
            const auto address = decision.channel == "email" ? &IdentityRecord::email : &IdentityRecord::phone;
            // A decision is about an address: it goes along with this one, and speaks of no other.
            const bool same = (theirs_.*address).empty() || theirs_.*address == ours_.*address;
            const std::vector<people::ContactDecision> decided = people_.contacts_of(into_);
            if (same && std::ranges::find(decided, decision.channel, &people::ContactDecision::channel) == decided.end())
                people_.decide_contact(into_, decision);
        }
        people_.update(into_, details);
        people_.take_references(into_, ours_);
    }

    void move_records(calendar::Date today) {
        people::FactRegister facts(people_.keys());
        people::PersonFacts known = facts.of(into_);
        for (const auto& [code, attestation] : facts.of(merged_)) {
            const auto place = known.try_emplace(code, attestation).first;
            if (place->second.on < attestation.on) place->second = attestation;
        }
        if (!known.empty()) facts.write(into_, known);
        referrals::ReferralNotes notes(transaction_, keys_);
        for (const referrals::ReferralNote& note : notes.of_person(merged_))
            notes.write(note.change_seq, into_, {note.kind == "note" ? note.text : "", note.kind == "note" ? "" : note.text});
        people::EventRegister events(transaction_, keys_);
        people::PersonEvents stated = events.of(into_);
        stated.merge(events.of(merged_));
        if (!stated.empty()) events.write(into_, stated);
        people::KeptApart apart(transaction_, keys_);
        for (const people::Link& link : apart.of(merged_)) {
            apart.take_back(merged_, link.other.number(), link.relation);
            if (link.other.number() != into_) apart.state(into_, link.other.number(), link.relation);
        }
        facilitators::LinkedPeople linked(transaction_, keys_);
        for (const facilitators::FacilitatorCode& facilitator : linked.of(merged_))
            linked.link(facilitator, people::PersonCode(into_));
        if (people_.find(merged_)->restricted && !people_.find(into_)->restricted) people_.restrict(into_, today);
    }

private:
    store::Transaction& transaction_;
    const vault::KeyRing& keys_;
    std::int64_t merged_;
    std::int64_t into_;
    people::PersonRegister people_;
    IdentityRecord ours_;
    IdentityRecord theirs_;
};

} // namespace

Merged merge_people(store::Database& database, const vault::Journal& journal, const MergeRequest& request) {
    const std::int64_t merged = request.merged.number();
    const std::int64_t into = request.into.number();
    if (merged == into) throw refusal("same-person", "a person cannot be merged into the same person");
    store::Transaction transaction = database.write();
    people::PersonRegister people(transaction, journal.keys());
    people::require_unrestricted(people, request.merged, journal.actor());
    people::require_unrestricted(people, request.into, journal.actor());
    const std::string region = people.find(into)->region;
    if (people.find(merged)->region != region)
        throw refusal("regions-differ",
                      fmt::format("{} and {} are of different regions", request.merged.text(), request.into.text()));
    NumberedRows rows(transaction);
    if (const std::vector<std::string> groups = rows.overlaps(merged, into); !groups.empty())
        throw refusal(
            "merge-overlaps",
            fmt::format("{} and {} are both in {}", request.merged.text(), request.into.text(), fmt::join(groups, ", ")),
            "withdraw one of them, or end one membership before the other begins");
    Merge merge(transaction, journal, request);
    merge.move_records(request.today);
    const Merged moved = rows.move(merged, into);
    rows.move_ties(merged, into);
    merge.move_identity();
    Erasure(transaction).erase({&request.merged, 1}, request.today);
    rows.point(merged, into);
    journal.record_change(transaction, {region},
                          {request.merged.text() + " " + request.into.text(),
                           fmt::format("merged=1 memberships={} marks={}", moved.memberships, moved.marks)});
    transaction.commit();
    return moved;
}

} // namespace peergroup::stewardship
