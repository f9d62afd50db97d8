#include "admission/membership_register.hpp"

namespace peergroup::admission {

namespace {

using store::number_or_null;
using store::text_or_null;

std::optional<calendar::Date> day(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column)) : std::nullopt;
}

std::optional<std::string> iso(const std::optional<calendar::Date>& date) {
    return date ? std::optional(date->iso()) : std::nullopt;
}

Membership read_membership(const store::Row& row) {
    Membership membership;
    membership.group = row.integer(0);
    membership.person = row.integer(1);
    membership.episode = static_cast<int>(row.integer(2));
    membership.state = membership_state(row.text(3));
    membership.waiting_on = day(row, 4);
    membership.waiting_order = row.maybe_integer(5).value_or(0);
    membership.from_on = day(row, 6);
    membership.to_on = day(row, 7);
    membership.reason = row.text_or_empty(8);
    membership.change_seq = row.integer(9);
    membership.priority = static_cast<int>(row.integer(10));
    return membership;
}

// Has a place, and nothing else to tell.
bool is_plain(const Membership& membership) {
    return membership.from_on && !membership.to_on && !membership.waiting_on && membership.waiting_order == 0 &&
           membership.reason.empty();
}

} // namespace

MembershipRegister::MembershipRegister(store::Transaction& transaction)
    : transaction_(transaction),
      of_group_(
          transaction.prepare(R"sql(SELECT peer_group, person, episode, state, waiting_on, waiting_order, from_on, to_on, reason,
                                          change_seq, priority FROM enrolment WHERE peer_group = $1 ORDER BY person, episode)sql")),
      members_on_(transaction.prepare(R"sql(SELECT person FROM enrolment WHERE peer_group = $1 AND from_on <= $2
                                            AND (to_on IS NULL OR to_on >= $2) ORDER BY person)sql")),
      active_state_(transaction.prepare(R"sql(SELECT state FROM enrolment WHERE peer_group = $1 AND person = $2
                                              AND (state = 'enrolled' OR state = 'waitlisted'))sql")),
      enrolled_(transaction.append("enrolment (peer_group, person, episode, state, from_on, change_seq, priority)")),
      memberships_(transaction.append(
          "enrolment (peer_group, person, episode, state, waiting_on, waiting_order, from_on, to_on, reason, change_seq, "
          "priority)")),
      members_(transaction.append("member (person, peer_group, episode, referral)")),
      first_steps_(transaction.append("step (change_seq, batch, peer_group, person, episode, kind, effective_on)")),
      steps_(transaction.append("step (change_seq, batch, peer_group, person, episode, kind, effective_on, reason, previous)")) {}

std::vector<Membership> MembershipRegister::of_group(std::int64_t group) {
    std::vector<Membership> memberships;
    of_group_.bind(group).each([&](const store::Row& row) { memberships.push_back(read_membership(row)); });
    return memberships;
}

std::vector<std::int64_t> MembershipRegister::members_on(std::int64_t group, std::string_view day) {
    return store::numbers(members_on_.bind(group, day));
}

std::vector<Membership> MembershipRegister::of_person(std::int64_t person) {
    std::vector<Membership> memberships;
    transaction_
        .prepare(
            R"sql(SELECT e.peer_group, e.person, e.episode, e.state, e.waiting_on, e.waiting_order, e.from_on, e.to_on, e.reason,
                       e.change_seq, e.priority FROM member m JOIN enrolment e
                       ON e.peer_group = m.peer_group AND e.person = m.person AND e.episode = m.episode
                       WHERE m.person = $1 ORDER BY e.peer_group, e.episode)sql")
        .bind(person)
        .each([&](const store::Row& row) { memberships.push_back(read_membership(row)); });
    return memberships;
}

std::optional<MembershipState> MembershipRegister::active_state(std::int64_t group, std::int64_t person) {
    const auto row = active_state_.bind(group, person).one();
    return row ? std::optional(membership_state(row->text(0))) : std::nullopt;
}

bool MembershipRegister::has_completed(std::int64_t person, std::string_view type) {
    return transaction_
        .prepare(R"sql(SELECT 1 FROM member m
                       JOIN enrolment e ON e.peer_group = m.peer_group AND e.person = m.person AND e.episode = m.episode
                       JOIN peer_group g ON g.id = m.peer_group
                       WHERE m.person = $1 AND g.type = $2 AND e.state = 'completed' LIMIT 1)sql")
        .bind(person, type)
        .one()
        .has_value();
}

PlacesTaken MembershipRegister::taken(std::int64_t group) {
    const auto row =
        transaction_
            .prepare(R"sql(SELECT count(*) FILTER (WHERE state = 'enrolled'), count(*) FILTER (WHERE state = 'waitlisted')
                                        FROM enrolment WHERE peer_group = $1)sql")
            .bind(group)
            .one();
    return {row->integer(0), row->integer(1)};
}

void MembershipRegister::create(Membership& membership, const Step& step) {
    append_step(membership, step);
    if (is_plain(membership))
        return enrolled_.add(membership.group, membership.person, membership.episode, code_of(membership.state),
                             membership.from_on->iso(), membership.change_seq, membership.priority);
    memberships_.add(membership.group, membership.person, membership.episode, code_of(membership.state),
                     iso(membership.waiting_on), number_or_null(membership.waiting_order), iso(membership.from_on),
                     iso(membership.to_on), text_or_null(membership.reason), membership.change_seq, membership.priority);
}

void MembershipRegister::add_member(const Membership& membership) {
    members_.add(membership.person, membership.group, membership.episode, number_or_null(membership.referral));
}

void MembershipRegister::write_added() {
    enrolled_.write();
    memberships_.write();
    members_.write();
    first_steps_.write();
    steps_.write();
}

void MembershipRegister::change(Membership& membership, const Step& step) {
    append_step(membership, step);
    first_steps_.write();
    transaction_
        .prepare(
            R"sql(UPDATE enrolment SET state = $4, waiting_on = $5, waiting_order = $6, from_on = $7, to_on = $8, reason = $9,
                       change_seq = $10 WHERE peer_group = $1 AND person = $2 AND episode = $3)sql")
        .bind(membership.group, membership.person, membership.episode, code_of(membership.state), iso(membership.waiting_on),
              number_or_null(membership.waiting_order), iso(membership.from_on), iso(membership.to_on),
              text_or_null(membership.reason), membership.change_seq)
        .run();
}

void MembershipRegister::append_step(Membership& membership, const Step& step) {
    const std::int64_t number = transaction_.reserve("change", 1).first;
    if (first_change_ == 0) first_change_ = number;
    if (step.reason.empty() && membership.change_seq == 0) {
        first_steps_.add(number, step.batch, membership.group, membership.person, membership.episode, step.kind,
                         step.effective_on.iso());
    } else {
        first_steps_.write(); // steps are written in their order
        steps_.add(number, step.batch, membership.group, membership.person, membership.episode, step.kind,
                   step.effective_on.iso(), text_or_null(step.reason), number_or_null(membership.change_seq));
        steps_.write();
    }
    membership.change_seq = number;
}

void MembershipRegister::set_priority(const Membership& membership, int priority) {
    transaction_.prepare(R"sql(UPDATE enrolment SET priority = $4 WHERE peer_group = $1 AND person = $2 AND episode = $3)sql")
        .bind(membership.group, membership.person, membership.episode, priority)
        .run();
}

std::vector<MembershipRegister::OtherLanguage> MembershipRegister::of_other_language(std::int64_t batch) {
    std::vector<OtherLanguage> found;
    // Few groups state a language: where none does, nobody is looked at.
    if (!transaction_.prepare(R"sql(SELECT 1 FROM peer_group WHERE language IS NOT NULL LIMIT 1)sql").bind().one()) return found;
    transaction_
        .prepare(R"sql(SELECT s.person, p.language, g.code, g.language FROM step s JOIN peer_group g ON g.id = s.peer_group
                       JOIN person p ON p.id = s.person
                       WHERE s.change_seq >= (SELECT b.first_change FROM batch b WHERE b.id = $1) AND s.batch = $1
                       AND (s.kind = 'enrolled' OR s.kind = 'waitlisted') AND p.language <> g.language
                       ORDER BY s.change_seq LIMIT 21)sql")
        .bind(batch)
        .each([&](const store::Row& row) {
            found.push_back({row.integer(0), row.text(1), row.text(2), row.text(3)});
        });
    return found;
}

std::int64_t MembershipRegister::count_steps(std::int64_t batch) {
    if (first_change_ == 0) return 0;
    return transaction_.prepare(R"sql(SELECT count(*) FROM step WHERE change_seq >= $1 AND batch = $2)sql")
        .bind(first_change_, batch)
        .one()
        ->integer(0);
}

void MembershipRegister::ask_notices(std::int64_t batch, calendar::Date today) {
    transaction_
        .prepare(R"sql(INSERT INTO enrolment_notice (change_seq, peer_group, person, episode, asked_on)
                       SELECT s.change_seq, s.peer_group, s.person, s.episode, $3 FROM step s
                       WHERE s.change_seq >= $1 AND s.batch = $2 AND s.kind = 'enrolled')sql")
        .bind(first_change_, batch, today.iso())
        .run();
}

} // namespace peergroup::admission
