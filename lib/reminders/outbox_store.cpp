#include "reminders/outbox.hpp"

#include <algorithm>

namespace peergroup::reminders {

namespace {

calendar::Instant instant_of(const std::string& text) {
    return calendar::Instant::parse(text).value();
}

catalogue::ReminderAbout about_of(std::string_view code) {
    using enum catalogue::ReminderAbout;
    for (const catalogue::ReminderAbout about : {session, interview, offer})
        if (catalogue::code_of(about) == code) return about;
    return enrolment;
}

Reminder read_reminder(const store::Row& row) {
    Reminder reminder;
    reminder.id = row.integer(0);
    reminder.rule = row.text(1);
    reminder.about = about_of(row.text(2));
    reminder.event = row.integer(3);
    reminder.recipient = {row.integer(4), row.integer(5), row.text(6)};
    reminder.version = static_cast<int>(row.integer(7));
    reminder.group = row.maybe_integer(8).value_or(0);
    reminder.region = row.text(9);
    reminder.told = row.text(10);
    reminder.due_at = instant_of(row.text(11));
    reminder.last_at = instant_of(row.text(12));
    reminder.state = reminder_state(row.text(13));
    reminder.channel = row.text_or_empty(14);
    reminder.attempts = static_cast<int>(row.integer(15));
    if (row.has(16)) reminder.next_at = instant_of(row.text(16));
    reminder.recorded_at = instant_of(row.text(17));
    reminder.code = row.text_or_empty(18);
    return reminder;
}

std::optional<std::string> text_of(const std::optional<calendar::Instant>& instant) {
    return instant ? std::optional(instant->text()) : std::nullopt;
}

} // namespace

Outbox::Outbox(store::Transaction& transaction)
    : transaction_(transaction),
      newest_(transaction.prepare(
          R"sql(SELECT id, rule, about, event, person, facilitator, staff, version, peer_group, region, told, due_at, last_at, state,
                       channel, attempts, next_at, recorded_at, code FROM reminder
                WHERE rule = $1 AND about = $2 AND event = $3 AND person = $4 AND facilitator = $5 AND staff = $6
                ORDER BY version DESC LIMIT 1)sql")),
      insert_(transaction.prepare(
          R"sql(INSERT INTO reminder (id, rule, about, event, person, facilitator, staff, version, peer_group, region, told, due_at,
                                      last_at, state, channel, attempts, next_at, recorded_at, code)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19))sql")),
      update_(transaction.prepare(
          R"sql(UPDATE reminder SET state = $2, channel = $3, attempts = $4, next_at = $5, recorded_at = $6, code = $7, due_at = $8,
                                    last_at = $9 WHERE id = $1)sql")) {}

std::optional<Reminder> Outbox::newest(const Candidate& candidate) {
    const Recipient& to = candidate.recipient;
    const auto row = newest_
                         .bind(candidate.rule->id, catalogue::code_of(candidate.event.about), candidate.event.id, to.person,
                               to.facilitator, to.staff)
                         .one();
    return row ? std::optional(read_reminder(*row)) : std::nullopt;
}

std::vector<Reminder> Outbox::read(store::Statement& select) {
    std::vector<Reminder> reminders;
    select.each([&](const store::Row& row) { reminders.push_back(read_reminder(row)); });
    return reminders;
}

std::vector<Reminder> Outbox::in_state(ReminderState state) {
    store::Statement select = transaction_.prepare(
        R"sql(SELECT id, rule, about, event, person, facilitator, staff, version, peer_group, region, told, due_at,
                                          last_at, state, channel, attempts, next_at, recorded_at, code FROM reminder
                                   WHERE state = $1 ORDER BY id)sql");
    return read(select.bind(code_of(state)));
}

std::optional<calendar::Instant> Outbox::next_retry() {
    const auto row = transaction_.prepare(R"sql(SELECT min(next_at) FROM reminder WHERE state = 'failed')sql").bind().one();
    return row->has(0) ? std::optional(instant_of(row->text(0))) : std::nullopt;
}

std::map<std::pair<std::string, std::string>, std::int64_t> Outbox::counts(calendar::Instant since,
                                                                           const std::vector<std::string>& regions) {
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    transaction_
        .prepare(R"sql(SELECT region, state, coalesce(code, ''), count(*) FROM reminder WHERE recorded_at >= $1
                       GROUP BY region, state, coalesce(code, ''))sql")
        .bind(since.text())
        .each([&](const store::Row& row) {
            if (regions.empty() || std::ranges::find(regions, row.text(0)) != regions.end())
                counts[{row.text(1), row.text(2)}] += row.integer(3);
        });
    return counts;
}

std::vector<Reminder> Outbox::let_again(const std::vector<std::int64_t>& ids, calendar::Instant now,
                                        const std::vector<std::string>& regions) {
    std::vector<Reminder> again;
    for (const ReminderState state : {ReminderState::given_up, ReminderState::unknown})
        for (Reminder& reminder : in_state(state)) {
            const bool wanted = ids.empty() || std::ranges::find(ids, reminder.id) != ids.end();
            const bool may = regions.empty() || std::ranges::find(regions, reminder.region) != regions.end();
            if (!wanted || !may || reminder.last_at <= now) continue;
            reminder.state = ReminderState::failed;
            reminder.attempts = 0;
            reminder.code = "retried";
            reminder.next_at = reminder.recorded_at = now;
            update(reminder);
            again.push_back(std::move(reminder));
        }
    return again;
}

void Outbox::add(Reminder& reminder) {
    reminder.id = transaction_.reserve("reminder", 1).first;
    insert_
        .bind(reminder.id, reminder.rule, catalogue::code_of(reminder.about), reminder.event, reminder.recipient.person,
              reminder.recipient.facilitator, reminder.recipient.staff, reminder.version, store::number_or_null(reminder.group),
              reminder.region, reminder.told, reminder.due_at.text(), reminder.last_at.text(), code_of(reminder.state),
              store::text_or_null(reminder.channel), reminder.attempts, text_of(reminder.next_at), reminder.recorded_at.text(),
              store::text_or_null(reminder.code))
        .run();
}

void Outbox::update(const Reminder& reminder) {
    update_
        .bind(reminder.id, code_of(reminder.state), store::text_or_null(reminder.channel), reminder.attempts,
              text_of(reminder.next_at), reminder.recorded_at.text(), store::text_or_null(reminder.code), reminder.due_at.text(),
              reminder.last_at.text())
        .run();
}

std::map<std::string, calendar::Instant> Outbox::rules_since() {
    std::map<std::string, calendar::Instant> since;
    transaction_.prepare(R"sql(SELECT rule, since FROM reminder_rule)sql").bind().each([&](const store::Row& row) {
        since.emplace(row.text(0), instant_of(row.text(1)));
    });
    return since;
}

std::map<std::string, calendar::Instant> Outbox::note_rules(const std::vector<catalogue::ReminderRule>& rules,
                                                            calendar::Instant now) {
    std::map<std::string, calendar::Instant> since = rules_since();
    const calendar::Instant first = since.empty() ? calendar::Instant() : now;
    store::Statement insert = transaction_.prepare(R"sql(INSERT INTO reminder_rule (rule, since) VALUES ($1, $2))sql");
    for (const catalogue::ReminderRule& rule : rules)
        if (since.emplace(rule.id, first).second) insert.bind(rule.id, first.text()).run();
    return since;
}

std::string Outbox::store_identity() {
    return transaction_.prepare(R"sql(SELECT id FROM store_identity)sql").bind().one().value().text(0);
}

} // namespace peergroup::reminders
