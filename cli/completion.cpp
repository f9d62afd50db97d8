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

// `--state=running,cancelled,finished`, or `--venue` for a flag whose values are not known beforehand.
std::string spelt(const std::vector<Flag>& flags) {
    std::string text;
    for (const Flag& flag : flags) {
        text += " " + flag.long_name;
        if (!flag.words.empty()) text += fmt::format("={}", fmt::join(flag.words, ","));
    }
    return text;
}

// A line for each command: its words and its own flags; nouns and verbs follow from the lines. The first is of every command.
std::string command_lines() {
    GlobalFlags unused;
    Verb globals("");
    declare_global_flags(globals, unused);
    std::string lines = fmt::format(":{}\n", spelt(globals.flags()));
    for (const Command& command : all_commands()) {
        Verb verb(command.words);
        command.declare(verb);
        lines += fmt::format("{} :{}\n", command.words, spelt(verb.flags()));
    }
    return lines;
}

std::string bash_script() {
    return fmt::format(R"(# Completion of peergroup for bash: source <(peergroup completion bash)
_peergroup_commands='{}'
_peergroup() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} said='' part line words flag offers=''
  for part in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    [[ $part == -* ]] || said+="$part "
  done
  while IFS= read -r line; do
    words=${{line%%:*}}
    if [[ $said == "$words"* ]]; then
      for flag in ${{line#*:}}; do
        if [[ $flag == "$before="* ]]; then
          flag=${{flag#*=}}
          COMPREPLY=($(compgen -W "${{flag//,/ }}" -- "$word"))
          return
        fi
        [[ $word == -* ]] && offers+=" ${{flag%%=*}}"
      done
    elif [[ $words == "$said"* && $word != -* ]]; then
      words=${{words#"$said"}}
      offers+=" ${{words%% *}}"
    fi
  done <<< "$_peergroup_commands"
  COMPREPLY=($(compgen -W "$offers" -- "$word"))
  [[ ${{#COMPREPLY[@]}} -gt 0 ]] || COMPREPLY=($(compgen -f -- "$word"))
}}
complete -o filenames -F _peergroup peergroup
)",
                       command_lines());
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
    return {"completion", "prints a script by which the shell completes commands", "source <(peergroup completion bash)", declare,
            Access::open()};
}

} // namespace peergroup::cli
