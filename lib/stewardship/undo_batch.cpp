#include "stewardship/undo_batch.hpp"

#include "admission/places.hpp"
#include "admission/step_history.hpp"
#include "catalogue/catalogue_store.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "language/problem.hpp"
#include "sessions/mark_register.hpp"
#include "stewardship/batch_log.hpp"
#include "stewardship/erasure.hpp"
#include "stewardship/undo_ways.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace peergroup::stewardship {

namespace {

using admission::Membership;
using admission::RecordedStep;

std::pair<std::int64_t, int> key_of(const Membership& membership) {
    return {membership.person, membership.episode};
}

// Memberships come by person and episode.
std::vector<Membership>::iterator place_of(std::vector<Membership>& stored, const RecordedStep& step) {
    return std::ranges::lower_bound(stored, std::pair(step.person, step.episode), {}, key_of);
}

/// A group as it is read once, however many steps of it are taken back.
struct GroupInHand {
    groups::Group group;
    std::vector<Membership> memberships = {};
    std::vector<groups::Session> sessions = {};
};

class Undoing {
public:
    Undoing(store::Transaction& transaction, const BatchUndo& undo, std::int64_t batch)
        : transaction_(transaction), undo_(undo), batch_(batch), history_(transaction), memberships_(transaction),
          offers_(transaction), groups_(transaction), schedule_(transaction), marks_(transaction) {}

    UndoneBatch run() {
        for (const RecordedStep& step : history_.of_batch(undo_.batch))
            take_back(step);
        undone_.steps += take_ways_back(transaction_, {undo_.batch, batch_}, undone_.obstacles); // after what uses them up
        take_offers_back();
        check_seats();
        erase_created();
        return std::move(undone_);
    }

    /// The groups that it was about, both sides of a pair together.
    std::vector<std::vector<groups::Group>> groups() {
        std::map<std::int64_t, std::vector<groups::Group>> found;
        for (const std::int64_t id : touched_) {
            const groups::Group group = groups_.find(id).value();
            auto sides = group.pair_code.empty() ? std::vector{group} : groups_.sides_of(group.pair_code);
            found.try_emplace(sides.front().id, std::move(sides));
        }
        std::vector<std::vector<groups::Group>> all;
        for (auto& [id, sides] : found)
            all.push_back(std::move(sides));
        return all;
    }

private:
    void take_back(const RecordedStep& step) {
        touched_.insert(step.group);
        const std::tuple key{step.group, step.person, step.episode};
        if (barred_.contains(key)) return;
        std::vector<Membership>& stored = in_hand(step.group).memberships;
        const auto place = place_of(stored, step);
        const Membership membership = *place;
        if (const Obstacle obstacle = obstacle_to(step, membership); !obstacle.why.empty()) {
            barred_.insert(key);
            undone_.obstacles.push_back(obstacle);
            return;
        }
        const auto before = history_.take_back(membership, step, batch_);
        if (!before)
            stored.erase(place);
        else
            *place = *before;
        if (before && before->state == admission::MembershipState::enrolled) regained_[step.group].push_back(step);
        ++undone_.steps;
    }

    GroupInHand& in_hand(std::int64_t group) {
        auto known = groups_in_hand_.find(group);
        if (known == groups_in_hand_.end()) {
            GroupInHand read{groups_.find(group).value(), memberships_.of_group(group), schedule_.of_group(group)};
            known = groups_in_hand_.emplace(group, std::move(read)).first;
        }
        return known->second;
    }

    const sessions::SessionMarks& marks_of(std::int64_t session) {
        const auto [known, added] = session_marks_.try_emplace(session);
        if (added) known->second = marks_.of_session(session);
        return known->second;
    }

    Obstacle obstacle_to(const RecordedStep& step, const Membership& membership) {
        Obstacle obstacle{"", people::PersonCode(step.person), in_hand(step.group).group.code.text()};
        if (const RecordedStep newest = history_.newest_of(membership); newest.change_seq != step.change_seq) {
            obstacle.why = "later-step";
            obstacle.batch = newest.batch;
        } else if (step.kind == "waitlisted" && history_.has_offer_of_another(membership, undo_.batch)) {
            obstacle.why = "later-offer";
        } else if (step.kind == "enrolled" && is_marked(step)) {
            obstacle.why = "marked";
        } else if (!membership.is_active()) {
            obstacle.why = obstacle_to_return(step);
        }
        return obstacle;
    }

    // Whoever had left comes back only into a group that still runs, and not beside a membership that began since.
    std::string obstacle_to_return(const RecordedStep& step) {
        const GroupInHand& known = in_hand(step.group);
        if (known.group.state != groups::GroupState::running) return "group-ended";
        const auto next = std::ranges::upper_bound(known.memberships, std::pair(step.person, step.episode), {}, key_of);
        return next != known.memberships.end() && next->person == step.person ? "later-membership" : "";
    }

    bool is_marked(const RecordedStep& step) {
        return std::ranges::any_of(in_hand(step.group).sessions, [&](const groups::Session& session) {
            return session.starts_on >= step.effective_on && marks_of(session.id).find(step.person) != nullptr;
        });
    }

    // Offers that it made end; those that it answered can be answered anew, as long as they could.
    void take_offers_back() {
        std::map<std::int64_t, std::int64_t> parties;
        for (const auto& found : history_.offers_of_batch(undo_.batch)) {
            touched_.insert(found.offer.group);
            if (found.made && !found.open && !found.answered)
                undone_.obstacles.push_back(
                    {"later-offer", people::PersonCode(found.offer.person), groups_.find(found.offer.group)->code.text()});
            if (found.made && found.open) {
                offers_.answer(found.offer, {admission::Answer::withdrawn, undo_.today, batch_});
                ++undone_.offers;
            }
            if (found.made || !found.offer.is_open_on(undo_.today)) continue;
            admission::Offer again = found.offer;
            again.party = parties[found.offer.party];
            again.made_on = undo_.today;
            offers_.make(again, batch_);
            parties[found.offer.party] = again.party;
            ++undone_.offers;
        }
    }

    // Whoever comes back needs the seat on every day since; there must be one beside those who were let in meanwhile.
    void check_seats() {
        for (const auto& [id, steps] : regained_) {
            const groups::Group& group = in_hand(id).group;
            auto places = admission::Places::of(group.capacity, group.waiting_list, in_hand(id).memberships);
            places.offered = static_cast<std::int64_t>(offers_.unanswered(id).size());
            for (const RecordedStep& step : steps)
                if (places.free_on(step.effective_on).value_or(0) < 0)
                    undone_.obstacles.push_back({"seat-taken", people::PersonCode(step.person), group.code.text()});
        }
    }

    void erase_created() {
        BatchLog log(transaction_);
        for (const people::PersonCode& person : log.people_created_by(undo_.batch))
            if (log.takes_part(person))
                undone_.obstacles.push_back({"still-a-member", person});
            else
                undone_.erased.push_back(person);
        if (undone_.obstacles.empty() && !undone_.erased.empty()) Erasure(transaction_).erase(undone_.erased, undo_.today);
    }

    store::Transaction& transaction_;
    const BatchUndo& undo_;
    std::int64_t batch_;
    admission::StepHistory history_;
    admission::MembershipRegister memberships_;
    admission::OfferRegister offers_;
    groups::GroupRegister groups_;
    groups::Schedule schedule_;
    sessions::MarkRegister marks_;
    UndoneBatch undone_;
    std::set<std::int64_t> touched_;
    std::set<std::tuple<std::int64_t, std::int64_t, int>> barred_;
    std::map<std::int64_t, std::vector<RecordedStep>> regained_; ///< by group
    std::map<std::int64_t, GroupInHand> groups_in_hand_;
    std::map<std::int64_t, sessions::SessionMarks> session_marks_;
};

void require_undoable(const RecordedBatch& batch) {
    if (batch.undone_by)
        throw Problem(ProblemKind::refused, "batch-undone",
                      fmt::format("batch {} was taken back by batch {}", batch.id, *batch.undone_by));
    const std::vector<std::string>& verbs = undoable_verbs();
    if (std::ranges::find(verbs, batch.verb) == verbs.end())
        throw Problem(ProblemKind::refused, "batch-not-undoable",
                      fmt::format("batch {} is of `{}`, which cannot be taken back as a whole", batch.id, batch.verb), "",
                      "correct it with the command that made it");
}

} // namespace

const std::vector<std::string>& undoable_verbs() {
    static const std::vector<std::string> verbs = {"enrol",      "interview",     "offer accept", "offer decline", "offer make",
                                                   "person add", "person import", "refer",        "transfer",      "withdraw"};
    return verbs;
}

UndoneBatch undo_batch(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                       const BatchUndo& undo) {
    UndoneBatch undone;
    {
        store::Transaction transaction = database.write();
        BatchLog log(transaction);
        const RecordedBatch recorded = log.require(undo.batch, journal.actor());
        require_undoable(recorded);
        const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
        Undoing undoing(transaction, undo, batch);
        undone = undoing.run();
        if (!undone.obstacles.empty()) undone = {.obstacles = std::move(undone.obstacles)};
        if (undone.obstacles.empty() && !undo.rehearsed) {
            for (const std::vector<groups::Group>& sides : undoing.groups())
                undone.settled.add(admission::OfferDesk(transaction, journal, catalogue, batch, undo.today).settle(sides));
            log.note_undone(undo.batch, batch);
            journal.record_change(transaction, recorded.regions,
                                  {fmt::format("batch {}", undo.batch),
                                   fmt::format("steps={} offers={} erased={}", undone.steps, undone.offers, undone.erased.size()),
                                   batch});
            transaction.commit();
            return undone;
        }
    }
    store::Transaction transaction = database.write(); // what was tried is on the record
    journal.record_read(transaction, {fmt::format("batch {}", undo.batch), fmt::format("obstacles={}", undone.obstacles.size())});
    transaction.commit();
    return undone;
}

} // namespace peergroup::stewardship
