#include "cli/command_choice.hpp"

#include "cli/command_list.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace peergroup::cli {

namespace {

// A word such as `-qn` or `--config`: whether the word after it is its value.
bool takes_next_word(const std::string& word, std::span<const Flag> flags) {
    if (word.starts_with("--")) {
        const auto found = std::ranges::find(flags, word, &Flag::long_name);
        return found != flags.end() && !found->value_name.empty();
    }
    for (std::size_t letter = 1; letter < word.size(); ++letter) {
        const auto found = std::ranges::find(flags, std::string("-") + word[letter], &Flag::short_name);
        if (found != flags.end() && !found->value_name.empty()) return letter + 1 == word.size();
    }
    return false;
}

// The next word that is neither a flag nor the value of one.
std::optional<std::size_t> next_word(const std::vector<std::string>& words, std::size_t from, std::span<const Flag> flags) {
    for (std::size_t index = from; index < words.size(); ++index) {
        if (words[index] == "--") return std::nullopt;
        if (!words[index].starts_with('-') || words[index] == "-") return index;
        if (takes_next_word(words[index], flags)) ++index;
    }
    return std::nullopt;
}

std::string first_word(const Command& command) {
    return std::string(command.words.substr(0, command.words.find(' ')));
}

[[noreturn]] void refuse_word(const std::string& place, const std::string& word, const std::vector<std::string>& known) {
    std::string hint = language::did_you_mean(word, known);
    if (hint.empty()) hint = fmt::format("see `{} --help`", place);
    throw Problem(ProblemKind::usage, "unknown-command", fmt::format("there is no command \"{}\"", word), place, std::move(hint));
}

Choice without(const std::vector<std::string>& words, std::vector<std::size_t> taken) {
    Choice choice;
    for (std::size_t index = 0; index < words.size(); ++index)
        if (std::ranges::find(taken, index) == taken.end()) choice.rest.push_back(words[index]);
    return choice;
}

} // namespace

Choice choose_command(const std::vector<std::string>& words, std::span<const Flag> global_flags) {
    const auto noun = next_word(words, 0, global_flags);
    if (!noun) return without(words, {});
    if (const Command* const command = find_command(words[*noun])) {
        Choice choice = without(words, {*noun});
        choice.command = command;
        return choice;
    }
    std::vector<std::string> nouns;
    std::vector<std::string> verbs;
    for (const Command& command : all_commands()) {
        nouns.push_back(first_word(command));
        if (nouns.back() == words[*noun]) verbs.emplace_back(command.words.substr(nouns.back().size() + 1));
    }
    if (verbs.empty()) refuse_word("peergroup", words[*noun], nouns);
    const auto verb = next_word(words, *noun + 1, global_flags);
    if (!verb) {
        Choice choice = without(words, {*noun});
        choice.noun = words[*noun];
        return choice;
    }
    const Command* const command = find_command(words[*noun] + " " + words[*verb]);
    if (command == nullptr) refuse_word("peergroup " + words[*noun], words[*verb], verbs);
    Choice choice = without(words, {*noun, *verb});
    choice.command = command;
    return choice;
}

} // namespace peergroup::cli
