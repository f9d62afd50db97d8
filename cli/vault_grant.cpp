#include "cli/call.hpp"
#include "cli/command_list.hpp"
#include "cli/keys.hpp"
#include "cli/output.hpp"
#include "documents/whole_file.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "vault/grants.hpp"
#include "vault/person_keys.hpp"

#include <fmt/format.h>

namespace peergroup::cli {

namespace {

struct Options {
    std::string region;
    std::string to;
    std::string from;
};

std::string text_of(const Call& call, const std::string& path) {
    const documents::TextSource source = open_source(call, path);
    std::string text(std::min<std::uint64_t>(source.size(), 1U << 20U), '\0');
    text.resize(source.read(0, text));
    return text;
}

void take_in(const Call& call, const std::string& path) {
    OpenedRing opened = open_ring(call);
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    std::string objects;
    for (const std::string& region : opened.ring.accept(text_of(call, path), vault::regions_in_use(transaction)))
        objects += (objects.empty() ? "" : " ") + region;
    journal_of(call).record(transaction, objects, "taken-in=1");
    save_ring(call.workspace.key_ring_file(), opened.ring, opened.passphrase);
    transaction.commit();
    tell(call, language::say(call.language, "vault.taken-in", {{"regions", objects}}));
}

ExitCode run(const Options& options, const Call& call) {
    if (options.from.empty() == (options.to.empty() || options.region.empty()))
        throw Problem(ProblemKind::usage, "grant-what", "either a region and --to are given, or --from");
    if (!options.from.empty()) {
        take_in(call, options.from);
        return ExitCode::done;
    }
    const std::string open_part = text_of(call, options.to);
    const std::string grant = keys_of(call)->grant(options.region, open_part);
    store::Database database = open_store(call);
    store::Transaction transaction = database.write();
    const vault::Journal journal = journal_of(call);
    const vault::KeyGrant given{options.region, vault::fingerprint_of_ring(open_part),
                                keys_of(call)->newest(options.region).version, journal.occasion().recorded_at};
    vault::Grants(transaction).add(given);
    journal.record(transaction, fmt::format("{} {}", given.region, given.ring), "granted=1");
    transaction.commit();
    if (call.flags.output.empty())
        call.surroundings.out << grant;
    else
        documents::write_whole_file(call.flags.output, grant);
    return ExitCode::done;
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    verb.operand("[REGION]", "whose key is granted", options.region)
        .flag("--to FILE", "the open part of the other ring, from `vault status --public`", options.to)
        .flag("--from FILE", "takes in a grant that was made for this ring", options.from)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command vault_grant() {
    return {"vault grant", "seals a region's key to another key ring, or takes such a grant in",
            "peergroup vault grant kainuu --to other.ring --output kainuu.grant", declare, Access::roles(Scope::workspace, {})};
}

} // namespace peergroup::cli
