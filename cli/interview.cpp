#include "cli/command_list.hpp"
#include "cli/referral_form.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    ReferralWords words;
    std::optional<calendar::Date> scheduled;
    std::string decision;
    std::string decided_by;
    std::string offered_instead;
    std::string note;
};

ExitCode run(const Options& options, const Call& call) {
    if (options.note == "-" && options.offered_instead == "-")
        throw Problem(ProblemKind::usage, "flag-repeated", "standard input can be read once", "--note",
                      "put one of the two texts into a file");
    return run_referrals(call, {.words = options.words,
                                .values = {{"scheduled", options.scheduled ? options.scheduled->iso() : ""},
                                           {"decision", options.decision},
                                           {"decided_by", options.decided_by},
                                           {"reason", options.decision.empty() ? "" : call.flags.reason},
                                           {"offered_instead", text_in(call, options.offered_instead)},
                                           {"note", text_in(call, options.note)}},
                                .verb = referrals::ReferralVerb::interview});
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    declare_referral_words(verb, options.words);
    verb.flag("--scheduled DATE", "the interview is agreed for that day; else it was held on --on", options.scheduled)
        .choice("--decision WHAT", "whether the group suits the person; --reason says why",
                {"suitable", "not-suitable", "deferred"}, options.decision)
        .flag("--decided-by CODE", "a facilitator's code or a worker's, such as F-0003; else the caller's own",
              options.decided_by)
        .flag("--offered-instead FILE", "what was offered instead, in words; - for standard input", options.offered_instead)
        .flag("--note FILE", "what was found, in words; - for standard input", options.note)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command interview() {
    return {"interview", "records interviews, and whether a group suits people",
            "peergroup interview VOI-KAI-2026-01 P-0007 --decision suitable --decided-by F-0003", declare,
            Access::roles(Scope::group, {vault::Role::coordinator, vault::Role::facilitator})};
}

} // namespace peergroup::cli
