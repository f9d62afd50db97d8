#pragma once

#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::store {

/// A question whose every row contradicts something: a text that names the object, the number of the person whom it is about or
/// nothing, and a text with details or nothing.
struct IntegrityCheck {
    std::string_view code;
    std::string_view sql;
};

/// One answer to such a question.
struct Contradiction {
    std::string code;
    std::string object;
    std::optional<std::int64_t> person;
    std::string detail;
};

/// The answers to `checks`, at most a hundred to each; where a damaged page stops one, that is its answer (`file-damaged`).
std::vector<Contradiction> contradictions(Transaction& transaction, std::span<const IntegrityCheck> checks);

/// What is wrong with the files themselves: pages, indexes, references, and triggers, views and tables that no migration made.
std::vector<Contradiction> file_contradictions(Transaction& transaction);

} // namespace peergroup::store
