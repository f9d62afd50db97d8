#include "cli/exit_codes.hpp"

#include "documents/json_text.hpp"
#include "documents/json_writer.hpp"
#include "language/text.hpp"
#include "store/fault.hpp"

#include <array>
#include <filesystem>
#include <new>

namespace peergroup::cli {

namespace {

constexpr std::array<ExitMeaning, 15> meanings = {{
    {0, "done; also nothing to do, also waitlisted or offered"},
    {1, "failed: the machine refused, or a fault of the program"},
    {2, "usage: the words of the command make no sense"},
    {3, "partial: some rows or messages failed, the rest is applied"},
    {4, "a file's content is invalid or, in atomic mode, has a row that a rule refuses: nothing applied"},
    {5, "configuration invalid"},
    {6, "a step given as operands is refused by a rule, or something (a group, a person, the workspace) is not found"},
    {7, "store busy or out of reach"},
    {8, "delivery failed for now, will be retried"},
    {9, "needs confirmation (--yes)"},
    {10, "store needs migration, or is newer than the program"},
    {11, "integrity or key failure, or a file that is not a store of this program"},
    {12, "not permitted"},
    {130, "interrupted from the keyboard"},
    {143, "terminated"},
}};

Problem problem_of_store(const store::StoreError& error) {
    using enum store::StoreFault;
    switch (error.fault) {
    case busy:
        return {ProblemKind::busy, "store-busy", error.message, "", "try again later"};
    case retry:
        return {ProblemKind::busy, "store-busy", error.message, "", "try again"};
    case unreachable:
        return {ProblemKind::busy, "store-unreachable", error.message};
    case full:
        return {ProblemKind::failed, "disk-full", error.message, "", "make room and run it again: nothing was changed"};
    case corrupt:
        return {ProblemKind::integrity, "store-damaged", error.message, "", "leave the file alone and restore a backup"};
    case foreign:
        return {ProblemKind::integrity, "store-foreign", error.message};
    case older:
        return {ProblemKind::migration, "store-older", error.message, "", "run `peergroup db migrate`"};
    case newer:
        return {ProblemKind::migration, "store-newer", error.message, "", "use the newer program"};
    case constraint:
        break;
    }
    return {ProblemKind::failed, "program-fault", error.message, "",
            "a fault of the program: nothing was changed; please report it"};
}

} // namespace

std::span<const ExitMeaning> exit_meanings() {
    return meanings;
}

ExitCode exit_code_of(ProblemKind kind) {
    switch (kind) {
    case ProblemKind::failed:
        return ExitCode::failed;
    case ProblemKind::usage:
        return ExitCode::usage;
    case ProblemKind::file:
        return ExitCode::file_invalid;
    case ProblemKind::configuration:
        return ExitCode::configuration_invalid;
    case ProblemKind::refused:
    case ProblemKind::not_found:
        return ExitCode::refused;
    case ProblemKind::busy:
        return ExitCode::busy;
    case ProblemKind::needs_confirmation:
        return ExitCode::needs_confirmation;
    case ProblemKind::migration:
        return ExitCode::needs_migration;
    case ProblemKind::integrity:
        return ExitCode::integrity;
    case ProblemKind::not_permitted:
        break;
    }
    return ExitCode::not_permitted;
}

Problem problem_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const Problem& problem) {
        return problem;
    } catch (const store::StoreError& fault) {
        return problem_of_store(fault);
    } catch (const std::bad_alloc&) {
        return {ProblemKind::failed, "out-of-memory", "there is not enough memory", "", "nothing was changed"};
    } catch (const std::filesystem::filesystem_error& fault) {
        return {ProblemKind::failed, "file-system", fault.code().message(), fault.path1().string()};
    } catch (const std::exception& fault) {
        return {ProblemKind::failed, "program-fault", fault.what(), "", "a fault of the program; please report it"};
    }
}

void print_problem(std::ostream& stream, const Problem& problem, bool as_json) {
    if (!as_json) {
        if (!problem.where.empty()) stream << language::printable(problem.where) << ": ";
        stream << language::printable(problem.message);
        if (!problem.hint.empty()) stream << " (" << language::printable(problem.hint) << ')';
        stream << std::endl;
        return;
    }
    const auto text_or_null = [](const std::string& text) {
        return text.empty() ? std::string("null") : documents::json_string(text);
    };
    documents::JsonWriter writer(documents::JsonWriter::Layout::compact);
    writer.open('{');
    writer.key("code");
    writer.value(documents::json_string(problem.code));
    writer.key("message");
    writer.value(documents::json_string(problem.message));
    writer.key("where");
    writer.value(text_or_null(problem.where));
    writer.key("hint");
    writer.value(text_or_null(problem.hint));
    writer.close('}');
    stream << writer.take() << std::endl;
}

} // namespace peergroup::cli
