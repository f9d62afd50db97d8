#pragma once

#include "cli/call.hpp"
#include "vault/key_ring.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace peergroup::cli {

/// The workspace's key ring, read once a call. Throws Problem(integrity): `key-ring-missing`, `key-exposed` when others could
/// read or write it, and what `vault::KeyRing::read` throws.
std::shared_ptr<const vault::KeyRing> keys_of(const Call& call);

/// Throws `key-exposed` as `keys_of` does, for commands that need no key, too; a ring that is missing passes.
void refuse_exposed_ring(const Call& call);

/// Whether `keys_of` needs nobody at the terminal. Throws as it does.
bool ring_opens_unasked(const Call& call);

/// A ring that may be changed, and the passphrase that it was under.
struct OpenedRing {
    vault::KeyRing ring;
    std::optional<vault::SecretBytes> passphrase;
};
OpenedRing open_ring(const Call& call);

/// Writes the ring whole, 0600, under the passphrase if there is one.
void save_ring(const std::filesystem::path& file, const vault::KeyRing& ring,
               const std::optional<vault::SecretBytes>& passphrase = {});

/// Asks for a passphrase at the terminal without showing it, or reads the first line of `file` (a descriptor as /dev/fd/3).
/// Nothing when there is neither a file nor a terminal. Throws Problem(configuration, `secret-exposed`) for a file that others
/// could read or write.
std::optional<vault::SecretBytes> read_passphrase(const Call& call, const std::string& file, const std::string& question);

} // namespace peergroup::cli
