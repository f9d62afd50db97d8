// Fills a workspace's store with a history of meetings and marks, for the report that must not become slower as history grows.
//
//   seed_history STORE GROUPS WEEKS     each group of ten members meets once a week, from 2016-01-04 on
#include "admission/membership_register.hpp"
#include "groups/group_register.hpp"
#include "groups/schedule.hpp"
#include "people/person_register.hpp"
#include "sessions/mark_register.hpp"
#include "store/database.hpp"
#include "workspace_ring.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>
#include <vector>

using namespace peergroup;

namespace {

constexpr int members_of_group = 10;
constexpr std::int64_t batch = 0;

std::vector<groups::Group> seed_groups(store::Transaction& transaction, std::int64_t count, calendar::Date first) {
    groups::GroupRegister groups(transaction);
    std::vector<groups::Group> made;
    std::int64_t id = transaction.reserve("peer_group", count).first;
    for (std::int64_t number = 0; number < count; ++number) {
        groups::Group group{.code = *groups::GroupCode::parse(fmt::format("MLL-KAI-2016-{:05}", number))};
        group.id = id++;
        group.type = "mll-peer";
        group.region = "kainuu";
        group.first_on = first;
        groups.create(group, {batch, "created", first});
        made.push_back(group);
    }
    return made;
}

void seed_members(store::Transaction& transaction, const vault::KeyRing& ring, const std::vector<groups::Group>& made,
                  calendar::Date first) {
    people::PersonRegister people(transaction, ring);
    admission::MembershipRegister memberships(transaction);
    std::int64_t person = transaction.reserve("person", static_cast<std::int64_t>(made.size()) * members_of_group).first;
    for (const groups::Group& group : made)
        for (int place = 0; place < members_of_group; ++place, ++person) {
            people::PersonDetails details;
            details.given_name = "Etunimi";
            details.family_name = fmt::format("Sukunimi{}", person);
            people.create({person, "kainuu", batch}, details);
            admission::Membership membership{.group = group.id, .person = person, .from_on = first};
            memberships.create(membership, {batch, "enrolled", first});
            memberships.add_member(membership);
        }
    memberships.write_added();
}

void seed_meetings(store::Transaction& transaction, const std::vector<groups::Group>& made, calendar::Date first, int weeks) {
    groups::Schedule schedule(transaction);
    sessions::MarkRegister marks(transaction);
    constexpr sessions::Mark kinds[] = {sessions::Mark::present, sessions::Mark::late, sessions::Mark::absent_notified,
                                        sessions::Mark::absent_not_notified};
    for (int week = 0; week < weeks; ++week)
        for (std::size_t number = 0; number < made.size(); ++number) {
            groups::Session session{.group = made[number].id, .ordinal = week + 1, .starts_on = first.plus_days(7 * week)};
            session.state = groups::SessionState::held;
            session.attended = 8;
            session.absent_notified = session.absent_not_notified = 1;
            schedule.add(session, {batch, "held", session.starts_on});
            for (int place = 0; place < members_of_group; ++place)
                marks.add(session.id, static_cast<std::int64_t>(number) * members_of_group + place + 1,
                          {.mark = kinds[place < 2 ? place + 2 : place % 2], .batch = batch});
        }
    marks.write_added();
}

} // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    const calendar::Date first = *calendar::Date::of(2016, 1, 4);
    store::Database database = store::Database::open({words[1]}, store::OpenMode::use, std::chrono::seconds(60));
    store::Transaction transaction = database.write();
    transaction.prepare("INSERT INTO catalogue (id, digest, content) VALUES (0, 'seed', '')").bind().run();
    transaction
        .prepare(
            "INSERT INTO batch (id, recorded_at, actor, role, verb, catalogue, first_change) VALUES (0, '2016-01-01T00:00:00Z', "
            "'seed', 'admin', 'seed', 0, 1)")
        .bind()
        .run();
    const auto made = seed_groups(transaction, std::strtoll(words[2], nullptr, 10), first);
    seed_members(transaction, workspace_ring(words[1]), made, first);
    seed_meetings(transaction, made, first, std::atoi(words[3]));
    transaction.commit();
    return 0;
}
