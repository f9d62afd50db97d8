#pragma once

#include "catalogue/findings.hpp"
#include "catalogue/group_type.hpp"
#include "catalogue/reminder_rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// The words that no message may hold, because they would tell of a client relation or of what a group is about.
class TellingWords {
public:
    explicit TellingWords(std::vector<std::string> words);
    /// Its names and its code.
    void add(const GroupType& type);

    /// The first of them that stands in the text, in capitals or not.
    std::optional<std::string> found_in(std::string_view text) const;

private:
    std::vector<std::string> words_; ///< in small letters
};

/// Each reads a whole file whatever is wrong with it: every fault goes to `findings`, and only where there is none is the value
/// sound. Never throws a Problem.
ReminderRules read_reminders(const SourceFile& file, Findings& findings);
MessageTemplate read_message(const SourceFile& file, const TellingWords& words, Findings& findings);

} // namespace peergroup::catalogue
