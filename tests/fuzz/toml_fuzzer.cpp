#include "catalogue/read_calendar.hpp"
#include "catalogue/read_delivery.hpp"
#include "catalogue/read_group_type.hpp"
#include "catalogue/read_organisation.hpp"
#include "catalogue/read_region.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using peergroup::Problem;
using peergroup::ProblemKind;
using peergroup::catalogue::Findings;
using peergroup::catalogue::SourceFile;

/// Whatever the text: the reader comes back, and each problem has its place, its code and a sentence.
template <class Read> void read_any(std::string_view text, Read read) {
    Findings findings;
    read(SourceFile{"any", "any.toml", text}, findings);
    for (const Problem& problem : findings.problems) {
        const bool sound = problem.kind == ProblemKind::configuration && problem.where.starts_with("any.toml:") &&
                           problem.code.starts_with("config-") && !problem.message.empty();
        if (!sound) std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_any(text, peergroup::catalogue::read_organisation);
    read_any(text, peergroup::catalogue::read_delivery);
    read_any(text, peergroup::catalogue::read_calendar);
    read_any(text, peergroup::catalogue::read_group_type);
    read_any(text, peergroup::catalogue::read_region);
    return 0;
}
