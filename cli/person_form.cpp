#include "cli/person_form.hpp"

#include "documents/json_text.hpp"
#include "documents/json_writer.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

constexpr const char* questions_about_people[] = {"family_name", "given_name",   "birth_date",    "identity_code", "municipality",
                                                  "address",     "language",     "email",         "phone",         "channel",
                                                  "consent",     "safe_contact", "non_disclosure"};

// One row of JSON Lines; what is left blank was not told.
std::string fill_in_form(const Call& call, std::span<const char* const> questions) {
    Surroundings& surroundings = call.surroundings;
    surroundings.err << language::say(call.language, "person.form") << '\n';
    documents::JsonWriter row(documents::JsonWriter::Layout::compact);
    row.open('{');
    for (const char* const question : questions) {
        surroundings.err << language::say(call.language, std::string("column.") + question) << ": " << std::flush;
        std::string answer;
        if (!std::getline(surroundings.in, answer))
            throw Problem(ProblemKind::usage, "form-abandoned", "the form was left before its end", "", "nothing was stored");
        row.key(question);
        row.value(documents::json_string(answer));
    }
    row.close('}');
    return row.take() + '\n';
}

} // namespace

documents::TextSource form_source(const Call& call, const std::string& path, std::span<const char* const> questions) {
    if (!path.empty()) return open_source(call, path);
    if (call.surroundings.in_is_terminal) return documents::TextSource::memory("form", fill_in_form(call, questions));
    throw Problem(ProblemKind::usage, "flag-missing", "--from is missing", "peergroup " + call.verb,
                  "--from FILE, or --from - for standard input; at a terminal a form asks");
}

documents::TextSource person_source(const Call& call, const std::string& path) {
    return form_source(call, path, questions_about_people);
}

} // namespace peergroup::cli
