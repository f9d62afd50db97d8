#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/global_flags.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

struct Options {
    std::string shell;
};

// The words that may follow `--flag`: those it takes, or files.
std::string value_cases(const std::vector<Flag>& flags) {
    std::string cases;
    for (const Flag& flag : flags) {
        if (flag.words.empty()) continue;
        const std::string names = flag.short_name.empty() ? flag.long_name : flag.short_name + "|" + flag.long_name;
        cases +=
            fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n", names, fmt::join(flag.words, " "));
    }
    return cases;
}

std::string names_of(const std::vector<Flag>& flags) {
    std::string names;
    for (const Flag& flag : flags)
        names += (names.empty() ? "" : " ") + flag.long_name;
    return names;
}

// One line for each command: its words and its own flags; the nouns and verbs follow from the lines.
std::string command_lines() {
    std::string lines;
    for (const Command& command : all_commands()) {
        Verb verb(command.words);
        command.declare(verb);
        lines += fmt::format("{}: {}\n", command.words, names_of(verb.flags()));
    }
    return lines;
}

std::string bash_script() {
    GlobalFlags unused;
    Verb globals("");
    declare_global_flags(globals, unused);
    return fmt::format(R"(# Completion of peergroup for bash: source <(peergroup completion bash)
_peergroup_commands='{}'
_peergroup() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} said='' part line offers=''
  case $before in
{}  esac
  for part in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    [[ $part == -* ]] || said+="$part "
  done
  while IFS= read -r line; do
    if [[ $word == -* ]]; then
      [[ "$said" == "${{line%%:*}} "* ]] && offers=${{line#*:}}
    elif [[ "${{line%%:*}} " == "$said"* ]]; then
      line=${{line%%:*}} line=${{line#"$said"}}
      offers+=" ${{line%% *}}"
    fi
  done <<< "$_peergroup_commands"
  [[ $word == -* ]] && offers+=' {}'
  COMPREPLY=($(compgen -W "$offers" -- "$word"))
  [[ ${{#COMPREPLY[@]}} -gt 0 ]] || COMPREPLY=($(compgen -f -- "$word"))
}}
complete -o filenames -F _peergroup peergroup
)",
                       command_lines(), value_cases(globals.flags()), names_of(globals.flags()));
}

ExitCode run(const Options& options, const Call& call) {
    if (options.shell != "bash")
        throw Problem(ProblemKind::usage, "no-value", fmt::format("there is no completion for \"{}\"", options.shell), "SHELL",
                      "use bash");
    call.surroundings.out << bash_script();
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("SHELL", "bash", options.shell).runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command completion() {
    return {"completion", "prints a script by which the shell completes commands", "source <(peergroup completion bash)",
            declare};
}

} // namespace peergroup::cli
