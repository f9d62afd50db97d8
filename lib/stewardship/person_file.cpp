#include "stewardship/person_file.hpp"

#include "language/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace peergroup::stewardship {

void require_portable(const PersonFile& file, const catalogue::Catalogue& catalogue) {
    const auto in_client_register = [&](const FiledMembership& membership) {
        return catalogue.type(membership.type).register_kind == catalogue::Register::client;
    };
    const auto found = std::ranges::find_if(file.memberships, in_client_register);
    if (found == file.memberships.end() && !file.memberships.empty()) return;
    throw Problem(
        ProblemKind::refused, "not-portable",
        found == file.memberships.end()
            ? fmt::format("{} was in no group, so nothing says on what basis the data is kept", file.view.person.code.text())
            : fmt::format("{} is in a client register, which is kept for a public task and not on consent (GDPR article 20(3))",
                          found->group),
        "--portable", "without --portable the person gets a copy of the same data");
}

std::vector<std::string> merged_references(const PersonFile& file) {
    std::vector<std::string> references;
    for (const std::string_view spelling : file.revealed.record.merged_spellings()) // the source, and the reference behind it
        references.emplace_back(spelling.substr(spelling.find('\x1f') + 1));
    return references;
}

void hide_place(PersonFile& file) {
    if (!file.view.person.non_disclosure) return;
    people::IdentityRecord& record = file.revealed.record;
    for (std::string* const place : {&record.address, &record.phone, &record.email, &record.hidden_municipality})
        place->clear();
}

} // namespace peergroup::stewardship
