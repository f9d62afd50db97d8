#include "people/identity.hpp"

#include "language/problem.hpp"
#include "people/people.hpp"

#include <fmt/format.h>

namespace peergroup::people {

Identity::Identity(store::Transaction& transaction, const vault::Journal& journal)
    : transaction_(transaction), journal_(journal) {}

std::vector<RevealedPerson> Identity::reveal(std::span<const PersonCode> people) {
    if (journal_.occasion().ground.empty())
        throw Problem(ProblemKind::usage, "reason-missing", "names are shown only on a stated ground", "--identify",
                      "add --reason CODE, such as client-relation");
    PersonRegister people_register(transaction_, journal_.keys());
    std::vector<RevealedPerson> revealed;
    std::string codes;
    for (const PersonCode& code : people) {
        require_unrestricted(people_register, code, journal_.actor());
        revealed.push_back({code, people_register.record_of(code.number()), people_register.born_on(code.number())});
        codes += (codes.empty() ? "" : " ") + code.text();
    }
    journal_.record_read(transaction_, {codes, fmt::format("revealed={}", people.size())});
    return revealed;
}

} // namespace peergroup::people
