#include "catalogue/group_type.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace peergroup::catalogue {

namespace {

constexpr std::array paths = {
    std::pair{ReferralPath::social_worker, std::string_view("social_worker")},
    std::pair{ReferralPath::contact_person, std::string_view("contact_person")},
    std::pair{ReferralPath::family_centre, std::string_view("family_centre")},
    std::pair{ReferralPath::selection, std::string_view("selection")},
    std::pair{ReferralPath::coordinator, std::string_view("coordinator")},
    std::pair{ReferralPath::host_event, std::string_view("host_event")},
    std::pair{ReferralPath::none, std::string_view("none")},
};

} // namespace

std::string_view code_of(ReferralPath path) {
    for (const auto& [known, code] : paths)
        if (known == path) return code;
    throw std::logic_error("a referral path without a code");
}

std::optional<ReferralPath> parse_referral_path(std::string_view code) {
    std::string spelled(code);
    std::ranges::replace(spelled, '-', '_');
    for (const auto& [known, word] : paths)
        if (word == spelled) return known;
    return std::nullopt;
}

const std::vector<std::string>& referral_path_codes() {
    static const std::vector<std::string> codes = [] {
        std::vector<std::string> all;
        for (const auto& [path, code] : paths)
            if (path != ReferralPath::none) all.emplace_back(code);
        return all;
    }();
    return codes;
}

std::string_view code_of(EntryStep step) {
    if (step == EntryStep::referral) return "referral";
    return step == EntryStep::interview ? "interview" : "suitability";
}

bool GroupType::demands(EntryStep step) const {
    return std::ranges::find(steps, step) != steps.end();
}

std::string_view code_of(Register register_kind) {
    if (register_kind == Register::client) return "client";
    return register_kind == Register::ngo ? "ngo" : "anonymous";
}

const Variant* GroupType::variant(std::string_view wanted) const {
    const auto found = std::ranges::find(variants, wanted, &Variant::id);
    return found != variants.end() ? &*found : nullptr;
}

} // namespace peergroup::catalogue
