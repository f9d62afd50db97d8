#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace peergroup::cli {

/// Takes the texts that were given for a flag or an operand.
using TakeTexts = std::function<void(std::span<const std::string> texts)>;

/// One flag as it is declared.
struct Flag {
    std::string long_name;          ///< `--venue`
    std::string short_name;         ///< `-C`, or empty
    std::string value_name;         ///< `VENUE`, or empty for a flag without a value
    std::string help;               ///< a line for people
    std::vector<std::string> words; ///< the only values it takes, or empty
    bool repeatable = false;
    bool required = false;
    TakeTexts take;
};

/// One operand as it is declared.
struct Operand {
    std::string name; ///< `GROUP`
    std::string help;
    bool required = true;
    bool repeatable = false;
    TakeTexts take;
};

/// The words of a command, told apart.
struct ParsedWords {
    std::vector<std::vector<std::string>>
        values; ///< of each flag, in the order of the flags; one text for each time it was given
    std::vector<std::string> operands;
};

/// Tells flags, their values and operands apart; `--` ends the flags, `-` is an operand or a value. Throws Problem(usage):
/// `unknown-flag` with "did you mean", `value-missing`, `value-unexpected`, `flag-repeated`.
ParsedWords parse_words(const std::string& command, const std::vector<Flag>& flags, const std::vector<std::string>& words);

} // namespace peergroup::cli
