#include "catalogue/catalogue_store.hpp"

#include "vault/digest.hpp"

namespace peergroup::catalogue {

std::int64_t keep_catalogue(store::Transaction& transaction, const Catalogue& catalogue) {
    const auto known = transaction.prepare(R"sql(SELECT id FROM catalogue WHERE digest = $1)sql").bind(catalogue.digest()).one();
    if (known) return known->integer(0);
    const std::int64_t id = transaction.reserve("catalogue", 1).first;
    transaction.prepare(R"sql(INSERT INTO catalogue (id, digest, content) VALUES ($1, $2, $3))sql")
        .bind(id, catalogue.digest(), catalogue.content())
        .run();
    return id;
}

std::vector<std::int64_t> changed_catalogues(store::Transaction& transaction) {
    std::vector<std::int64_t> changed;
    transaction.prepare(R"sql(SELECT id, digest, content FROM catalogue ORDER BY id)sql").bind().each([&](const store::Row& row) {
        if (vault::digest_hex(row.text(2)) != row.text(1)) changed.push_back(row.integer(0));
    });
    return changed;
}

} // namespace peergroup::catalogue
