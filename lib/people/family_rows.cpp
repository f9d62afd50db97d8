#include "people/family_rows.hpp"

#include "language/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace peergroup::people {

namespace {

struct RelationWord {
    std::string_view word;
    std::string_view relation;
};

constexpr std::array relation_words = {
    RelationWord{"huoltaja", "guardian"},
    RelationWord{"vårdnadshavare", "guardian"},
    RelationWord{"vanhempi", "parent"},
    RelationWord{"äiti", "parent"},
    RelationWord{"isä", "parent"},
    RelationWord{"förälder", "parent"},
    RelationWord{"mamma", "parent"},
    RelationWord{"pappa", "parent"},
    RelationWord{"mother", "parent"},
    RelationWord{"father", "parent"},
    RelationWord{"lapsi", "child"},
    RelationWord{"barn", "child"},
    RelationWord{"sisarus", "sibling"},
    RelationWord{"syskon", "sibling"},
    RelationWord{"isovanhempi", "grandparent"},
    RelationWord{"mor- eller farförälder", "grandparent"},
    RelationWord{"sijaisvanhempi", "foster_parent"},
    RelationWord{"fosterförälder", "foster_parent"},
    RelationWord{"kumppani", "partner"},
    RelationWord{"puoliso", "partner"},
    RelationWord{"läheinen", "other_close"},
    RelationWord{"närstående", "other_close"},
};

} // namespace

std::optional<FieldFault> FamilyRows::read_relation(std::string_view text, std::string& relation) {
    relation.clear();
    if (text.empty()) return std::nullopt;
    const std::string word = language::fold(text);
    if (std::ranges::find(relations(), word) != relations().end()) {
        relation = word;
        return std::nullopt;
    }
    const auto known = std::ranges::find(relation_words, std::string_view(word), &RelationWord::word);
    if (known == relation_words.end())
        return FieldFault{"relation", "unknown-relation",
                          fmt::format("\"{}\" is no relation (use child, parent, guardian, …)", language::printable(text))};
    relation = known->relation;
    return std::nullopt;
}

std::uint64_t FamilyRows::mark_of(const std::string& family) {
    return family.empty() ? 0 : std::max<std::uint64_t>(std::hash<std::string>{}(family), 1);
}

void FamilyRows::add(const std::string& family, FamilyRow row) {
    if (!family.empty()) families_[family].push_back(std::move(row));
}

void FamilyRows::refuse(const std::string& family, bool follows) {
    if (family.empty()) return;
    const auto [known, added] = refused_.try_emplace(family, follows);
    if (!added) known->second = known->second && follows;
}

void FamilyRows::reject_fallen(batches::RowOutcomes& outcomes) const {
    for (const auto& [family, follows] : refused_)
        if (const auto found = families_.find(family); found != families_.end())
            for (const FamilyRow& row : found->second)
                outcomes.take_back({row.place, "family", "family-refused", "", "", 0, follows}, row.status);
    outcomes.settle_families([&](std::uint64_t mark) {
        return std::ranges::any_of(refused_,
                                   [&](const auto& refused) { return mark_of(refused.first) == mark && !refused.second; });
    });
}

void FamilyRows::write(PersonRegister& people) const {
    for (const auto& [family, rows] : families_) {
        if (refused_.contains(family)) continue;
        std::vector<FamilyTie> ties;
        for (const FamilyRow& row : rows)
            ties.push_back({row.person, row.relation});
        tie_family(people, ties);
    }
}

void tie_family(PersonRegister& people, const std::vector<FamilyTie>& family) {
    std::vector<std::int64_t> members;
    for (const FamilyTie& tie : family)
        if (std::ranges::find(members, tie.person) == members.end()) members.push_back(tie.person);
    if (members.size() < 2) return;
    people.join_family(members);
    for (const FamilyTie& child : family) {
        if (child.relation != "child") continue;
        const std::vector<std::int64_t> linked = people.linked_to(child.person);
        for (const FamilyTie& other : family) {
            if (other.person == child.person) continue;
            const bool known = std::ranges::find(linked, other.person) != linked.end();
            if (other.relation == "child" && other.person > child.person && !known)
                people.link(child.person, other.person, "sibling");
            else if (other.relation.empty() && !known)
                people.link(child.person, other.person, "other_close");
            else if (!other.relation.empty() && other.relation != "child")
                people.link(child.person, other.person, other.relation);
        }
    }
}

batches::RowRejection rejection_of(const documents::Sheet& sheet, const documents::SheetRow& row, const FieldFault& fault) {
    const auto column = sheet.index_of(fault.column);
    documents::RowPlace place = row.place;
    return {place, fault.column, fault.code, fault.message, "", column ? row.column_number(*column) : 0};
}

batches::RowRejection rejection_of(const documents::SheetRow& row) {
    return {row.place, "", row.fault->code, row.fault->message, "", row.fault->column};
}

std::string code_or_line(const batches::RowOutcomes& outcomes, std::int64_t person) {
    const auto line = outcomes.line_that_created(person);
    return line ? fmt::format("line {}", *line) : PersonCode(person).text();
}

batches::RowRejection rejection_of(documents::RowPlace place, const MatchRefusal& refusal, const batches::RowOutcomes& outcomes) {
    std::string detail;
    for (const std::int64_t person : refusal.people)
        detail += (detail.empty() ? "" : ", ") + code_or_line(outcomes, person);
    for (const std::string& column : refusal.columns)
        detail += (&column == &refusal.columns.front() ? ": " : ", ") + column;
    return {place, "", refusal.code, "", detail, 0, refusal.follows()};
}

const std::vector<documents::ColumnName>& family_columns() {
    static const std::vector<documents::ColumnName> columns = {
        {"family", {"perhe", "familj"}},
        {"relation", {"suhde", "sukulaisuus", "rooli_perheessä", "relation_i_familjen"}},
    };
    return columns;
}

} // namespace peergroup::people
