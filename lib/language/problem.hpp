#pragma once

#include <exception>
#include <string>
#include <utility>

namespace peergroup {

/// What sort of thing went wrong; the program's exit code follows from it, in one place (`cli/exit_codes`).
enum class ProblemKind {
    failed,             ///< the machine refused: disk full, no permission on a file
    usage,              ///< the words of the command make no sense
    file,               ///< the content of a file that the user gave is invalid
    configuration,      ///< the catalogue or the workspace's own files are invalid
    refused,            ///< a rule of the field refuses the step
    not_found,          ///< a group, a person, a session or the workspace is not there
    busy,               ///< the store is held by another
    needs_confirmation, ///< the step cannot be taken back and was not confirmed
    migration,          ///< the store's schema is older or newer than the program
    integrity,          ///< the store is damaged or is no store of this program
    not_permitted,      ///< the actor may not do this
};

/// What the user can put right: a sentence, a stable code, the place and the next step. Never holds a person's name,
/// identity code or address.
class Problem : public std::exception {
public:
    Problem(ProblemKind problem_kind, std::string stable_code, std::string sentence, std::string place = {},
            std::string next_step = {})
        : kind(problem_kind), code(std::move(stable_code)), message(std::move(sentence)), where(std::move(place)),
          hint(std::move(next_step)) {}

    const char* what() const noexcept override { return message.c_str(); }

    ProblemKind kind;
    std::string code;    ///< stable, such as `not-eligible.age`; listed by `peergroup help errors`
    std::string message; ///< one sentence without the place
    std::string where;   ///< `file:line:column`, or empty
    std::string hint;    ///< what to do next, or empty
};

} // namespace peergroup
