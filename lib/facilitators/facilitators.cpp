#include "facilitators/facilitators.hpp"

#include "catalogue/catalogue_store.hpp"
#include "catalogue/facilitator_words.hpp"
#include "facilitators/linked_people.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace peergroup::facilitators {

namespace {

void require_sound(const catalogue::Catalogue& catalogue, const QualificationStatement& statement) {
    require_qualification(catalogue, statement.code);
    if (statement.earned_on && statement.expires_on && *statement.expires_on < *statement.earned_on)
        throw Problem(
            ProblemKind::usage, "expires-before-earned",
            fmt::format("{} is before {}, on which it was earned", statement.expires_on->iso(), statement.earned_on->iso()),
            "--expires", "the last day on which it is held");
}

// What the statement makes of what is known.
std::vector<Qualification> changed_by(const QualificationStatement& statement, const std::vector<Qualification>& known) {
    if (statement.earned_on) return {{statement.code, *statement.earned_on, statement.expires_on, std::nullopt}};
    std::vector<Qualification> changed;
    for (Qualification qualification : known) {
        if (qualification.code != statement.code) continue;
        if (!qualification.revoked_on) qualification.revoked_on = statement.revoked_on;
        changed.push_back(std::move(qualification));
    }
    if (changed.empty())
        throw Problem(ProblemKind::refused, "no-such-qualification",
                      fmt::format("{} has not earned {}", statement.facilitator.text(), statement.code), "",
                      "see `peergroup facilitator show " + statement.facilitator.text() + "`");
    return changed;
}

} // namespace

void require_qualification(const catalogue::Catalogue& catalogue, const std::string& code) {
    const std::vector<std::string> known = catalogue::qualification_codes(catalogue);
    if (std::ranges::binary_search(known, code)) return;
    throw Problem(ProblemKind::usage, "unknown-qualification",
                  fmt::format("\"{}\" is no qualification that a type of the catalogue names", code), "CODE",
                  language::did_you_mean(code, known));
}

void require_role(const std::string& role) {
    const std::vector<std::string>& known = catalogue::facilitator_roles();
    if (std::ranges::find(known, role) != known.end()) return;
    throw Problem(ProblemKind::usage, "unknown-role", fmt::format("\"{}\" is no role of a facilitator", role), "--role",
                  language::did_you_mean(role, known));
}

std::vector<FacilitatorView> list_facilitators(store::Transaction& transaction, const vault::KeyRing& keys,
                                               const std::string& region, const vault::Actor& actor) {
    QualificationRegister qualifications(transaction);
    std::vector<FacilitatorView> views;
    for (Facilitator& facilitator : FacilitatorRegister(transaction, keys).list(region, actor)) {
        std::vector<Qualification> earned = qualifications.of(facilitator.code);
        views.push_back({std::move(facilitator), std::move(earned)});
    }
    return views;
}

FacilitatorView show_facilitator(store::Transaction& transaction, const vault::KeyRing& keys, FacilitatorCode code,
                                 const vault::Actor& actor) {
    return {FacilitatorRegister(transaction, keys).require(code, actor), QualificationRegister(transaction).of(code)};
}

std::vector<people::IdentityRecord> reveal(store::Transaction& transaction, const vault::Journal& journal,
                                           std::span<const Facilitator> facilitators) {
    if (journal.occasion().ground.empty())
        throw Problem(ProblemKind::usage, "reason-missing", "names are shown only on a stated ground", "--identify",
                      "add --reason CODE, such as client-relation");
    FacilitatorRegister known(transaction, journal.keys());
    std::vector<people::IdentityRecord> records;
    std::string codes;
    for (const Facilitator& facilitator : facilitators) {
        journal.actor().require_region(facilitator.region);
        records.push_back(known.record_of(facilitator));
        codes += (codes.empty() ? "" : " ") + facilitator.code.text();
    }
    journal.record_read(transaction, {codes, fmt::format("revealed={}", facilitators.size())});
    return records;
}

FacilitatorView qualify(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                        const QualificationStatement& statement) {
    require_sound(catalogue, statement);
    store::Transaction transaction = database.write();
    const Facilitator facilitator =
        FacilitatorRegister(transaction, journal.keys()).require(statement.facilitator, journal.actor());
    QualificationRegister qualifications(transaction);
    const std::int64_t batch = journal.begin_batch(transaction, catalogue::keep_catalogue(transaction, catalogue));
    int changes = 0;
    for (const Qualification& qualification : changed_by(statement, qualifications.of(statement.facilitator)))
        if (qualifications.state(statement.facilitator, qualification, batch)) ++changes;
    FacilitatorView view{facilitator, qualifications.of(statement.facilitator)};
    if (changes == 0) return view; // rolled back: there is nothing to record
    journal.record_change(transaction, {facilitator.region},
                          {fmt::format("{} {}", statement.facilitator.text(), statement.code),
                           statement.earned_on ? "earned=1" : "revoked=1", batch});
    transaction.commit();
    return view;
}

void link_facilitator(store::Database& database, const vault::Journal& journal, const LinkStatement& statement) {
    if (!statement.consent && !statement.remove)
        throw Problem(ProblemKind::usage, "consent-missing",
                      "that a facilitator takes part too is kept only by the person's own choice", "--consent",
                      "add --consent once the person has chosen it");
    store::Transaction transaction = database.write();
    const Facilitator facilitator =
        FacilitatorRegister(transaction, journal.keys()).require(statement.facilitator, journal.actor());
    people::PersonRegister people(transaction, journal.keys());
    people::require_unrestricted(people, statement.person, journal.actor());
    LinkedPeople linked(transaction, journal.keys());
    if (statement.remove) // without a word about whether it was stated: nobody is to find out by trying
        linked.unlink(statement.facilitator, statement.person);
    else
        linked.link(statement.facilitator, statement.person);
    journal.record_change(transaction, {facilitator.region},
                          {facilitator.code.text(), statement.remove ? "unlinked=1" : "linked=1"});
    transaction.commit();
}

} // namespace peergroup::facilitators
