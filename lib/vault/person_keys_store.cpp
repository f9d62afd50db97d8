#include "vault/person_keys.hpp"

#include "language/problem.hpp"

#include <sodium.h>

#include <cstring>
#include <limits>

namespace peergroup::vault {

namespace {

constexpr std::string_view column_of_keys = "person_key.wrapped";
constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
constexpr std::size_t bytes_before_facts = SecretKey::bytes + sizeof(std::int32_t);
constexpr std::size_t bytes_of_facts = 64; // in steps of so many, so that the length of a sealed row says little of them
constexpr char filling = '\n';

Problem about_person(std::string code, std::string sentence, std::int64_t person) {
    return {ProblemKind::integrity, std::move(code), std::move(sentence), "person " + std::to_string(person),
            "see `peergroup db check`"};
}

} // namespace

PersonKeys::PersonKeys(store::Transaction& transaction, const KeyRing& ring)
    : transaction_(transaction), ring_(ring),
      find_(transaction.prepare(R"sql(SELECT person, region, version, wrapped FROM keys.person_key
                                      WHERE person >= $1 AND person <= $2 ORDER BY person, region)sql")),
      insert_(transaction.append("keys.person_key (person, region, version, wrapped)")),
      opened_(bytes_before_facts + bytes_of_facts), drawn_(SecretKey::bytes * 64), used_(drawn_.size()) {}

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
    return vault::seal(ring_.newest(region).person_keys, {column_of_keys, person, region},
                       opened_.view().substr(0, opened_size_));
}

void PersonKeys::create(std::int64_t person, const std::string& region, std::optional<calendar::Date> born_on) {
    const int version = ring_.newest(region).version;
    draw_key();
    const std::int32_t day = born_on ? born_on->days() : no_day;
    std::memcpy(opened_.data() + SecretKey::bytes, &day, sizeof day);
    opened_size_ = bytes_before_facts;
    insert_.add(person, region, version, store::Blob{wrap(person, region)});
    insert_.write();
    ahead_.forget();
    person_ = person;
    region_ = region;
}

const RegionKeys& PersonKeys::keys_of(const std::string& region, int version) {
    if (keys_ == nullptr || keys_->version != version || keys_->region != region) keys_ = &ring_.version(region, version);
    return *keys_;
}

void PersonKeys::read_from(std::int64_t person) {
    row_count_ = 0;
    next_row_ = 0;
    find_.bind(person, ahead_.begin_at(person)).each([&](const store::Row& row) {
        if (row_count_ == rows_.size()) rows_.emplace_back();
        KeyRow& kept = rows_[row_count_++];
        kept.person = row.integer(0);
        kept.region = row.text(1);
        kept.version = static_cast<int>(row.integer(2));
        kept.wrapped = row.text(3);
    });
}

void PersonKeys::unwrap(std::int64_t person, const RegionKeys& keys, std::string_view wrapped) {
    const std::size_t size = unsealed_size(wrapped);
    if (size > opened_.size()) opened_ = SecretBytes(size);
    if (size < bytes_before_facts ||
        !unseal_into(keys.person_keys, {column_of_keys, person, keys.region}, wrapped, opened_.data()))
        throw about_person("sealed-value-damaged", "a person's key does not open", person);
    opened_size_ = size;
}

bool PersonKeys::go_to(std::int64_t person) {
    if (!ahead_.covers(person)) read_from(person);
    if (next_row_ > 0 && rows_[next_row_ - 1].person >= person) next_row_ = 0; // asked for out of order
    while (next_row_ < row_count_ && rows_[next_row_].person < person)
        ++next_row_;
    return next_row_ < row_count_ && rows_[next_row_].person == person;
}

bool PersonKeys::has(std::int64_t person) {
    return person == person_ || go_to(person);
}

bool PersonKeys::open(std::int64_t person) {
    if (person == person_) return true;
    person_ = 0;
    if (!go_to(person)) return false;
    std::string closed; // a region that works with the person and whose key the ring does not hold
    for (std::size_t place = next_row_; person_ == 0 && place < row_count_ && rows_[place].person == person; ++place) {
        const KeyRow& row = rows_[place];
        if ((keys_ == nullptr || keys_->region != row.region) && !ring_.holds(row.region)) {
            closed = row.region;
            continue;
        }
        unwrap(person, keys_of(row.region, row.version), row.wrapped);
        person_ = person;
        region_ = row.region;
    }
    if (person_ == 0) ring_.newest(closed); // says what is missing
    key_.assign(opened_.view().substr(0, SecretKey::bytes));
    return true;
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

void PersonKeys::rewrite() {
    transaction_.prepare(R"sql(UPDATE keys.person_key SET version = $3, wrapped = $4 WHERE person = $1 AND region = $2)sql")
        .bind(person_, region_, ring_.newest(region_).version, store::Blob{wrap(person_, region_)})
        .run();
    ahead_.forget();
}

void PersonKeys::set_born_on(std::int64_t person, calendar::Date born_on) {
    require(person);
    const std::int32_t day = born_on.days();
    std::memcpy(opened_.data() + SecretKey::bytes, &day, sizeof day);
    rewrite();
}

std::string_view PersonKeys::facts(std::int64_t person) {
    if (!open(person)) return {};
    const std::string_view facts = opened_.view().substr(bytes_before_facts, opened_size_ - bytes_before_facts);
    return facts.substr(0, facts.find_last_not_of(filling) + 1);
}

void PersonKeys::set_facts(std::int64_t person, std::string_view facts) {
    require(person);
    const std::size_t room = (facts.size() + bytes_of_facts - 1) / bytes_of_facts * bytes_of_facts;
    SecretBytes changed(bytes_before_facts + room);
    std::memset(changed.data(), filling, changed.size());
    std::memcpy(changed.data(), opened_.data(), bytes_before_facts);
    std::memcpy(changed.data() + bytes_before_facts, facts.data(), facts.size());
    opened_ = std::move(changed);
    opened_size_ = opened_.size();
    rewrite();
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
        unwrap(person, ring_.version(region, static_cast<int>(row.integer(0))), row.text(1));
        update.bind(person, region, newest, store::Blob{wrap(person, region)}).run();
    }
    person_ = 0;
    ahead_.forget();
    return static_cast<std::int64_t>(people.size());
}

std::vector<std::string> regions_in_use(store::Transaction& transaction) {
    std::vector<std::string> regions;
    transaction
        .prepare(R"sql(SELECT region FROM keys.person_key UNION SELECT region FROM keys.facilitator_key
                       UNION SELECT chain FROM journal ORDER BY 1)sql")
        .bind()
        .each([&](const store::Row& row) { regions.push_back(row.text(0)); });
    return regions;
}

} // namespace peergroup::vault
