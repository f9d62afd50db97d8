#include "catalogue/catalogue_check.hpp"

#include "catalogue/read_calendar.hpp"
#include "catalogue/read_delivery.hpp"
#include "catalogue/read_group_type.hpp"
#include "catalogue/read_organisation.hpp"
#include "catalogue/read_region.hpp"
#include "catalogue/read_reminders.hpp"
#include "language/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace peergroup::catalogue {

namespace {

/// One run over all files. Values that only another file can judge are kept until it has been read: types before regions.
class Check {
public:
    explicit Check(const CatalogueFiles& files) : files_(files) {}

    std::vector<Problem> run() {
        add([&](Findings& findings) { read_organisation(files_.organisation(), findings); });
        add([&](Findings& findings) {
            if (const auto file = files_.delivery()) read_delivery(*file, findings);
        });
        for_each(FileKind::calendar, [&](const SourceFile& file, Findings& findings) { read_calendar(file, findings); });
        for_each(FileKind::type,
                 [&](const SourceFile& file, Findings& findings) { types_.emplace(file.id, read_group_type(file, findings)); });
        for_each(FileKind::region, [&](const SourceFile& file, Findings& findings) { read_region(file, findings); });
        check_messages();
        return std::move(problems_);
    }

private:
    using ReadFile = std::function<void(const SourceFile&, Findings&)>;

    void for_each(FileKind kind, const ReadFile& read) {
        claims_.clear(); // only files of one kind compete
        for (const std::string& id : files_.ids(kind)) {
            add([&](Findings& findings) { read(files_.file(kind, id), findings); });
        }
    }

    void check_messages() {
        ReminderRules rules;
        add([&](Findings& findings) {
            if (const auto file = files_.reminders()) rules = read_reminders(*file, findings);
        });
        TellingWords words(rules.telling_words);
        for (const auto& [id, type] : types_)
            words.add(type);
        for_each(FileKind::message, [&](const SourceFile& file, Findings& findings) { read_message(file, words, findings); });
    }

    void add(const std::function<void(Findings&)>& read) {
        Findings findings;
        try {
            read(findings);
        } catch (const Problem& unreadable) {
            findings.problems.push_back(unreadable);
        }
        std::ranges::move(findings.problems, std::back_inserter(problems_));
        for (const Reference& reference : findings.references)
            resolve(reference);
        for (const Claim& claim : findings.claims)
            settle(claim);
    }

    void report(std::string code, std::string sentence, std::string where, std::string hint = {}) {
        problems_.emplace_back(ProblemKind::configuration, std::move(code), std::move(sentence), std::move(where),
                               std::move(hint));
    }

    void resolve(const Reference& reference) {
        if (files_.has(reference.kind, reference.id)) return require_run(reference);
        report("config-dangling-reference",
               fmt::format("{} names \"{}\", which is no {}", reference.key, reference.id, noun_of(reference.kind)),
               reference.where, language::did_you_mean(reference.id, files_.ids(reference.kind)));
    }

    /// What a region overrides has to be a type that it runs.
    void require_run(const Reference& reference) {
        const auto type = types_.find(reference.id);
        if (reference.region.empty() || type == types_.end() || type->second.regions.empty()) return;
        if (std::ranges::find(type->second.regions, reference.region) != type->second.regions.end()) return;
        report("config-contradiction",
               fmt::format("{} names \"{}\", which {} does not run", reference.key, reference.id, reference.region),
               reference.where);
    }

    void settle(const Claim& claim) {
        if (claim.value.empty()) return;
        const auto [holder, is_new] = claims_.try_emplace(claim.key + " " + claim.value, claim.where);
        if (is_new) return;
        report("config-duplicate", fmt::format("{} \"{}\" is already taken at {}", claim.key, claim.value, holder->second),
               claim.where);
    }

    const CatalogueFiles& files_;
    std::map<std::string, GroupType, std::less<>> types_;
    std::map<std::string, std::string> claims_; ///< where each value was first taken
    std::vector<Problem> problems_;
};

} // namespace

std::vector<Problem> check_files(const CatalogueFiles& files) {
    return Check(files).run();
}

} // namespace peergroup::catalogue
