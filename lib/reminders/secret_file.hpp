#pragma once

#include "vault/secret.hpp"

#include <string>

namespace peergroup::reminders {

/// The first line of a file that holds a password or a token, ended by a NUL. Throws Problem(configuration): `secret-unreadable`
/// where it cannot be opened, is no regular file, or its first line is empty, longer than 4 KiB or has control characters;
/// `secret-exposed` where it belongs to somebody else than root or the account, or others than its owner may read or write it.
vault::SecretBytes read_secret(const std::string& path);

} // namespace peergroup::reminders
