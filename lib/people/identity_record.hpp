#pragma once

#include "people/person_details.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace peergroup::people {

/// What identifies a person, kept as one record: it is sealed and erased as one.
struct IdentityRecord {
    std::string given_name;
    std::string family_name;
    std::string identity_code;
    std::string reference;
    std::string source;
    std::string address;
    std::string email;
    std::string phone;
    std::string hidden_municipality; ///< of somebody under a non-disclosure order
    std::string merged_references;   ///< of who was merged into this person: spellings, each with a line end

    /// The spellings of `merged_references`; valid as long as the record.
    std::vector<std::string_view> merged_spellings() const;

    bool operator==(const IdentityRecord&) const = default;

    /// The record as the text that is stored: each value behind its own length, so that every byte is kept.
    std::string packed() const;
    /// Reads what `packed` wrote; throws std::invalid_argument for anything else.
    static IdentityRecord unpack(std::string_view text);
};

} // namespace peergroup::people
