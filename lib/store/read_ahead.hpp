#pragma once

#include <algorithm>
#include <cstdint>

namespace peergroup::store {

/// How many keys to read at once for whoever asks for one after another: a single one at first, then more and more as long as
/// the keys that are asked for follow each other.
class ReadAhead {
public:
    /// Whether what is known of the key was read already.
    bool covers(std::int64_t key) const { return key >= first_ && key < first_ + span_; }

    /// Begins at the key; gives the last key to be read together with it.
    std::int64_t begin_at(std::int64_t key) {
        const std::int64_t beyond = first_ + span_;
        const bool follows = span_ > 0 && key >= beyond && key < beyond + 2 * span_;
        span_ = follows ? std::min(2 * span_, widest_span) : 1;
        first_ = key;
        return first_ + span_ - 1;
    }

    /// What was read holds no longer.
    void forget() { span_ = 0; }

private:
    static constexpr std::int64_t widest_span = 64;

    std::int64_t first_ = 0;
    std::int64_t span_ = 0; ///< 0: nothing is read
};

} // namespace peergroup::store
