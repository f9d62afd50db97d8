#include "referrals/referral_register.hpp"

namespace peergroup::referrals {

namespace {

using store::number_or_null;
using store::text_or_null;

std::optional<calendar::Date> day(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column)) : std::nullopt;
}

std::optional<std::string> iso(const std::optional<calendar::Date>& date) {
    return date ? std::optional(date->iso()) : std::nullopt;
}

Referral read_referral(const store::Row& row) {
    Referral way;
    way.id = row.integer(0);
    way.person = row.integer(1);
    way.group = row.maybe_integer(2).value_or(0);
    way.type = row.text(3);
    way.region = row.text(4);
    way.state = referral_state(row.text(5));
    way.path = row.text_or_empty(6);
    way.referred_on = day(row, 7);
    way.scheduled_on = day(row, 8);
    way.interviewed_on = day(row, 9);
    way.decided_on = day(row, 10);
    way.decided_by = row.text_or_empty(11);
    way.reason = row.text_or_empty(12);
    way.priority = static_cast<int>(row.integer(13));
    way.change_seq = row.integer(14);
    way.used = row.has(15);
    return way;
}

} // namespace

ReferralRegister::ReferralRegister(store::Transaction& transaction)
    : transaction_(transaction), of_person_(transaction.prepare(
                                     R"sql(SELECT r.id, r.person, r.peer_group, r.type, r.region, r.state, r.path, r.referred_on,
                                           r.scheduled_on, r.interviewed_on, r.decided_on, r.decided_by, r.reason, r.priority,
                                           r.change_seq, (SELECT min(m.peer_group) FROM member m WHERE m.person = r.person
                                                          AND m.referral = r.id)
                                           FROM referral r WHERE r.person = $1 ORDER BY r.id)sql")),
      save_(transaction.prepare(
          R"sql(INSERT INTO referral (person, id, peer_group, type, region, state, path, referred_on, scheduled_on, interviewed_on,
                                      decided_on, decided_by, reason, priority, change_seq)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                ON CONFLICT (person, id) DO UPDATE SET state = excluded.state, path = excluded.path,
                referred_on = excluded.referred_on, scheduled_on = excluded.scheduled_on,
                interviewed_on = excluded.interviewed_on, decided_on = excluded.decided_on, decided_by = excluded.decided_by,
                reason = excluded.reason, priority = excluded.priority, change_seq = excluded.change_seq)sql")),
      add_step_(transaction.prepare(
          R"sql(INSERT INTO referral_step (change_seq, batch, person, referral, kind, effective_on, path, priority, decided_by, reason,
                                           previous)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql")) {}

std::vector<Referral> ReferralRegister::of_person(std::int64_t person) {
    std::vector<Referral> ways;
    of_person_.bind(person).each([&](const store::Row& row) { ways.push_back(read_referral(row)); });
    return ways;
}

// Each step names the one before it, from the newest that a way names.
std::vector<ReferralStep> ReferralRegister::steps_of(std::int64_t person) {
    std::vector<ReferralStep> steps;
    transaction_
        .prepare(R"sql(WITH RECURSIVE walked (change_seq) AS (
                           SELECT r.change_seq FROM referral r WHERE r.person = $1
                           UNION SELECT s.previous FROM referral_step s JOIN walked w ON s.change_seq = w.change_seq
                           WHERE s.previous IS NOT NULL)
                       SELECT s.change_seq, r.peer_group, r.type, r.region, s.kind, s.effective_on, s.path, s.decided_by, s.reason
                       FROM walked w JOIN referral_step s ON s.change_seq = w.change_seq
                       JOIN referral r ON r.person = s.person AND r.id = s.referral
                       WHERE s.kind <> 'undone' ORDER BY s.change_seq)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            steps.push_back({row.integer(0), row.maybe_integer(1).value_or(0), row.text(2), row.text(3),
                             referral_state(row.text(4)), day(row, 5).value(), row.text_or_empty(6), row.text_or_empty(7),
                             row.text_or_empty(8)});
        });
    return steps;
}

std::vector<Referral> ReferralRegister::open_of_type(std::string_view type, std::string_view region) {
    std::vector<Referral> ways;
    transaction_
        .prepare(R"sql(SELECT r.id, r.person, r.peer_group, r.type, r.region, r.state, r.path, r.referred_on, r.scheduled_on,
                              r.interviewed_on, r.decided_on, r.decided_by, r.reason, r.priority, r.change_seq, NULL
                       FROM referral r JOIN person p ON p.id = r.person
                       WHERE r.type = $1 AND r.region = $2 AND r.state <> 'withdrawn' AND p.erased_on IS NULL
                       AND NOT EXISTS (SELECT 1 FROM member m WHERE m.person = r.person AND m.referral = r.id)
                       ORDER BY r.id)sql")
        .bind(type, region)
        .each([&](const store::Row& row) { ways.push_back(read_referral(row)); });
    return ways;
}

std::vector<ReferralRegister::TypeInDemand> ReferralRegister::types_in_demand() {
    std::vector<TypeInDemand> types;
    transaction_
        .prepare(R"sql(SELECT r.type, r.region, count(DISTINCT r.person),
                              min(coalesce(r.referred_on, r.scheduled_on, r.interviewed_on, r.decided_on))
                       FROM referral r JOIN person p ON p.id = r.person
                       WHERE r.peer_group IS NULL AND r.state <> 'withdrawn' AND r.state <> 'not_suitable'
                       AND p.erased_on IS NULL
                       AND NOT EXISTS (SELECT 1 FROM member m WHERE m.person = r.person AND m.referral = r.id)
                       GROUP BY r.type, r.region ORDER BY r.type, r.region)sql")
        .bind()
        .each([&](const store::Row& row) {
            types.push_back({row.text(0), row.text(1), row.integer(2), calendar::Date::parse(row.text(3)).value()});
        });
    return types;
}

std::int64_t ReferralRegister::write(Referral& way, const NewStep& step, std::int64_t batch) {
    const std::int64_t number = transaction_.reserve("change", 1).first;
    if (way.id == 0) way.id = number;
    const bool decides = is_decision(step.kind);
    const bool refers = step.kind == ReferralState::referred;
    add_step_
        .bind(number, batch, way.person, way.id, code_of(step.kind), step.on.iso(), text_or_null(refers ? way.path : ""),
              refers ? std::optional(way.priority) : std::nullopt, text_or_null(decides ? way.decided_by : ""),
              text_or_null(way.reason), number_or_null(way.change_seq))
        .run();
    way.change_seq = number;
    save(way);
    return number;
}

std::int64_t ReferralRegister::write_undone(Referral& way, calendar::Date on, std::int64_t batch) {
    const std::int64_t number = transaction_.reserve("change", 1).first;
    const std::optional<std::string> none;
    add_step_
        .bind(number, batch, way.person, way.id, "undone", on.iso(), none, std::optional<int>(), none, none,
              number_or_null(way.change_seq))
        .run();
    way.change_seq = number;
    save(way);
    return number;
}

void ReferralRegister::save(const Referral& way) {
    save_
        .bind(way.person, way.id, number_or_null(way.group), way.type, way.region, code_of(way.state), text_or_null(way.path),
              iso(way.referred_on), iso(way.scheduled_on), iso(way.interviewed_on), iso(way.decided_on),
              text_or_null(way.decided_by), text_or_null(way.reason), way.priority, way.change_seq)
        .run();
}

Written write_steps(ReferralRegister& ways, Referral& way, const std::vector<NewStep>& steps, const ToldSteps& told,
                    std::int64_t batch) {
    Written written{.steps = steps};
    for (const NewStep& step : steps) {
        way = after(way, step, told);
        written.last_change = ways.write(way, step, batch);
    }
    return written;
}

Referral new_way(std::int64_t person, const Destination& destination) {
    Referral way;
    way.person = person;
    way.group = destination.group;
    way.type = destination.type;
    way.region = destination.region;
    return way;
}

} // namespace peergroup::referrals
