#include "cli/call.hpp"

#include "cli/keys.hpp"
#include "cli/trusted_files.hpp"
#include "language/messages.hpp"
#include "language/problem.hpp"
#include "language/text.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace peergroup::cli {

namespace {

std::filesystem::path catalogue_folder(const Call& call) {
    const auto& environment = call.surroundings.environment;
    if (!call.flags.config.empty()) return call.flags.config;
    if (const auto stated = environment("PEERGROUP_CONFIG")) return *stated;
    if (call.workspace.exists()) return call.workspace.settings(), call.workspace.catalogue_folder();
    std::vector<std::filesystem::path> candidates;
    if (const auto own = environment("XDG_CONFIG_HOME"))
        candidates.emplace_back(*own);
    else if (const auto home = environment("HOME"))
        candidates.push_back(std::filesystem::path(*home) / ".config");
    candidates.emplace_back("/etc");
    for (const std::filesystem::path& candidate : candidates) {
        std::error_code hidden;
        if (std::filesystem::exists(candidate / "peergroup" / "organisation.toml", hidden)) return candidate / "peergroup";
    }
    return call.surroundings.shipped_catalogue;
}

std::string all_of(std::istream& stream) {
    std::string bytes;
    for (std::array<char, 1U << 16U> buffer{}; stream.good();) {
        stream.read(buffer.data(), buffer.size());
        bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) throw Problem(ProblemKind::file, "file-unreadable", "cannot be read", "standard input");
    return bytes;
}

void say_what_is_used(const Call& call, std::string_view what, const std::string& path) {
    if (call.flags.verbose) call.surroundings.err << what << ": " << language::printable(path) << '\n';
}

} // namespace

catalogue::Catalogue find_catalogue(const Call& call) {
    const std::filesystem::path folder = catalogue_folder(call);
    if (folder != call.surroundings.shipped_catalogue) require_trusted_catalogue(folder);
    return catalogue::Catalogue(folder);
}

catalogue::Catalogue open_catalogue(const Call& call) {
    say_what_is_used(call, "catalogue", catalogue_folder(call).string());
    return find_catalogue(call);
}

std::string store_path(const Call& call) {
    std::string path = call.flags.store;
    if (path.empty()) path = call.surroundings.environment("PEERGROUP_STORE").value_or("");
    if (path.empty()) {
        call.workspace.settings();
        return call.workspace.store_file().string();
    }
    if (path.starts_with("sqlite:")) path.erase(0, std::string_view("sqlite:").size());
    if (path.find("://") != std::string::npos)
        throw Problem(ProblemKind::usage, "unknown-engine", "the store is no file", "--store", "name the file of a store");
    return path;
}

std::filesystem::path store_file(const Call& call) {
    const std::string path = store_path(call);
    std::error_code hidden;
    if (!std::filesystem::exists(path, hidden) && !hidden)
        throw Problem(ProblemKind::not_found, "store-missing", "there is no store", path,
                      "restore a backup, or make a workspace with `peergroup init`");
    return path;
}

std::string require_store(const Call& call) {
    actor_of(call); // nobody who has not been asked for comes this far
    const std::string path = store_file(call).string();
    say_what_is_used(call, "store", path);
    return path;
}

store::Database open_store(const Call& call) {
    const std::string path = require_store(call);
    refuse_exposed_ring(call);
    return store::Database::open({path}, store::OpenMode::use, patience);
}

const vault::Actor& actor_of(const Call& call) {
    if (!call.actor) throw std::logic_error("a command that is open to all asks who gives it");
    return *call.actor;
}

vault::Journal journal_of(const Call& call, const std::string& recipient) {
    const GlobalFlags& flags = call.flags;
    return {actor_of(call),
            {.recorded_at = call.surroundings.clock().text(),
             .verb = call.verb,
             .stated_now = flags.now ? flags.now->text() : "",
             .stated_on = flags.on ? flags.on->iso() : "",
             .ground = flags.reason,
             .recipient = recipient},
            keys_of(call)};
}

vault::Journal journal_of_job(const Call& call, const std::string& ground) {
    vault::Occasion occasion = journal_of(call).occasion();
    if (occasion.ground.empty()) occasion.ground = ground;
    return {actor_of(call), std::move(occasion), keys_of(call)};
}

std::string region_or_default(const Call& call, const std::string& stated) {
    if (!stated.empty()) return stated;
    if (call.actor && call.actor->regions.size() == 1) return call.actor->regions.front();
    return call.workspace.settings().region;
}

calendar::Zone zone_of(const catalogue::Region& region) {
    auto zone = calendar::Zone::load(region.zone);
    if (!zone)
        throw Problem(ProblemKind::configuration, "unknown-zone",
                      fmt::format("the system does not know the time zone {}", region.zone), fmt::format("region {}", region.id),
                      "install tzdata, or put the zone right");
    return std::move(*zone);
}

calendar::Date today_in(const Call& call, const catalogue::Region& region) {
    return zone_of(region).local_date(call.flags.now ? *call.flags.now : call.surroundings.clock());
}

calendar::Date effective_day(const Call& call, const catalogue::Region& region) {
    return call.flags.on ? *call.flags.on : today_in(call, region);
}

documents::TextSource open_source(const Call& call, const std::string& path) {
    if (path != "-") return documents::TextSource::file(path);
    return documents::TextSource::memory("standard input", all_of(call.surroundings.in));
}

documents::Sheet open_sheet(const Call& call, const std::string& path, const std::vector<documents::ColumnName>& known) {
    return documents::Sheet::open(open_source(call, path), known);
}

void confirm(const Call& call, const std::string& question) {
    if (call.flags.yes) return;
    Surroundings& surroundings = call.surroundings;
    std::string answer;
    if (surroundings.in_is_terminal) {
        surroundings.err << question << ' ' << language::say(call.language, "confirm.choices") << ' ' << std::flush;
        std::getline(surroundings.in, answer);
    }
    if (answer == language::say(call.language, "confirm.yes") || answer == "y") return;
    throw Problem(ProblemKind::needs_confirmation, "not-confirmed", "this cannot be taken back and was not confirmed", "",
                  "add --yes");
}

} // namespace peergroup::cli
