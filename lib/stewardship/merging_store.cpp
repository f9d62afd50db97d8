#include "stewardship/merging.hpp"

namespace peergroup::stewardship {

namespace {

constexpr int out_of_the_way = 1'000'000; // no group has so many episodes of one person

} // namespace

std::vector<std::string> NumberedRows::overlaps(std::int64_t one, std::int64_t other) {
    std::vector<std::string> codes;
    transaction_
        .prepare(R"sql(SELECT g.code FROM member m
                       JOIN enrolment a ON a.peer_group = m.peer_group AND a.person = m.person AND a.episode = m.episode
                       JOIN enrolment b ON b.peer_group = m.peer_group AND b.person = $2
                       JOIN peer_group g ON g.id = m.peer_group
                       WHERE m.person = $1 AND (b.to_on IS NULL OR coalesce(a.waiting_on, a.from_on) <= b.to_on)
                       AND (a.to_on IS NULL OR coalesce(b.waiting_on, b.from_on) <= a.to_on)
                       UNION SELECT g.code FROM member m JOIN session s ON s.peer_group = m.peer_group
                       JOIN mark a ON a.session = s.id AND a.person = m.person
                       JOIN mark b ON b.session = s.id AND b.person = $2
                       JOIN peer_group g ON g.id = m.peer_group WHERE m.person = $1 ORDER BY 1)sql")
        .bind(one, other)
        .each([&](const store::Row& row) { codes.push_back(row.text(0)); });
    return codes;
}

// Every membership of either in a group in which the merged one was, in the order of the days, with what hangs on it.
std::vector<NumberedRows::Episode> NumberedRows::episodes_of(std::int64_t merged, std::int64_t into) {
    std::vector<Episode> episodes;
    transaction_
        .prepare(R"sql(SELECT e.peer_group, e.person, e.episode FROM enrolment e
                       WHERE (e.person = $1 OR e.person = $2)
                       AND e.peer_group IN (SELECT peer_group FROM member WHERE person = $1)
                       ORDER BY e.peer_group, coalesce(e.waiting_on, e.from_on), e.episode)sql")
        .bind(merged, into)
        .each([&](const store::Row& row) {
            const bool same_group = !episodes.empty() && episodes.back().group == row.integer(0);
            const int number = same_group ? episodes.back().renumbered + 1 : 1;
            episodes.push_back({row.integer(0), row.integer(1), static_cast<int>(row.integer(2)), number, {}, {}});
        });
    store::Statement steps = transaction_.prepare(R"sql(WITH RECURSIVE walked (change_seq) AS (
                                       SELECT change_seq FROM enrolment WHERE peer_group = $1 AND person = $2 AND episode = $3
                                       UNION SELECT s.previous FROM step s JOIN walked w ON s.change_seq = w.change_seq
                                       WHERE s.previous IS NOT NULL)
                                   SELECT change_seq FROM walked)sql");
    store::Statement offers =
        transaction_.prepare(R"sql(SELECT change_seq FROM offer WHERE peer_group = $1 AND person = $2 AND episode = $3)sql");
    for (Episode& one : episodes) {
        one.steps = store::numbers(steps.bind(one.group, one.person, one.episode));
        one.offers = store::numbers(offers.bind(one.group, one.person, one.episode));
    }
    return episodes;
}

void NumberedRows::put(const Episode& episode, std::int64_t person, int number) {
    const bool parked = number > out_of_the_way;
    const std::int64_t from_person = parked ? episode.person : person;
    const int from_number = parked ? episode.episode : episode.renumbered + out_of_the_way;
    for (const char* const statement : {R"sql(UPDATE enrolment SET person = $4, episode = $5
                                              WHERE peer_group = $1 AND person = $2 AND episode = $3)sql",
                                        R"sql(UPDATE member SET person = $4, episode = $5
                                              WHERE peer_group = $1 AND person = $2 AND episode = $3)sql"})
        transaction_.prepare(statement).bind(episode.group, from_person, from_number, person, number).run();
}

Merged NumberedRows::move(std::int64_t merged, std::int64_t into) {
    const std::vector<Episode> episodes = episodes_of(merged, into);
    Merged moved;
    moved.marks = transaction_
                      .prepare(R"sql(UPDATE mark SET person = $2 WHERE person = $1 AND session IN (
                                     SELECT s.id FROM member m JOIN session s ON s.peer_group = m.peer_group
                                     WHERE m.person = $1))sql")
                      .bind(merged, into)
                      .run();
    for (const Episode& episode : episodes) {
        put(episode, into, episode.renumbered + out_of_the_way);
        if (episode.person == merged) ++moved.memberships;
    }
    store::Statement step = transaction_.prepare(R"sql(UPDATE step SET person = $2, episode = $3 WHERE change_seq = $1)sql");
    store::Statement offer = transaction_.prepare(R"sql(UPDATE offer SET person = $2, episode = $3 WHERE change_seq = $1)sql");
    for (const Episode& episode : episodes) {
        put(episode, into, episode.renumbered);
        for (const std::int64_t change : episode.steps)
            step.bind(change, into, episode.renumbered).run();
        for (const std::int64_t change : episode.offers)
            offer.bind(change, into, episode.renumbered).run();
    }
    return moved;
}

void NumberedRows::move_ties(std::int64_t merged, std::int64_t into) {
    for (const char* const statement :
         {R"sql(DELETE FROM person_link WHERE (person = $1 AND other = $2) OR (person = $2 AND other = $1))sql",
          R"sql(INSERT INTO person_link (person, other, relation)
                SELECT CASE WHEN person = $1 THEN $2 ELSE person END, CASE WHEN other = $1 THEN $2 ELSE other END, relation
                FROM person_link WHERE person = $1 OR other = $1
                ON CONFLICT (person, other, relation) DO NOTHING)sql",
          R"sql(INSERT INTO family_member (family, person) SELECT family, $2 FROM family_member WHERE person = $1
                ON CONFLICT (family, person) DO NOTHING)sql",
          R"sql(UPDATE referral_step SET person = $2 WHERE change_seq IN (
                    WITH RECURSIVE walked (change_seq) AS (
                        SELECT r.change_seq FROM referral r WHERE r.person = $1
                        UNION SELECT s.previous FROM referral_step s JOIN walked w ON s.change_seq = w.change_seq
                        WHERE s.previous IS NOT NULL)
                    SELECT change_seq FROM walked))sql",
          R"sql(UPDATE step SET person = $2 WHERE change_seq IN (
                    SELECT u.change_seq FROM undone_step u WHERE u.person = $1
                    UNION SELECT u.undone_by FROM undone_step u WHERE u.person = $1))sql",
          R"sql(UPDATE referral_step SET person = $2 WHERE change_seq IN (
                    SELECT u.change_seq FROM undone_step u WHERE u.person = $1
                    UNION SELECT u.undone_by FROM undone_step u WHERE u.person = $1))sql",
          // Memberships get other numbers: what was answered for is asked again.
          R"sql(DELETE FROM answered_for WHERE person = $1 OR person = $2)sql",
          R"sql(UPDATE undone_step SET person = $2 WHERE person = $1)sql",
          R"sql(UPDATE referral SET person = $2 WHERE person = $1)sql"})
        transaction_.prepare(statement).bind(merged, into).run();
}

void NumberedRows::point(std::int64_t merged, std::int64_t into) {
    transaction_.prepare(R"sql(UPDATE person SET merged_into = $2 WHERE id = $1 OR merged_into = $1)sql")
        .bind(merged, into)
        .run();
}

} // namespace peergroup::stewardship
