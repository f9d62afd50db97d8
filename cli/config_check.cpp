#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/output.hpp"
#include "cli/wording.hpp"
#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

using documents::Cell;

documents::Document document_of(Language language, const catalogue::Catalogue& catalogue, const std::vector<Problem>& problems) {
    const auto count = [](std::size_t number) { return Cell::of(static_cast<std::int64_t>(number)); };
    documents::Table table{"problems", "", {}, {}};
    for (const char* const key : {"where", "code", "message", "hint"})
        table.columns.push_back(column(language, key));
    for (const Problem& problem : problems)
        table.rows.push_back(
            {{Cell::text(problem.where), Cell::text(problem.code), Cell::text(problem.message), Cell::text(problem.hint)}});
    return {"peergroup.config-check/1",
            "",
            {fact(language, "catalogue", Cell::text(catalogue.folder().string())),
             fact(language, "types", count(catalogue.type_ids().size())),
             fact(language, "regions", count(catalogue.region_ids().size())),
             fact(language, "problem_count", count(problems.size()))},
            {std::move(table)},
            {}};
}

ExitCode run(const Call& call) {
    if (call.workspace.exists()) call.workspace.settings();
    const catalogue::Catalogue catalogue = open_catalogue(call);
    const std::vector<Problem> problems = catalogue.check();
    documents::Document document = document_of(call.language, catalogue, problems);
    if (is_for_people(format_of(call))) {
        for (const Problem& problem : problems)
            print_problem(call.surroundings.err, problem, false);
        document.tables.clear();
    }
    show(call, document);
    if (problems.empty()) return ExitCode::done;
    throw Problem(ProblemKind::configuration, "config-invalid",
                  fmt::format("has {} {}", problems.size(), problems.size() == 1 ? "fault" : "faults"),
                  catalogue.folder().string(), "put them right and check again");
}

void declare(Verb& verb) {
    verb.runs(run);
}

} // namespace

Command config_check() {
    return {"config check", "reads the whole catalogue and names every fault with its place",
            "peergroup config check --config ./config", declare, Access::open()};
}

} // namespace peergroup::cli
