#pragma once

#include "admission/enrol.hpp"
#include "admission/told_ways.hpp"
#include "people/told_facts.hpp"

#include <cstdint>

namespace peergroup::admission {

/// One attempt at a sheet of enrolments: what its parts have in common.
struct EnrolRun {
    const batches::Attempt& attempt;
    const EnrolRequest& request;
    const batches::Manner& manner;
    const catalogue::Catalogue& catalogue;
    const people::ToldFactsReader& facts_reader;
    const ToldWays& told;
    std::int64_t batch;
};

} // namespace peergroup::admission
