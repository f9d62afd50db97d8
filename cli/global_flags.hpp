#pragma once

#include "calendar/date.hpp"
#include "calendar/instant.hpp"
#include "cli/verb.hpp"

#include <optional>
#include <string>

namespace peergroup::cli {

/// The flags that every command knows, before and after its words.
struct GlobalFlags {
    std::string workspace;
    std::string config;
    std::string store;
    std::string format;
    std::string output;
    std::string csv_profile;
    std::string color;
    std::string lang;
    std::string reason;
    std::string as;
    std::string passphrase_file;
    std::optional<calendar::Date> on;
    std::optional<calendar::Instant> now;
    bool dry_run = false;
    bool identify = false;
    bool yes = false;
    bool quiet = false;
    bool verbose = false;
    bool version = false;
    bool help = false;
};

/// Lets `verb` read the global flags into `flags`, which must outlive it.
void declare_global_flags(Verb& verb, GlobalFlags& flags);

/// Throws Problem(usage) for a global flag that would silently do nothing although its user counts on it.
void refuse_idle_flags(const Verb& verb, const GlobalFlags& flags);

} // namespace peergroup::cli
