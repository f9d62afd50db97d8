#include "cli/run.hpp"

#include "cli/call.hpp"
#include "cli/command_choice.hpp"
#include "cli/exit_codes.hpp"
#include "cli/global_flags.hpp"
#include "cli/help_text.hpp"
#include "cli/keys.hpp"
#include "cli/permission.hpp"
#include "cli/trusted_files.hpp"
#include "cli/workspace.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>

namespace peergroup::cli {

namespace {

// Asked of the words themselves: a call that cannot be read has to be answered in its own format too.
bool wants_json(const std::vector<std::string>& words) {
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (words[index] == "--") return false;
        for (const std::string format : {"json", "jsonl"}) {
            if (words[index] == "--format=" + format || words[index] == "-f" + format) return true;
            if (index > 0 && words[index] == format && (words[index - 1] == "-f" || words[index - 1] == "--format")) return true;
        }
    }
    return false;
}

// The journal keeps the ground for good, so it is a code and no sentence that could name somebody.
void check_ground(const std::string& reason) {
    const auto allowed = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    };
    if (reason.size() <= 64 && std::ranges::all_of(reason, allowed)) return;
    throw Problem(ProblemKind::usage, "no-value", "a ground is a code of small letters, digits, - and _", "--reason",
                  "use a code such as client-relation");
}

Language language_of(const GlobalFlags& flags, const Surroundings& surroundings, const Workspace& workspace) {
    if (const auto language = parse_language(flags.lang)) return *language;
    if (const auto stated = surroundings.environment("PEERGROUP_LANG")) {
        if (const auto language = parse_language(*stated)) return *language;
        throw Problem(ProblemKind::usage, "no-value", "\"" + *stated + "\" is none of its words", "PEERGROUP_LANG",
                      "use fi, sv, en");
    }
    if (const auto language = workspace.language()) return *language;
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto locale = surroundings.environment(name)) return parse_language(*locale).value_or(Language::en);
    return Language::en;
}

// Where nothing is kept yet there is nobody to ask.
bool needs_actor(const Command& command, const Call& call) {
    const bool needed = !command.access.is_open() && !(command.access.founds() && !call.workspace.exists());
    if (needed || call.flags.as.empty()) return needed;
    throw Problem(ProblemKind::usage, "flag-without-effect", fmt::format("--as has no effect on `{}`", command.words),
                  fmt::format("peergroup {}", command.words), "leave it out");
}

// What somebody tried and may not is on the record too. When it cannot be written, nothing has been done either. A stranger's
// attempt belongs to the workspace: the reads are those of people who work here. Nobody is asked for a passphrase for this.
void record_refusal(const Call& call, const Problem& problem) {
    if (!call.actor) return;
    try {
        if (!ring_opens_unasked(call)) return;
        store::Database database = open_store(call);
        store::Transaction transaction = database.write();
        if (call.actor->role == vault::Role::none)
            journal_of(call).record(transaction, "refused", problem.code);
        else
            journal_of(call).record_read(transaction, {"refused", problem.code});
        transaction.commit();
    } catch (...) { // the refusal itself is what its user has to hear
    }
}

ExitCode run_command(const std::vector<std::string>& words, Surroundings& surroundings) {
    GlobalFlags flags;
    Verb globals("");
    declare_global_flags(globals, flags);
    const Choice choice = choose_command(words, globals.flags());
    Verb verb(choice.command != nullptr ? choice.command->words : choice.noun);
    if (choice.command != nullptr) choice.command->declare(verb);
    declare_global_flags(verb, flags);
    verb.read(choice.rest);
    if (flags.version) {
        surroundings.out << "peergroup " PEERGROUP_VERSION "\n";
        return ExitCode::done;
    }
    if (flags.help || choice.command == nullptr) {
        surroundings.out << (choice.command != nullptr ? command_text(*choice.command)
                             : choice.noun.empty()     ? overview_text()
                                                       : noun_text(choice.noun));
        return ExitCode::done;
    }
    verb.require();
    refuse_idle_flags(verb, flags);
    if (!flags.output.empty() && flags.output != "-") require_outside_workspaces(flags.output);
    check_ground(flags.reason);
    if (const auto now = surroundings.environment("PEERGROUP_NOW"); now && !flags.now)
        read_value("PEERGROUP_NOW", *now, flags.now);
    const Workspace workspace = Workspace::find(flags, surroundings);
    Call call{verb.words(), flags, surroundings, workspace, language_of(flags, surroundings, workspace)};
    try {
        if (needs_actor(*choice.command, call)) identify_actor(call, *choice.command);
        return verb.run(call);
    } catch (const Problem& problem) {
        if (problem.kind == ProblemKind::refused || problem.kind == ProblemKind::not_permitted) record_refusal(call, problem);
        throw;
    }
}

void require_output(const Surroundings& surroundings, const char* what_now) {
    if (!surroundings.out) throw Problem(ProblemKind::failed, "output-failed", "cannot be written", "standard output", what_now);
}

// A full disk shows only when the last byte is written.
void finish(Surroundings& surroundings) {
    surroundings.out.flush();
    require_output(surroundings, "the data is not complete");
}

} // namespace

int run(const std::vector<std::string>& words, Surroundings& surroundings) {
    ExitCode code = ExitCode::done;
    try {
        require_output(surroundings, "nothing was done");
        code = run_command(words, surroundings);
        finish(surroundings);
    } catch (...) {
        const Problem problem = problem_of(std::current_exception());
        code = exit_code_of(problem.kind);
        surroundings.out.flush();
        print_problem(surroundings.err, problem, wants_json(words));
    }
    surroundings.err.flush();
    return static_cast<int>(code);
}

} // namespace peergroup::cli
