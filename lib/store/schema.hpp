#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace peergroup::store {

enum class Engine { sqlite, postgresql };

/// The schema that this program writes: the number of migrations.
std::int64_t newest_version();

/// The migrations in order; number n leads from version n - 1 to version n. Never edited once released.
std::span<const std::string_view> migrations();

/// `sql` with its tokens in the words of `engine`: `{int}`, `{text}`, `{blob}`, `{strict}`, `{clustered}`. An unknown token is a
/// std::logic_error.
std::string spell(Engine engine, std::string_view sql);

} // namespace peergroup::store
