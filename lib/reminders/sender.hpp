#pragma once

#include "calendar/instant.hpp"
#include "catalogue/catalogue.hpp"
#include "language/language.hpp"
#include "vault/journal.hpp"

#include <set>
#include <string>
#include <vector>

namespace peergroup::reminders {

/// A coordinator who is to be reminded, from `staff.toml`.
struct Coordinator {
    std::string user;
    std::string email;
    std::vector<std::string> regions; ///< empty: every region
};

/// Who sends, for whom, and with what.
struct Sender {
    const catalogue::Catalogue& catalogue;
    const vault::Journal& journal;
    const std::vector<Coordinator>& coordinators;
    Language language = Language::fi; ///< where neither the recipient's nor the group's is stated
    calendar::Instant now = {};

    /// The regions whose people can be written to from here: open to the actor, in the catalogue, with a key in the ring.
    std::set<std::string> regions() const;
    /// Tells runs that see to different regions apart; empty for one that sees to all.
    std::string scope() const;
    /// Another one as soon as somebody writes to a file that says who is reminded of what.
    std::string basis() const;
};

} // namespace peergroup::reminders
