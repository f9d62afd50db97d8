// Fills a workspace's store with groups, people and families, and writes the file of enrolments that the benchmark feeds to the
// program, with what the bare reference loader needs beside it.
//
//   seed STORE FOLDER ROWS    STORE is made by `peergroup init`; FOLDER receives the files
//
// Shipped types; groups of 4 to 15 seats with demand above capacity; ages stated where children meet; one group in ten is a pair
// to which families come. The rows are in random order. Same arguments, same bytes.
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "people/person_facts.hpp"
#include "people/person_register.hpp"
#include "referrals/referral_register.hpp"
#include "store/database.hpp"
#include "workspace_ring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

using namespace peergroup;

namespace {

constexpr std::int64_t rows_per_group = 8;

struct Kind {
    const char* type;
    const char* prefix;
    const char* region;
    int age_min; ///< 0: no age is stated
    int age_max;
    int person_class; ///< 0 adults, 1 children, 2 young people
};
constexpr Kind kinds[] = {
    {"voikukkia", "VOI-KAI", "kainuu", 0, 0, 0},     {"mll-peer", "MLL-HEL", "helsinki", 0, 0, 0},
    {"kainuu-closed", "KC-KAI", "kainuu", 7, 12, 1}, {"hki-children", "HKC-HEL", "helsinki", 7, 12, 1},
    {"hki-youth", "HKY-HEL", "helsinki", 13, 17, 2}, {"hki-parents", "HKP-HEL", "helsinki", 18, 99, 0},
    {"mll-jututtamo", "JUT-KAI", "kainuu", 0, 0, 0}, {"hki-family", "HKF-HEL", "helsinki", 0, 0, 1},
    {"voikukkia", "VOI-HEL", "helsinki", 18, 99, 0}, {"kainuu-perhekoulu", "PK-KAI", "kainuu", 0, 0, 0},
};

struct Line {
    std::int64_t group;
    std::int64_t person;
    std::int64_t family; ///< 0: none stated
    bool child;
};

bool is_pair(std::int64_t group) {
    return group % 10 == 9;
}
int capacity_of(std::int64_t group) {
    return 4 + static_cast<int>(group * 7 % 12);
}
std::string code_of(std::int64_t group) {
    return fmt::format("{}-2026-{:06}", kinds[group % 10].prefix, group);
}

void seed_groups(store::Transaction& transaction, std::int64_t count, std::int64_t batch) {
    groups::GroupRegister groups(transaction);
    groups::Schedule schedule(transaction);
    const auto create = [&](groups::Group& group, const groups::Change& change) {
        groups.create(group, change);
        groups::Session session{.group = group.id, .ordinal = 1, .starts_on = *group.first_on};
        schedule.add(session, {batch, "planned", session.starts_on});
    };
    for (std::int64_t number = 0; number < count; ++number) {
        const Kind& kind = kinds[number % 10];
        groups::Group group{.code = *groups::GroupCode::parse(code_of(number))};
        group.type = kind.type;
        group.region = kind.region;
        group.capacity = capacity_of(number);
        if (kind.age_min > 0) group.age_min = kind.age_min, group.age_max = kind.age_max;
        group.first_on = calendar::Date::of(2026, 9, 7);
        const groups::Change change{batch, "created", *calendar::Date::of(2026, 8, 1)};
        if (!is_pair(number)) {
            group.id = transaction.reserve("peer_group", 1).first;
            create(group, change);
            continue;
        }
        const std::int64_t id = transaction.reserve("peer_group", 2).first;
        for (const bool children : {false, true}) {
            groups::Group side = group;
            side.id = id + (children ? 1 : 0);
            side.other_side = id + (children ? 0 : 1);
            side.side = children ? "children" : "parents";
            side.pair_code = group.code.text();
            side.code = *group.code.side(children ? "C" : "P");
            create(side, change);
        }
    }
}

// Families of an adult, a child and a young person, one after another.
void seed_people(store::Transaction& transaction, const vault::KeyRing& ring, std::int64_t families) {
    constexpr std::int64_t batch = 0;
    people::PersonRegister people(transaction, ring);
    people::FactRegister facts(people.keys());
    const people::Attestation attestation{*calendar::Date::of(2026, 8, 1), "social-worker"};
    const people::PersonFacts attested = {{"child-needs-special-support", attestation},
                                          {"child-placed", attestation},
                                          {"child-welfare-client", attestation},
                                          {"family-needs-interaction-support", attestation}};
    std::int64_t id = transaction.reserve("person", families * 3).first;
    constexpr int years[] = {1986, 2017, 2011};
    for (std::int64_t family = 0; family < families; ++family) {
        for (int place = 0; place < 3; ++place) {
            people::PersonDetails details;
            details.given_name = fmt::format("Etunimi{}", family % 4001);
            details.family_name = fmt::format("Sukunimi{}", family);
            details.birth_date =
                calendar::Date::of(years[place], 1 + static_cast<unsigned>(family % 12), 1 + static_cast<unsigned>(family % 28));
            details.phone = fmt::format("+358 40 0{:06}", family % 1000000);
            details.language = family % 20 == 0 ? "sv" : "fi";
            people.create({id + place, family % 2 == 0 ? "kainuu" : "helsinki", batch}, details);
            facts.write(id + place, attested);
        }
        people.join_family({id, id + 1, id + 2});
        people.link(id + 1, id, "parent");
        people.link(id + 2, id, "parent");
        id += 3;
    }
}

std::vector<Line> lines_of(std::int64_t rows, std::int64_t families) {
    std::vector<Line> lines;
    std::int64_t next[3] = {0, 0, 0};
    std::int64_t family = 0;
    for (std::int64_t group = 0; static_cast<std::int64_t>(lines.size()) < rows; ++group)
        for (std::int64_t place = 0; place < rows_per_group && static_cast<std::int64_t>(lines.size()) < rows; ++place) {
            if (is_pair(group)) {
                if (place % 2 == 0) family = (family + 7919) % families;
                lines.push_back({group, family * 3 + 1 + place % 2, family + 1, place % 2 == 1});
                continue;
            }
            const int kind = kinds[group % 10].person_class;
            next[kind] = (next[kind] + 104729) % families;
            lines.push_back({group, next[kind] * 3 + 1 + kind, 0, false});
        }
    return lines;
}

// Pairs take two numbers.
std::int64_t id_of(std::int64_t group) {
    return group + group / 10 + 1;
}

// What the type of a line's group asks for: somebody who referred the person, or decided.
referrals::ToldSteps way_to(std::string_view type) {
    const std::optional<calendar::Date> day = calendar::Date::of(2026, 7, 1);
    if (type.starts_with("hki-")) return {.path = "social_worker", .referred_on = day};
    if (type == "kainuu-perhekoulu") return {.path = "contact_person", .referred_on = day};
    if (type == "kainuu-closed")
        return {.decision = referrals::ReferralState::suitable, .decided_on = day, .decided_by = "F-0001"};
    if (type != "voikukkia") return {};
    return {.interviewed_on = day, .decision = referrals::ReferralState::suitable, .decided_on = day, .decided_by = "F-0001"};
}

// In the order of people, in which their table is kept.
void seed_ways(store::Transaction& transaction, std::vector<Line> lines) {
    constexpr std::int64_t batch = 0;
    std::ranges::stable_sort(lines, {}, &Line::person);
    referrals::ReferralRegister ways(transaction);
    for (const Line& line : lines) {
        const Kind& kind = kinds[line.group % 10];
        const referrals::ToldSteps told = way_to(kind.type);
        if (!told.tells_anything()) continue;
        referrals::Referral way =
            referrals::new_way(line.person, {.group = id_of(line.group), .type = kind.type, .region = kind.region});
        const referrals::Course course = referrals::course_of(nullptr, told, *calendar::Date::of(2026, 7, 1));
        referrals::write_steps(ways, way, std::get<std::vector<referrals::NewStep>>(course), told, batch);
    }
}

void write_files(const std::string& folder, const std::vector<Line>& lines, std::int64_t groups, std::int64_t people) {
    const auto count = static_cast<std::int64_t>(lines.size());
    std::int64_t stride = 7919;
    while (std::gcd(stride, count) != 1)
        stride += 2;
    std::ofstream ours(folder + "/enrolments.csv", std::ios::binary);
    std::ofstream reference(folder + "/reference-enrolments.csv", std::ios::binary);
    ours << "group,person,family,relation,on\n";
    reference << "group_code,person_id,referral_source,date\n";
    for (std::int64_t index = 0; index < count; ++index) {
        const Line& line = lines[static_cast<std::size_t>(index * stride % count)];
        ours << fmt::format("{},P-{:04},{},{},2026-08-{:02}\n", code_of(line.group), line.person,
                            line.family == 0 ? "" : fmt::format("F{}", line.family),
                            line.family == 0 ? ""
                            : line.child     ? "child"
                                             : "parent",
                            1 + line.group % 28);
        reference << fmt::format("{},P-{:07},{},2026-08-{:02}\n", code_of(line.group), line.person, "sosiaalitoimi",
                                 1 + line.group % 28);
    }
    std::ofstream groups_file(folder + "/reference-groups.csv", std::ios::binary);
    groups_file << "code,type,region,capacity,language\n";
    for (std::int64_t group = 0; group < groups; ++group)
        groups_file << fmt::format("{},{},{},{},fi\n", code_of(group), kinds[group % 10].type, kinds[group % 10].region,
                                   capacity_of(group));
    std::ofstream people_file(folder + "/reference-people.csv", std::ios::binary);
    people_file << "person_id,given,family,birth_date,municipality,language,phone,email\n";
    for (std::int64_t person = 1; person <= people; ++person)
        people_file << fmt::format("P-{:07},Etunimi{},Sukunimi{},1986-01-01,Kajaani,fi,+358400{:06},e{}@example.org\n", person,
                                   person % 4001, person / 3, person % 1000000, person);
}

} // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    const std::int64_t rows = std::strtoll(words[3], nullptr, 10);
    const std::int64_t groups = (rows + rows_per_group - 1) / rows_per_group;
    const std::int64_t families = rows / 5 + 10;
    store::Database database = store::Database::open({words[1]}, store::OpenMode::use, std::chrono::seconds(60));
    store::Transaction transaction = database.write();
    transaction.prepare("INSERT INTO catalogue (id, digest, content) VALUES (0, 'seed', '')").bind().run();
    transaction
        .prepare(
            "INSERT INTO batch (id, recorded_at, actor, role, verb, catalogue, first_change) VALUES (0, '2026-08-01T00:00:00Z', "
            "'seed', 'admin', 'seed', 0, 1)")
        .bind()
        .run();
    seed_groups(transaction, groups, 0);
    seed_people(transaction, workspace_ring(words[1]), families);
    const std::vector<Line> lines = lines_of(rows, families);
    seed_ways(transaction, lines);
    transaction.commit();
    write_files(words[2], lines, groups, families * 3);
    return 0;
}
