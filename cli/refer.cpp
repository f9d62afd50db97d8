#include "cli/command_list.hpp"
#include "cli/referral_form.hpp"
#include "language/problem.hpp"

namespace peergroup::cli {

namespace {

struct Options {
    ReferralWords words;
    std::string path;
    Whole<0, 9> priority;
    bool again = false;
};

ExitCode run(const Options& options, const Call& call) {
    if (options.words.file.empty() && options.path.empty())
        throw Problem(ProblemKind::usage, "flag-missing", "--referred-by is missing", "peergroup refer",
                      "say by whom the person is referred, such as --referred-by social-worker");
    const std::string priority = options.priority.value ? std::to_string(*options.priority.value) : "";
    return run_referrals(call, {.words = options.words,
                                .values = {{"referred_by", options.path}, {"priority", priority}},
                                .verb = referrals::ReferralVerb::refer,
                                .again = options.again});
}

void declare(Verb& verb) {
    auto& options = verb.keep<Options>();
    declare_referral_words(verb, options.words);
    verb.choice("--referred-by PATH", "by whom, such as social-worker or contact-person; --on says the day",
                referral_path_words(), options.path)
        .flag("--priority N", "0 to 9: with which a place on the waiting list starts", options.priority)
        .flag("--again", "a way that has ended may begin anew", options.again)
        .runs([&options](Call& call) { return run(options, call); });
}

} // namespace

Command refer() {
    return {"refer", "records that people are referred to a group, or to a type before there is a group",
            "peergroup refer hki-parents P-0007 --region helsinki --referred-by social-worker", declare,
            Access::roles(Scope::region, {vault::Role::coordinator})};
}

} // namespace peergroup::cli
