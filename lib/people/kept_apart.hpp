#pragma once

#include "people/person.hpp"
#include "store/database.hpp"
#include "vault/person_keys.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::people {

/// The relations of people who are not to meet in a group: `keep_apart`, `ex_partner`.
const std::vector<std::string>& apart_relations();
bool is_apart_relation(std::string_view relation);

/// Who is to be kept apart from whom, in one transaction. It betrays both, so that it is told only to whoever has clearance. Both
/// have a record of it, sealed with the own key.
class KeptApart {
public:
    KeptApart(store::Transaction& transaction, const vault::KeyRing& ring);

    /// Everybody who is kept apart from somebody, with those; they are few. Records of regions whose key is not held are left
    /// out, but the other's record tells of both.
    std::map<std::int64_t, std::vector<std::int64_t>> all();
    std::vector<Link> of(std::int64_t person);
    /// The same again changes nothing.
    void state(std::int64_t person, std::int64_t other, const std::string& relation);
    /// Gives whether it was stated.
    bool take_back(std::int64_t person, std::int64_t other, const std::string& relation);

private:
    void write(std::int64_t person, const std::vector<Link>& links);

    store::Transaction& transaction_;
    const vault::KeyRing& ring_;
    vault::PersonKeys keys_;
};

} // namespace peergroup::people
