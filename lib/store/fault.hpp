#pragma once

#include <exception>
#include <string>
#include <utility>

namespace peergroup::store {

/// What a store can fail with; the only words about failure that leave this room.
enum class StoreFault {
    busy,        ///< another holds the store longer than the deadline
    unreachable, ///< the file cannot be opened, read or written
    full,        ///< no space left
    corrupt,     ///< the file's pages contradict each other
    foreign,     ///< the file is no store of this program
    older,       ///< the schema needs `db migrate`
    newer,       ///< the schema was written by a newer program
    constraint,  ///< a constraint was broken: a bug, because rules are decided by query
    retry,       ///< the engine asks for the whole transaction again
};

class StoreError : public std::exception {
public:
    StoreError(StoreFault store_fault, std::string sentence) : fault(store_fault), message(std::move(sentence)) {}
    const char* what() const noexcept override { return message.c_str(); }

    StoreFault fault;
    std::string message; ///< names the path and the cause
};

} // namespace peergroup::store
