#pragma once

#include <span>
#include <string>
#include <string_view>

namespace peergroup::store {

class Connection;

/// Whether a file is new: it says 0 for both its numbers and holds nothing.
bool is_empty(Connection& connection);

/// Lays the newest schema into two new files, with the random identity by which they know each other. Inside a transaction.
void lay_schema(Connection& connection);

/// Applies one migration to both files and stamps them with `version`. Inside a transaction.
void apply_migration(Connection& connection, std::string_view migration, long long version);

/// What a file says of itself.
long long version_of(Connection& connection, const std::string& schema = "main");

/// Throws StoreError: foreign unless the file is a store of this program (or its keys), newer when its version is above `newest`.
void check_origin(Connection& connection, long long newest);

/// Throws StoreError: what `check_origin` throws, and older.
void check_version(Connection& connection);

/// Throws StoreError foreign unless the attached file holds the person keys of this very store, at the same version.
void check_keys(Connection& connection);

} // namespace peergroup::store
