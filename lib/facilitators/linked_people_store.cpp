#include "facilitators/linked_people.hpp"

#include "facilitators/group_staff.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

namespace peergroup::facilitators {

namespace {

constexpr std::string_view column_of_links = "facilitator_link.record";

std::vector<FacilitatorCode> read_record(const std::string& record) {
    std::vector<FacilitatorCode> facilitators;
    std::istringstream words(record);
    for (std::int64_t number = 0; words >> number;)
        facilitators.emplace_back(number);
    return facilitators;
}

} // namespace

LinkedPeople::LinkedPeople(store::Transaction& transaction, const vault::KeyRing& ring)
    : transaction_(transaction), ring_(ring), keys_(transaction, ring) {}

std::map<FacilitatorCode, std::int64_t> LinkedPeople::all() {
    std::vector<std::pair<std::int64_t, std::string>> records;
    transaction_
        .prepare(R"sql(SELECT l.person, l.record, p.region FROM facilitator_link l JOIN person p ON p.id = l.person
                       ORDER BY l.person)sql")
        .bind()
        .each([&](const store::Row& row) {
            if (ring_.holds(row.text(2))) records.emplace_back(row.integer(0), row.text(1));
        });
    std::map<FacilitatorCode, std::int64_t> linked;
    for (const auto& [person, record] : records)
        for (const FacilitatorCode& facilitator : read_record(keys_.unseal(person, column_of_links, record)))
            linked.emplace(facilitator, person);
    return linked;
}

std::vector<FacilitatorCode> LinkedPeople::of(std::int64_t person) {
    const auto row = transaction_.prepare(R"sql(SELECT record FROM facilitator_link WHERE person = $1)sql").bind(person).one();
    return row ? read_record(keys_.unseal(person, column_of_links, row->text(0))) : std::vector<FacilitatorCode>{};
}

void LinkedPeople::write(std::int64_t person, const std::vector<FacilitatorCode>& facilitators) {
    transaction_.prepare(R"sql(DELETE FROM facilitator_link WHERE person = $1)sql").bind(person).run();
    if (facilitators.empty()) return;
    std::string record;
    for (const FacilitatorCode& facilitator : facilitators)
        record += std::to_string(facilitator.number()) + ' ';
    const std::string sealed = keys_.seal(person, column_of_links, record);
    transaction_.prepare(R"sql(INSERT INTO facilitator_link (person, record) VALUES ($1, $2))sql")
        .bind(person, store::Blob{sealed})
        .run();
}

void LinkedPeople::link(FacilitatorCode facilitator, people::PersonCode person) {
    const auto linked = all();
    if (const auto known = linked.find(facilitator); known != linked.end()) {
        if (known->second == person.number()) return;
        unlink(facilitator, people::PersonCode(known->second));
    }
    std::vector<FacilitatorCode> facilitators = of(person.number());
    facilitators.push_back(facilitator);
    write(person.number(), facilitators);
}

bool LinkedPeople::unlink(FacilitatorCode facilitator, people::PersonCode person) {
    std::vector<FacilitatorCode> facilitators = of(person.number());
    if (std::erase(facilitators, facilitator) == 0) return false;
    write(person.number(), facilitators);
    return true;
}

bool is_facilitator_of(store::Transaction& transaction, const vault::KeyRing& ring, std::int64_t group, people::PersonCode person,
                       calendar::Date day) {
    const std::vector<FacilitatorCode> own = LinkedPeople(transaction, ring).of(person.number());
    if (own.empty()) return false;
    const std::vector<StaffMember> staff = StaffRegister(transaction).of_group(group);
    return std::ranges::any_of(staff, [&](const StaffMember& member) {
        return member.meets(day) && std::ranges::find(own, member.facilitator) != own.end();
    });
}

} // namespace peergroup::facilitators
