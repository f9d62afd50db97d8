#pragma once

#include "admission/applicant.hpp"
#include "admission/arrivals.hpp"
#include "admission/enrol_run.hpp"
#include "admission/membership_register.hpp"
#include "admission/ways_in.hpp"
#include "groups/group_terms.hpp"
#include "people/person_facts.hpp"
#include "people/person_register.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace peergroup::admission {

using Applicants = documents::Sorter<Applicant, ByGroup>;

/// Finds the groups and the people that the rows of a batch mean, and creates the people who are new.
class Newcomers {
public:
    Newcomers(const EnrolRun& run, WaysIn& ways);

    /// Hands every row whose group and person are known to `applicants`; the others are rejected.
    void find(Arrivals& arrivals, Applicants& applicants, RefusedFamilies& refused);

    /// Of the groups that rows were about.
    const std::vector<std::string>& regions() const { return regions_; }

private:
    using InOrderOfFile = documents::Sorter<Applicant, ByLine>;
    using InOrderOfPeople = documents::Sorter<Applicant, ByPerson>;

    std::optional<Applicant> known_group(const Arrival& arrival);
    void find_group(const groups::PackedCode& code);
    void find_by_number(Applicant applicant, Applicants& applicants);
    /// Hands on to `found` whom the rows describe.
    void read_people(InOrderOfFile& rows, InOrderOfPeople& found);
    std::optional<Applicant> known_type(Applicant applicant);
    std::uint16_t place_of_region(const std::string& region);
    std::optional<std::int64_t> person_of(const documents::SheetRow& row, const Applicant& applicant);
    /// Whether rows tell more of people than their code.
    bool rows_describe() const { return details_reader_.has_own_data() || run_.facts_reader.has_facts(); }
    std::uint16_t place_of_asked();
    std::uint16_t place_of_required();
    /// Gives the code that refuses what the row tells, or nothing.
    std::string learn(Applicant& applicant);
    void refuse_unknown(const Applicant& applicant);
    bool refuse_barred(const Applicant& applicant);
    void admit(Applicant applicant, Applicants& applicants);
    void refuse(const Applicant& applicant, batches::RowRejection rejection);

    EnrolRun run_;
    WaysIn& ways_;
    const batches::Attempt& attempt_;
    const EnrolRequest& request_;
    RefusedFamilies* refused_ = nullptr;
    groups::TermsReader terms_;
    people::PersonRegister people_;
    std::vector<std::int64_t> restricted_; ///< in order of their numbers; none for an actor with clearance
    people::PersonDetailsReader details_reader_;
    people::PersonDetails details_;
    people::FactRegister facts_;
    people::ToldFacts told_facts_;
    std::vector<std::string> regions_;
    std::vector<const std::vector<std::string>*> asked_; ///< lists of facts that types ask for
    std::optional<groups::PackedCode> packed_code_;      ///< of the group that was looked up last
    std::string code_;                                   ///< the same as text
    std::optional<groups::GroupTerms> group_;
    std::string group_refusal_;
    bool whole_pair_ = false;
    std::uint16_t asked_place_ = 0;     ///< of the same group
    std::uint16_t type_place_ = 0;      ///< of the same group
    std::vector<std::string> required_; ///< types that have to be completed before
    std::uint16_t required_place_ = 0;  ///< of the same group
    MembershipRegister memberships_;
};

} // namespace peergroup::admission
