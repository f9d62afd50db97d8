#include "vault/person_keys.hpp"

#include "language/problem.hpp"

#include <sodium.h>

#include <cstring>
#include <limits>

namespace peergroup::vault {

namespace {

constexpr std::string_view column_of_keys = "person_key.wrapped";
constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
constexpr std::size_t opened_bytes = SecretKey::bytes + sizeof(std::int32_t);

Problem about_person(std::string code, std::string sentence, std::int64_t person) {
    return {ProblemKind::integrity, std::move(code), std::move(sentence), "person " + std::to_string(person),
            "see `peergroup db check`"};
}

} // namespace

PersonKeys::PersonKeys(store::Transaction& transaction, const KeyRing& ring)
    : transaction_(transaction), ring_(ring),
      find_(
          transaction.prepare(R"sql(SELECT region, version, wrapped FROM keys.person_key WHERE person = $1 ORDER BY region)sql")),
      insert_(transaction.append("keys.person_key (person, region, version, wrapped)")), opened_(opened_bytes),
      drawn_(SecretKey::bytes * 64), used_(drawn_.size()) {}

void PersonKeys::draw_key() {
    if (used_ == drawn_.size()) {
        randombytes_buf(drawn_.data(), drawn_.size());
        used_ = 0;
    }
    std::memcpy(opened_.data(), drawn_.data() + used_, SecretKey::bytes);
    used_ += SecretKey::bytes;
    key_.assign(opened_.view().substr(0, SecretKey::bytes));
}

std::string PersonKeys::wrap(std::int64_t person, const std::string& region) const {
    return vault::seal(ring_.newest(region).person_keys, {column_of_keys, person, region}, opened_.view());
}

void PersonKeys::create(std::int64_t person, const std::string& region, std::optional<calendar::Date> born_on) {
    const int version = ring_.newest(region).version;
    draw_key();
    const std::int32_t day = born_on ? born_on->days() : no_day;
    std::memcpy(opened_.data() + SecretKey::bytes, &day, sizeof day);
    insert_.add(person, region, version, store::Blob{wrap(person, region)});
    insert_.write();
    person_ = person;
    region_ = region;
}

const RegionKeys& PersonKeys::keys_of(const std::string& region, int version) {
    if (keys_ == nullptr || keys_->version != version || keys_->region != region) keys_ = &ring_.version(region, version);
    return *keys_;
}

bool PersonKeys::open(std::int64_t person) {
    if (person == person_) return true;
    person_ = 0;
    bool there = false;
    std::string closed; // a region that works with the person and whose key the ring does not hold
    find_.bind(person).each([&](const store::Row& row) {
        there = true;
        if (person_ == person) return; // opened with the key of another region
        const std::string& region = row.text(0);
        if ((keys_ == nullptr || keys_->region != region) && !ring_.holds(region)) {
            closed = region;
            return;
        }
        const RegionKeys& keys = keys_of(region, static_cast<int>(row.integer(1)));
        const std::string& wrapped = row.text(2);
        if (unsealed_size(wrapped) != opened_bytes ||
            !unseal_into(keys.person_keys, {column_of_keys, person, region}, wrapped, opened_.data()))
            throw about_person("sealed-value-damaged", "a person's key does not open", person);
        person_ = person;
        region_ = region;
    });
    if (there && person_ == 0) ring_.newest(closed); // says what is missing
    if (there) key_.assign(opened_.view().substr(0, SecretKey::bytes));
    return there;
}

void PersonKeys::require(std::int64_t person) {
    if (!open(person)) throw about_person("no-person-key", "there is no key for a person's record", person);
}

std::optional<calendar::Date> PersonKeys::born_on(std::int64_t person) {
    if (!open(person)) return std::nullopt;
    std::int32_t day = no_day;
    std::memcpy(&day, opened_.data() + SecretKey::bytes, sizeof day);
    return day == no_day ? std::nullopt : std::optional(calendar::Date::from_days(day));
}

void PersonKeys::set_born_on(std::int64_t person, calendar::Date born_on) {
    require(person);
    const std::int32_t day = born_on.days();
    std::memcpy(opened_.data() + SecretKey::bytes, &day, sizeof day);
    transaction_.prepare(R"sql(UPDATE keys.person_key SET version = $3, wrapped = $4 WHERE person = $1 AND region = $2)sql")
        .bind(person, region_, ring_.newest(region_).version, store::Blob{wrap(person, region_)})
        .run();
}

std::string PersonKeys::seal(std::int64_t person, std::string_view column, std::string_view plain) {
    require(person);
    return vault::seal(key_, {column, person}, plain);
}

std::string PersonKeys::unseal(std::int64_t person, std::string_view column, std::string_view sealed) {
    require(person);
    auto plain = vault::unseal(key_, {column, person}, sealed);
    if (!plain) throw about_person("sealed-value-damaged", "a person's record does not open", person);
    return std::move(*plain);
}

std::int64_t PersonKeys::renew(const std::string& region) {
    const int newest = ring_.newest(region).version;
    store::Statement older =
        transaction_.prepare(R"sql(SELECT person FROM keys.person_key WHERE region = $1 AND version <> $2 ORDER BY person)sql");
    const std::vector<std::int64_t> people = store::numbers(older.bind(region, newest));
    store::Statement wrapped_of =
        transaction_.prepare(R"sql(SELECT version, wrapped FROM keys.person_key WHERE person = $1 AND region = $2)sql");
    store::Statement update =
        transaction_.prepare(R"sql(UPDATE keys.person_key SET version = $3, wrapped = $4 WHERE person = $1 AND region = $2)sql");
    for (const std::int64_t person : people) {
        const store::Row row = wrapped_of.bind(person, region).one().value();
        const RegionKeys& keys = ring_.version(region, static_cast<int>(row.integer(0)));
        if (unsealed_size(row.text(1)) != opened_bytes ||
            !unseal_into(keys.person_keys, {column_of_keys, person, region}, row.text(1), opened_.data()))
            throw about_person("sealed-value-damaged", "a person's key does not open", person);
        update.bind(person, region, newest, store::Blob{wrap(person, region)}).run();
    }
    person_ = 0;
    return static_cast<std::int64_t>(people.size());
}

void PersonKeys::destroy(std::int64_t person) {
    person_ = 0;
    transaction_.prepare(R"sql(DELETE FROM keys.person_key WHERE person = $1)sql").bind(person).run();
}

std::vector<std::string> regions_in_use(store::Transaction& transaction) {
    std::vector<std::string> regions;
    transaction.prepare(R"sql(SELECT region FROM keys.person_key UNION SELECT chain FROM journal ORDER BY 1)sql")
        .bind()
        .each([&](const store::Row& row) { regions.push_back(row.text(0)); });
    return regions;
}

} // namespace peergroup::vault
