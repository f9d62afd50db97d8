#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/error_list.hpp"
#include "cli/help_text.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/nearest.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace peergroup::cli {

namespace {

using documents::Cell;

struct Options {
    std::vector<std::string> topic;
};

struct Variable {
    std::string_view name;
    std::string_view meaning;
};

constexpr std::array<Variable, 7> variables = {{
    {"PEERGROUP_WORKSPACE", "the workspace, as --workspace"},
    {"PEERGROUP_CONFIG", "the catalogue, as --config"},
    {"PEERGROUP_STORE", "the store, as --store"},
    {"PEERGROUP_LANG", "fi, sv or en, as --lang; else the workspace's language, else that of LC_ALL, LC_MESSAGES or LANG"},
    {"PEERGROUP_NOW", "an instant, as --now"},
    {"NO_COLOR", "no colour, as --color never"},
    {"XDG_DATA_HOME", "the workspace is in its folder peergroup when none is named; else in ~/.local/share/peergroup"},
}};

documents::Table exit_codes(Language language) {
    documents::Table table{"exit_codes", "", {number_column(language, "code"), column(language, "meaning")}, {}};
    for (const ExitMeaning& meaning : exit_meanings())
        table.rows.push_back({{Cell::of(std::int64_t{meaning.code}), Cell::text(std::string(meaning.meaning))}});
    return table;
}

documents::Table errors(Language language) {
    documents::Table table{
        "errors", "", {id_column(language, "code"), column(language, "exit"), column(language, "meaning")}, {}};
    for (const ErrorMeaning& error : error_meanings())
        table.rows.push_back(
            {{Cell::text(std::string(error.code)), Cell::text(std::string(error.exit)), Cell::text(std::string(error.meaning))}});
    return table;
}

documents::Table environment(Language language) {
    documents::Table table{"environment", "", {column(language, "variable"), column(language, "meaning")}, {}};
    for (const Variable& variable : variables)
        table.rows.push_back({{Cell::text(std::string(variable.name)), Cell::text(std::string(variable.meaning))}});
    return table;
}

// Any command, any noun, or a refusal that names the nearest of them.
std::string text_about(const std::string& words) {
    if (words.empty()) return overview_text();
    if (const Command* const command = find_command(words)) return command_text(*command);
    std::vector<std::string> known = {"exit-codes", "errors", "environment"};
    for (const Command& command : all_commands()) {
        known.emplace_back(command.words);
        known.emplace_back(command.words.substr(0, command.words.find(' ')));
        if (command.words.starts_with(words + " ")) return noun_text(words);
    }
    const std::string meant = language::did_you_mean(words, known);
    throw Problem(ProblemKind::usage, "unknown-topic", fmt::format("there is no help on \"{}\"", words), "peergroup help",
                  meant.empty() ? "see `peergroup help`" : meant);
}

ExitCode run(const Options& options, const Call& call) {
    const std::string words = fmt::format("{}", fmt::join(options.topic, " "));
    const auto show_topic = [&](const char* schema, documents::Table table) {
        show(call, {schema, "", {}, {std::move(table)}, {}});
        return ExitCode::done;
    };
    if (words == "exit-codes") return show_topic("peergroup.exit-codes/1", exit_codes(call.language));
    if (words == "errors") return show_topic("peergroup.errors/1", errors(call.language));
    if (words == "environment") return show_topic("peergroup.environment/1", environment(call.language));
    call.surroundings.out << text_about(words);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[TOPIC...]", "a command, or exit-codes, errors, environment", options.topic).runs([&options](Call& call) {
        return run(options, call);
    });
}

} // namespace

Command help() {
    return {"help", "tells of a command, the exit codes, the errors or the environment", "peergroup help group create", declare,
            Access::open()};
}

} // namespace peergroup::cli
