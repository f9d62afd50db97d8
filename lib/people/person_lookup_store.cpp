#include "people/person_register.hpp"

namespace peergroup::people {

// The newest key may be younger than the rows: the ring is kept before they are made anew.
const vault::RegionKeys& PersonRegister::lookup_keys(const std::string& region) {
    auto known = lookup_versions_.find(region);
    if (known == lookup_versions_.end()) {
        const auto row = transaction_.prepare(R"sql(SELECT version FROM lookup_version WHERE region = $1)sql").bind(region).one();
        known = lookup_versions_.emplace(region, row ? static_cast<int>(row->integer(0)) : 1).first;
    }
    return ring_.version(region, known->second);
}

std::int64_t PersonRegister::renew_keys(const std::string& region) {
    keys_.renew(region);
    transaction_.prepare(R"sql(DELETE FROM person_lookup WHERE region = $1)sql").bind(region).run();
    transaction_
        .prepare(R"sql(INSERT INTO lookup_version (region, version) VALUES ($1, $2)
                       ON CONFLICT (region) DO UPDATE SET version = excluded.version)sql")
        .bind(region, ring_.newest(region).version)
        .run();
    lookup_versions_.clear();
    store::Statement of_region = transaction_.prepare(R"sql(SELECT id FROM person WHERE region = $1 ORDER BY id)sql");
    const std::vector<std::int64_t> people = store::numbers(of_region.bind(region));
    for (const std::int64_t person : people)
        write_lookups({person, region, 0}, record_of(person), born_on(person));
    return static_cast<std::int64_t>(people.size());
}

} // namespace peergroup::people
