#include "cli/batch_report.hpp"
#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "sessions/log_sessions.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

struct Options {
    std::optional<groups::GroupCode> group;
    std::string session;
    std::vector<std::string> marks;
    std::string theme;
    std::vector<std::string> raised;
    std::string adults;
    std::string children;
    std::string file;
    BatchFlags batch;
};

std::string as_field(std::string_view text) {
    std::string field = "\"";
    for (const char character : text) {
        if (character == '"') field += '"';
        field += character;
    }
    return field + "\"";
}

// `P-0001=P`, or `P-0001=L:10` with the minutes.
std::string row_of(const Options& options, const std::string& group, const std::string& mark) {
    const std::size_t equals = mark.find('=');
    if (equals == std::string::npos)
        throw Problem(ProblemKind::usage, "no-mark", "a mark is written PERSON=MARK", "--mark",
                      "--mark P-0001=P, or --mark P-0001=L:10");
    std::optional<people::PersonCode> person;
    read_value("--mark", mark.substr(0, equals), person);
    const std::string letter = mark.substr(equals + 1, mark.find(':', equals) - equals - 1);
    const std::size_t colon = mark.find(':', equals);
    const std::string minutes = colon == std::string::npos ? "" : mark.substr(colon + 1);
    return fmt::format("{},{},{},{},{},,,,\n", group, as_field(options.session), person->text(), as_field(letter),
                       as_field(minutes));
}

documents::Sheet sheet_of(const Options& options) {
    const std::string group = options.group->text();
    std::string raised;
    for (const std::string& theme : options.raised)
        raised += (raised.empty() ? "" : "|") + theme;
    std::string rows = "group,session,person,mark,minutes,theme,raised,adults,children\n";
    for (const std::string& mark : options.marks)
        rows += row_of(options, group, mark);
    if (options.marks.empty() || !options.theme.empty() || !raised.empty() || !options.adults.empty() ||
        !options.children.empty())
        rows += fmt::format("{},{},,,,{},{},{},{}\n", group, as_field(options.session), as_field(options.theme), as_field(raised),
                            as_field(options.adults), as_field(options.children));
    return documents::Sheet::open(documents::TextSource::memory("operands", std::move(rows)), sessions::log_columns());
}

documents::Sheet sheet_of(const Options& options, const Call& call) {
    if (options.file.empty() ? options.session.empty() : options.group.has_value())
        throw Problem(ProblemKind::usage, "log-what", "either a session or a file is needed", "peergroup session log",
                      "peergroup session log GROUP SESSION --mark PERSON=P, or peergroup session log --batch FILE");
    return options.file.empty() ? sheet_of(options) : open_sheet(call, options.file, sessions::log_columns());
}

ExitCode run(const Options& options, const Call& call) {
    const batches::Manner manner = manner_of(call, options.batch);
    documents::Sheet sheet = sheet_of(options, call);
    const catalogue::Catalogue catalogue = open_catalogue(call);
    if (!options.file.empty()) tell(call, sheet.name() + ": " + sheet.assumption());
    store::Database database = open_store(call);
    const sessions::LogRequest request{.sheet = sheet, .today = today_in(call, catalogue.region(region_or_default(call, "")))};
    batches::BatchResult result = sessions::log_sessions(database, catalogue, journal_of(call), manner, request);
    if (options.file.empty()) require_taken(call, result);
    using enum batches::RowStatus;
    const ExitCode code = tell_batch(call, options.batch, {sheet, result, {logged, corrected, unchanged}, code_of_person});
    if (code == ExitCode::done) suggest(call, "peergroup report weekly");
    return code;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[GROUP]", "the group, or the code of a pair", options.group)
        .operand("[SESSION]", "its number or its day", options.session)
        .flag("--mark PERSON=MARK",
              "P present, L late, E left early, R remote, X absent and notified, N absent without word, S kept away by the "
              "service; L:10 with minutes",
              options.marks)
        .flag("--theme THEME", "the theme of the handbook or outline", options.theme)
        .flag("--raised THEME", "a theme that participants raised", options.raised)
        .flag("--adults NUMBER", "grown-up visitors without enrolment", options.adults)
        .flag("--children NUMBER", "children who visited without enrolment", options.children)
        .flag("--batch FILE", "a sheet of marks, CSV or JSON Lines; - for standard input", options.file);
    declare_batch_flags(verb, options.batch);
    verb.runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command session_log() {
    return {"session log", "logs who came, the themes and the visitors of sessions; corrects what was logged",
            "peergroup session log MLL-KAI-2026-01 1 --mark P-0001=P --mark P-0002=L:10", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
