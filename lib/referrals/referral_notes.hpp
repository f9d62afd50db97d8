#pragma once

#include "referrals/referral.hpp"
#include "store/database.hpp"
#include "vault/person_keys.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::referrals {

/// What people wrote about a step: what the interview found (motivation, obstacles, risks), and what was offered in place of the
/// group.
struct StepTexts {
    std::string note = {};
    std::string offered_instead = {};

    bool empty() const { return note.empty() && offered_instead.empty(); }
};

/// A text with the step that it belongs to.
struct ReferralNote {
    std::int64_t change_seq = 0;
    std::string kind = {}; ///< `note`, `offered_instead`
    std::string text = {};
};

/// Words of people about steps, in one transaction; sealed with the key of the person whom they are about.
class ReferralNotes {
public:
    ReferralNotes(store::Transaction& transaction, const vault::KeyRing& ring);

    /// Throws Problem(integrity): `no-person-key`, `no-region-key`.
    void write(std::int64_t change_seq, std::int64_t person, const StepTexts& texts);
    /// In the order of the steps. Throws Problem(integrity): as `write`, and `sealed-value-damaged`.
    std::vector<ReferralNote> of_person(std::int64_t person);

private:
    void write_one(std::int64_t change_seq, std::int64_t person, std::string_view kind, const std::string& text);

    store::Transaction& transaction_;
    vault::PersonKeys keys_;
};

} // namespace peergroup::referrals
