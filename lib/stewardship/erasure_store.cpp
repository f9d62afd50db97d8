#include "stewardship/erasure.hpp"

#include "store/personal_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace peergroup::stewardship {

namespace {

using store::PersonalColumn;

using TableAndPerson = std::pair<std::string_view, std::string_view>;

std::set<TableAndPerson> tables_to_delete_from() {
    std::set<TableAndPerson> tables;
    for (const PersonalColumn& column : store::personal_columns())
        if (column.erasure == store::Erasure::remove_row) tables.emplace(column.table, column.person);
    return tables;
}

std::map<TableAndPerson, std::string> columns_to_empty() {
    std::map<TableAndPerson, std::string> tables;
    for (const PersonalColumn& column : store::personal_columns()) {
        if (column.erasure != store::Erasure::clear && column.erasure != store::Erasure::zero) continue;
        std::string& columns = tables[{column.table, column.person}];
        columns += fmt::format("{}{} = {}", columns.empty() ? "" : ", ", column.name,
                               column.erasure == store::Erasure::clear ? "NULL" : "0");
    }
    return tables;
}

} // namespace

std::vector<SectionFate> section_fates() {
    std::vector<SectionFate> fates;
    for (const PersonalColumn& column : store::personal_columns()) {
        for (std::string_view rest = column.section; !rest.empty();) {
            const std::string_view section = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(section.size() + 1, rest.size()));
            auto fate = std::ranges::find(fates, section, &SectionFate::section);
            if (fate == fates.end()) fate = fates.insert(fates.end(), SectionFate{section, true});
            if (column.erasure != store::Erasure::keep) fate->figures = false;
        }
    }
    return fates;
}

// All who were erased on the day are meant, so that each is made once however many they are.
std::vector<std::string> erasure_statements() {
    constexpr std::string_view erased = "(SELECT id FROM person WHERE erased_on = $1)";
    std::vector<std::string> statements;
    for (const auto& [table, person] : tables_to_delete_from())
        statements.push_back(fmt::format("DELETE FROM {} WHERE {} IN {}", table, person, erased));
    for (const auto& [place, columns] : columns_to_empty())
        statements.push_back(fmt::format("UPDATE {} SET {} WHERE {} IN {}", place.first, columns, place.second, erased));
    return statements;
}

RetentionReader::RetentionReader(store::Transaction& transaction, const vault::KeyRing& ring)
    : people_(transaction, ring), events_(transaction, ring),
      memberships_(transaction.prepare(R"sql(SELECT g.code, g.type, e.state, e.to_on, g.ended_on FROM member m
                                             JOIN enrolment e ON e.peer_group = m.peer_group AND e.person = m.person
                                             AND e.episode = m.episode
                                             JOIN peer_group g ON g.id = m.peer_group
                                             WHERE m.person = $1 ORDER BY g.code, e.episode)sql")),
      referrals_(transaction.prepare(R"sql(SELECT g.code, r.type, r.state, s.effective_on, g.ended_on FROM referral r
                                           JOIN referral_step s ON s.change_seq = r.change_seq
                                           LEFT JOIN peer_group g ON g.id = r.peer_group
                                           WHERE r.person = $1 AND NOT EXISTS (SELECT 1 FROM member m WHERE m.person = r.person
                                                                               AND m.referral = r.id) ORDER BY r.id)sql")),
      created_(
          transaction.prepare(R"sql(SELECT b.recorded_at FROM person p JOIN batch b ON b.id = p.batch WHERE p.id = $1)sql")) {}

RetentionFacts RetentionReader::of(people::PersonCode person) {
    const auto day = [](const store::Row& row, std::size_t column) {
        return row.has(column) ? calendar::Date::parse(row.text(column).substr(0, 10)) : std::nullopt;
    };
    RetentionFacts facts{.events = events_.of(person.number()), .born_on = people_.born_on(person.number())};
    memberships_.bind(person.number()).each([&](const store::Row& row) {
        const bool open = row.text(2) == "enrolled" || row.text(2) == "waitlisted";
        facts.memberships.push_back({row.text(0), row.text(1), open, day(row, 3), day(row, 4)});
    });
    // A way that led to no membership: towards a type it ended on the day of its last step.
    referrals_.bind(person.number()).each([&](const store::Row& row) {
        const bool open = row.text(2) != "withdrawn" && row.text(2) != "not_suitable";
        const std::optional<calendar::Date> last = open ? std::nullopt : day(row, 3);
        facts.memberships.push_back({row.text_or_empty(0), row.text(1), open, last, row.has(0) ? day(row, 4) : last});
    });
    if (const auto row = created_.bind(person.number()).one()) facts.created_on = day(*row, 0);
    facts.restricted = people_.find(person.number())->restricted;
    return facts;
}

void Erasure::erase(std::span<const people::PersonCode> people, calendar::Date today) {
    const std::string day = today.iso();
    store::Statement mark = transaction_.prepare(R"sql(UPDATE person SET erased_on = $2 WHERE id = $1)sql");
    for (const people::PersonCode& person : people)
        mark.bind(person.number(), day).run();
    for (const std::string& statement : erasure_statements())
        transaction_.prepare(statement).bind(day).run();
}

std::vector<people::PersonCode> Erasure::erased() {
    std::vector<people::PersonCode> people;
    transaction_
        .prepare(R"sql(SELECT p.id FROM person p LEFT JOIN person i ON i.id = p.merged_into
                             WHERE p.erased_on IS NOT NULL AND (i.id IS NULL OR i.erased_on IS NOT NULL) ORDER BY p.id)sql")
        .bind()
        .each([&](const store::Row& row) { people.emplace_back(row.integer(0)); });
    return people;
}

std::int64_t Erasure::count_since(calendar::Date day) {
    return transaction_
        .prepare(R"sql(SELECT count(*) FROM (SELECT erased_on FROM person UNION ALL SELECT erased_on FROM facilitator) e
                       WHERE e.erased_on >= $1)sql")
        .bind(day.iso())
        .one()
        ->integer(0);
}

std::int64_t Erasure::erase_again(std::span<const people::PersonCode> people, calendar::Date today) {
    std::set<std::int64_t> numbers;
    store::Statement there = transaction_.prepare(R"sql(SELECT 1 FROM person WHERE id = $1 AND erased_on IS NULL)sql");
    for (const people::PersonCode& person : people)
        if (there.bind(person.number()).one()) numbers.insert(person.number());
    transaction_
        .prepare(R"sql(SELECT i.person FROM person_identity i
                       WHERE NOT EXISTS (SELECT 1 FROM keys.person_key k WHERE k.person = i.person))sql")
        .bind()
        .each([&](const store::Row& row) { numbers.insert(row.integer(0)); });
    const std::vector<people::PersonCode> again(numbers.begin(), numbers.end());
    if (!again.empty()) erase(again, today);
    return static_cast<std::int64_t>(again.size());
}

} // namespace peergroup::stewardship
