#include "catalogue/catalogue_store.hpp"

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

} // namespace peergroup::catalogue
