#include "facilitators/facilitator_keys.hpp"

#include "language/problem.hpp"
#include "vault/seal.hpp"

#include <vector>

namespace peergroup::facilitators {

namespace {

constexpr std::string_view column_of_keys = "facilitator_key.wrapped";

Problem about(FacilitatorCode code, std::string problem, std::string sentence) {
    return {ProblemKind::integrity, std::move(problem), std::move(sentence), "facilitator " + std::to_string(code.number()),
            "see `peergroup db check`"};
}

} // namespace

std::string FacilitatorKeys::wrap(FacilitatorCode code, const std::string& region, const vault::SecretKey& key) const {
    return vault::seal(ring_.newest(region).person_keys, {column_of_keys, code.number(), region}, key.view());
}

vault::SecretKey FacilitatorKeys::create(FacilitatorCode code, const std::string& region) {
    vault::SecretBytes drawn(vault::SecretKey::bytes);
    vault::system_entropy()(drawn.span());
    vault::SecretKey key = vault::SecretKey::of(drawn.view());
    const std::string wrapped = wrap(code, region, key);
    transaction_
        .prepare(R"sql(INSERT INTO keys.facilitator_key (facilitator, region, version, wrapped) VALUES ($1, $2, $3, $4))sql")
        .bind(code.number(), region, ring_.newest(region).version, store::Blob{wrapped})
        .run();
    return key;
}

vault::SecretKey FacilitatorKeys::of(FacilitatorCode code, const std::string& region) {
    const auto row =
        transaction_.prepare(R"sql(SELECT version, wrapped FROM keys.facilitator_key WHERE facilitator = $1 AND region = $2)sql")
            .bind(code.number(), region)
            .one();
    if (!row) throw about(code, "no-person-key", "there is no key for a facilitator's record");
    const std::string wrapped = row->text(1);
    const vault::RegionKeys& keys = ring_.version(region, static_cast<int>(row->integer(0)));
    vault::SecretBytes opened(vault::SecretKey::bytes);
    if (vault::unsealed_size(wrapped) != opened.size() ||
        !vault::unseal_into(keys.person_keys, {column_of_keys, code.number(), region}, wrapped, opened.data()))
        throw about(code, "sealed-value-damaged", "a facilitator's key does not open");
    return vault::SecretKey::of(opened.view());
}

void FacilitatorKeys::destroy(FacilitatorCode code) {
    transaction_.prepare(R"sql(DELETE FROM keys.facilitator_key WHERE facilitator = $1)sql").bind(code.number()).run();
}

std::int64_t FacilitatorKeys::renew(const std::string& region) {
    store::Statement select = transaction_.prepare(R"sql(SELECT facilitator FROM keys.facilitator_key WHERE region = $1)sql");
    const std::vector<std::int64_t> numbers = store::numbers(select.bind(region));
    store::Statement update = transaction_.prepare(
        R"sql(UPDATE keys.facilitator_key SET version = $3, wrapped = $4 WHERE facilitator = $1 AND region = $2)sql");
    for (const std::int64_t number : numbers) {
        const std::string wrapped = wrap(FacilitatorCode(number), region, of(FacilitatorCode(number), region));
        update.bind(number, region, ring_.newest(region).version, store::Blob{wrapped}).run();
    }
    return static_cast<std::int64_t>(numbers.size());
}

} // namespace peergroup::facilitators
