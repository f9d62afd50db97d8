#pragma once

#include <string>

namespace SQLite {
class Exception;
}

namespace peergroup::store {

/// Throws the StoreError that an error of the embedded engine stands for, with the store's path.
[[noreturn]] void rethrow(const SQLite::Exception& error, const std::string& path);

} // namespace peergroup::store
