#include "people/integrity.hpp"

#include <array>

namespace peergroup::people {

namespace {

using store::IntegrityCheck;

// The two files are written apart from each other's references, so these are looked for here. Whoever was erased has neither.
constexpr std::array checks{
    IntegrityCheck{"person-without-key",
                   R"sql(SELECT 'identity', i.person, NULL FROM person_identity i
                         WHERE NOT EXISTS (SELECT 1 FROM keys.person_key k WHERE k.person = i.person))sql"},
    IntegrityCheck{"key-without-person",
                   R"sql(SELECT 'key', k.person, k.region FROM keys.person_key k
                         WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.id = k.person))sql"},
};

} // namespace

std::span<const IntegrityCheck> integrity_checks() {
    return checks;
}

} // namespace peergroup::people
