#include "cli/help_text.hpp"

#include "cli/global_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace peergroup::cli {

namespace {

using Line = std::pair<std::string, std::string>;

std::string aligned(const std::vector<Line>& lines) {
    std::size_t width = 0;
    for (const Line& line : lines)
        width = std::max(width, line.first.size());
    std::string text;
    for (const auto& [left, right] : lines)
        text += fmt::format("  {:<{}}  {}\n", left, width, right);
    return text;
}

std::string spelt(const Flag& flag) {
    std::string text = flag.short_name.empty() ? "    " : flag.short_name + ", ";
    text += flag.long_name;
    return flag.value_name.empty() ? text : text + " " + flag.value_name;
}

std::string spelt(const Operand& operand) {
    const std::string name = operand.repeatable ? operand.name + "..." : operand.name;
    return operand.required ? name : "[" + name + "]";
}

std::vector<Line> lines_of(const std::vector<Flag>& flags) {
    std::vector<Line> lines;
    for (const Flag& flag : flags)
        lines.emplace_back(spelt(flag), flag.help + (flag.repeatable ? "; may be repeated" : ""));
    return lines;
}

std::string commands_text(std::string_view noun) {
    std::vector<Line> lines;
    for (const Command& command : all_commands())
        if (noun.empty() || command.words.starts_with(std::string(noun) + " "))
            lines.emplace_back(command.words, command.summary);
    return aligned(lines);
}

} // namespace

std::string overview_text() {
    GlobalFlags unused;
    Verb globals("");
    declare_global_flags(globals, unused);
    return "peergroup keeps the peer support groups of social services.\n\n"
           "Usage: peergroup NOUN VERB [OPERANDS] [FLAGS]\n\nCommands:\n" +
           commands_text("") + "\nFlags of every command:\n" + aligned(lines_of(globals.flags())) +
           "\n`peergroup COMMAND --help` tells more of one command; `peergroup help exit-codes`, `help errors` and\n"
           "`help environment` of what all have in common.\n";
}

std::string noun_text(std::string_view noun) {
    return fmt::format("Usage: peergroup {} VERB [OPERANDS] [FLAGS]\n\nCommands:\n", noun) + commands_text(noun);
}

std::string command_text(const Command& command) {
    Verb verb(command.words);
    command.declare(verb);
    std::string text = fmt::format("Usage: peergroup {}", command.words);
    std::vector<Line> operands;
    for (const Operand& operand : verb.operands()) {
        text += " " + spelt(operand);
        operands.emplace_back(operand.name, operand.help);
    }
    text += fmt::format(" [FLAGS]\n\n`{}` {}.\n", command.words, command.summary);
    if (!operands.empty()) text += "\n" + aligned(operands);
    if (!verb.flags().empty()) text += "\nFlags:\n" + aligned(lines_of(verb.flags()));
    return text + fmt::format("\nExample:\n  {}\n\n`peergroup --help` lists the flags of every command.\n", command.example);
}

} // namespace peergroup::cli
