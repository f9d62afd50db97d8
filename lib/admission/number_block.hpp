#pragma once

#include "store/database.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace peergroup::admission {

/// Hands out reserved numbers one by one; reserves more at a time the more are asked for.
class NumberBlock {
public:
    NumberBlock(store::Transaction& transaction, std::string sequence)
        : transaction_(transaction), sequence_(std::move(sequence)) {}

    std::int64_t next() {
        if (left_ == 0) {
            next_ = transaction_.reserve(sequence_, size_).first;
            left_ = size_;
            size_ = std::min(size_ * 4, largest);
        }
        --left_;
        return next_++;
    }

private:
    static constexpr std::int64_t largest = 4096;

    store::Transaction& transaction_;
    std::string sequence_;
    std::int64_t next_ = 0;
    std::int64_t left_ = 0;
    std::int64_t size_ = 1;
};

} // namespace peergroup::admission
