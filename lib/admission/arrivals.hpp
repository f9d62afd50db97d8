#pragma once

#include "admission/applicant.hpp"
#include "admission/enrol.hpp"
#include "admission/told_ways.hpp"
#include "documents/sorter.hpp"
#include "people/told_facts.hpp"
#include "referrals/referral_sheet.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace peergroup::admission {

/// Families of which a row was refused: none of their rows is taken.
class RefusedFamilies {
public:
    /// `follows` as of the row's rejection. 0 stands for no family.
    void add(std::uint64_t family, bool follows);
    bool has(std::uint64_t family) const { return families_.contains(family); }
    /// Whether every refusal of the family follows from other rows.
    bool follows(std::uint64_t family) const { return families_.at(family); }

private:
    std::unordered_map<std::uint64_t, bool> families_;
};

using Arrivals = documents::Sorter<Arrival, ByGroupCode>;

/// Where the rows of a sheet go to.
struct ReadRows {
    Arrivals& arrivals;
    RefusedFamilies& refused;
    ToldWays& told;
};

/// Reads the rows of a sheet into small records; rows that cannot be understood are rejected. Needs no store.
class ArrivalsReader {
public:
    ArrivalsReader(const EnrolRequest& request, const people::ToldFactsReader& facts_reader, const batches::LeftOut& left_out,
                   batches::RowOutcomes& outcomes);

    void read(const ReadRows& rows);

private:
    std::optional<people::FieldFault> understand(const documents::SheetRow& row, Arrival& arrival);
    std::optional<people::FieldFault> understand_place(const documents::SheetRow& row, Arrival& arrival);
    std::optional<people::FieldFault> understand_person(const documents::SheetRow& row, Arrival& arrival);
    std::optional<people::FieldFault> understand_way(const documents::SheetRow& row, Arrival& arrival);
    std::string_view value(const documents::SheetRow& row, const std::optional<std::size_t>& column) const;

    const EnrolRequest& request_;
    const people::ToldFactsReader& facts_reader_;
    const batches::LeftOut& left_out_;
    batches::RowOutcomes& outcomes_;
    people::PersonDetailsReader details_reader_;
    people::PersonDetails details_;
    people::ToldFacts facts_;
    referrals::ToldStepsReader steps_reader_;
    referrals::ToldSteps steps_;
    ToldWays* told_ = nullptr;
    std::string relation_;
    std::optional<std::size_t> group_;
    std::optional<std::size_t> type_;
    std::optional<std::size_t> region_;
    std::optional<std::size_t> person_;
    std::optional<std::size_t> on_;
    std::optional<std::size_t> family_column_;
    std::optional<std::size_t> relation_column_;
};

} // namespace peergroup::admission
