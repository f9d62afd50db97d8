#include "people/kept_apart.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

namespace peergroup::people {

namespace {

constexpr std::string_view column_of_records = "person_apart.record";

std::vector<Link> read_record(const std::string& record) {
    std::vector<Link> links;
    std::istringstream words(record);
    std::int64_t other = 0;
    for (std::string relation; words >> other >> relation;)
        links.push_back({PersonCode(other), relation});
    return links;
}

auto is(std::int64_t other, const std::string& relation) {
    return [other, &relation](const Link& link) { return link.other.number() == other && link.relation == relation; };
}

} // namespace

const std::vector<std::string>& apart_relations() {
    static const std::vector<std::string> words = {"keep_apart", "ex_partner"};
    return words;
}

bool is_apart_relation(std::string_view relation) {
    return std::ranges::find(apart_relations(), relation) != apart_relations().end();
}

KeptApart::KeptApart(store::Transaction& transaction, const vault::KeyRing& ring)
    : transaction_(transaction), ring_(ring), keys_(transaction, ring) {}

std::map<std::int64_t, std::vector<std::int64_t>> KeptApart::all() {
    std::vector<std::pair<std::int64_t, std::string>> records;
    transaction_
        .prepare(R"sql(SELECT a.person, a.record, p.region FROM person_apart a JOIN person p ON p.id = a.person
                       ORDER BY a.person)sql")
        .bind()
        .each([&](const store::Row& row) {
            if (ring_.holds(row.text(2))) records.emplace_back(row.integer(0), row.text(1));
        });
    std::map<std::int64_t, std::set<std::int64_t>> found;
    for (const auto& [person, record] : records)
        for (const Link& link : read_record(keys_.unseal(person, column_of_records, record))) {
            found[person].insert(link.other.number());
            found[link.other.number()].insert(person);
        }
    std::map<std::int64_t, std::vector<std::int64_t>> all;
    for (const auto& [person, others] : found)
        all[person].assign(others.begin(), others.end());
    return all;
}

std::vector<Link> KeptApart::of(std::int64_t person) {
    const auto row = transaction_.prepare(R"sql(SELECT record FROM person_apart WHERE person = $1)sql").bind(person).one();
    return row ? read_record(keys_.unseal(person, column_of_records, row->text(0))) : std::vector<Link>{};
}

void KeptApart::write(std::int64_t person, const std::vector<Link>& links) {
    transaction_.prepare(R"sql(DELETE FROM person_apart WHERE person = $1)sql").bind(person).run();
    if (links.empty()) return;
    std::string record;
    for (const Link& link : links)
        record += std::to_string(link.other.number()) + ' ' + link.relation + '\n';
    const std::string sealed = keys_.seal(person, column_of_records, record);
    transaction_.prepare(R"sql(INSERT INTO person_apart (person, record) VALUES ($1, $2))sql")
        .bind(person, store::Blob{sealed})
        .run();
}

void KeptApart::state(std::int64_t person, std::int64_t other, const std::string& relation) {
    for (const auto& [of, whom] : {std::pair{person, other}, std::pair{other, person}}) {
        std::vector<Link> links = this->of(of);
        if (std::ranges::any_of(links, is(whom, relation))) continue;
        links.push_back({PersonCode(whom), relation});
        write(of, links);
    }
}

bool KeptApart::take_back(std::int64_t person, std::int64_t other, const std::string& relation) {
    bool stated = false;
    for (const auto& [of, whom] : {std::pair{person, other}, std::pair{other, person}}) {
        std::vector<Link> links = this->of(of);
        if (std::erase_if(links, is(whom, relation)) == 0) continue;
        write(of, links);
        stated = true;
    }
    return stated;
}

} // namespace peergroup::people
