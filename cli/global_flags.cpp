#include "cli/global_flags.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

void declare_global_flags(Verb& verb, GlobalFlags& flags) {
    verb.flag("-C, --workspace DIR", "the workspace to use", flags.workspace)
        .flag("--config DIR", "the catalogue to use in place of the workspace's", flags.config)
        .flag("--store FILE", "the store to use in place of the workspace's", flags.store)
        .choice("-f, --format FORMAT", "table, csv, json, jsonl, ids, count or md",
                {"table", "csv", "json", "jsonl", "ids", "count", "md"}, flags.format)
        .flag("-o, --output FILE", "write there; the file's extension picks the format", flags.output)
        .choice("--csv-profile PROFILE", "excel-fi: CSV as Finnish Excel opens it", {"excel-fi"}, flags.csv_profile)
        .flag("-n, --dry-run", "do everything, keep nothing", flags.dry_run)
        .flag("-y, --yes", "answer yes where a step cannot be taken back", flags.yes)
        .flag("-q, --quiet", "no messages, only data and errors", flags.quiet)
        .flag("-v, --verbose", "say what is used", flags.verbose)
        .choice("--color WHEN", "auto, always or never", {"auto", "always", "never"}, flags.color)
        .choice("--lang LANGUAGE", "fi, sv or en", {"fi", "sv", "en"}, flags.lang)
        .flag("--on DATE", "the day on which the step takes effect", flags.on)
        .flag("--now INSTANT", "plan and report as if it were then", flags.now)
        .flag("--as ACTOR", "act as another entry of staff.toml, where the own one allows it", flags.as)
        .flag("--reason CODE", "the ground, kept in the journal", flags.reason)
        .flag("--passphrase-file FILE", "where the key ring's passphrase stands, such as /dev/fd/3", flags.passphrase_file)
        .flag("--identify", "show names; needs --reason and is journalled", flags.identify)
        .flag("-V, --version", "the version of the program", flags.version)
        .flag("-h, --help", "this help", flags.help);
}

void refuse_idle_flags(const Verb& verb, const GlobalFlags& flags) {
    const auto refuse = [&](std::string_view flag, std::string_view hint) {
        throw Problem(ProblemKind::usage, "flag-without-effect", fmt::format("{} has no effect on `{}`", flag, verb.words()),
                      "peergroup " + verb.words(), std::string(hint));
    };
    if (flags.dry_run && !verb.rehearsable()) refuse("--dry-run", "leave it out");
    if (flags.identify && !verb.identifies()) refuse("--identify", "leave it out");
}

} // namespace peergroup::cli
