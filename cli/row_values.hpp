#pragma once

#include "groups/group_code.hpp"
#include "people/person_code.hpp"

#include <cstdint>
#include <string>

namespace peergroup::cli {

/// The code that a word gives. Throws Problem(usage): `no-group-code`, `no-person-code`.
groups::GroupCode group_code(const std::string& word);
people::PersonCode person_code(const std::string& word);

/// The code of a person's number; empty for 0, which stands for no person.
std::string code_of_person(std::int64_t number);

} // namespace peergroup::cli
