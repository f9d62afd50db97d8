#pragma once

#include "admission/eligibility.hpp"
#include "admission/membership.hpp"
#include "store/database.hpp"
#include "vault/person_keys.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::admission {

/// Reasons against memberships for which somebody answered (`--override`), in one transaction, and because of whom they stood.
/// Sealed with the person's key: they betray others.
class AnsweredFor {
public:
    AnsweredFor(store::Transaction& transaction, vault::PersonKeys& keys);

    /// Somebody answers for the reason in this batch; `others` are those because of whom it stands.
    void note(const Membership& membership, std::int64_t batch, std::string_view code, std::span<const std::int64_t> others);
    /// Takes out the reasons that somebody answered for earlier: one that betrays others only where all because of whom it stands
    /// today were answered for. What a batch answered for that was taken back does not count.
    void set_aside(const Membership& membership, const Ties& ties, std::vector<std::string>& reasons);

private:
    struct Answer {
        std::string code;
        std::vector<std::int64_t> others;
    };
    std::vector<Answer> of(const Membership& membership);

    store::Transaction& transaction_;
    vault::PersonKeys& keys_;
};

} // namespace peergroup::admission
