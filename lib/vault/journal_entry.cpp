#include "vault/journal_entry.hpp"

#include <sodium.h>

#include <algorithm>
#include <vector>

namespace peergroup::vault {

namespace {

constexpr std::size_t link_bytes = 32;

/// Takes in values one by one, each behind its length, so that no two entries are spelled alike.
class Hash {
public:
    explicit Hash(const SecretKey& key) { crypto_generichash_init(&state_, key.data(), SecretKey::bytes, link_bytes); }

    void take(std::string_view text) {
        take(static_cast<std::int64_t>(text.size()));
        crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    void take(std::int64_t number) {
        unsigned char bytes[8];
        for (unsigned place = 0; place < 8; ++place)
            bytes[place] = static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> (8 * place));
        crypto_generichash_update(&state_, bytes, sizeof bytes);
    }
    std::string finish() {
        std::string link(link_bytes, '\0');
        crypto_generichash_final(&state_, reinterpret_cast<unsigned char*>(link.data()), link.size());
        return link;
    }

private:
    crypto_generichash_state state_{};
};

} // namespace

JournalEntry JournalEntry::of(const store::Row& row) {
    JournalEntry entry;
    entry.id = row.integer(0);
    entry.chain = row.text(1);
    entry.number = row.integer(2);
    entry.recorded_at = row.text(3);
    entry.actor = row.text(4);
    entry.role = row.text(5);
    entry.verb = row.text(6);
    entry.objects = row.text(7);
    entry.ground = row.text_or_empty(8);
    entry.counts = row.text(9);
    entry.batch = row.maybe_integer(10).value_or(0);
    entry.stated_now = row.text_or_empty(11);
    entry.stated_on = row.text_or_empty(12);
    entry.key_version = static_cast<int>(row.integer(13));
    entry.link = row.text(14);
    entry.recipient = row.text_or_empty(15);
    return entry;
}

std::string JournalEntry::link_after(std::string_view previous, const SecretKey& secret) const {
    Hash hash(secret);
    hash.take(previous);
    for (const std::int64_t value : {id, number, batch, static_cast<std::int64_t>(key_version)})
        hash.take(value);
    for (const std::string* const text :
         {&chain, &recorded_at, &actor, &role, &verb, &objects, &ground, &counts, &stated_now, &stated_on, &recipient})
        hash.take(std::string_view(*text));
    return hash.finish();
}

ChainKey::ChainKey(const KeyRing& ring, std::string_view chain, int version) {
    if (chain == reads_chain || chain == workspace_chain) {
        own_ = ring.reads_key();
        key_ = &*own_;
    } else {
        key_ = &ring.version(chain, version).journal;
    }
}

int ChainKey::newest_version(const KeyRing& ring, std::string_view chain) {
    return chain == reads_chain || chain == workspace_chain ? 1 : ring.newest(chain).version;
}

bool ChainKey::holds(const KeyRing& ring, std::string_view chain, int version) {
    if (chain == reads_chain || chain == workspace_chain) return true;
    const std::vector<HeldKey> held = ring.held();
    return std::ranges::find(held, HeldKey{std::string(chain), version}) != held.end();
}

bool ChainKey::holds(const KeyRing& ring, std::string_view chain) {
    return chain == reads_chain || chain == workspace_chain || ring.holds(chain);
}

} // namespace peergroup::vault
