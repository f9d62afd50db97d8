#include "referrals/referral_rows.hpp"

#include "catalogue/catalogue_store.hpp"
#include "language/problem.hpp"
#include "language/text.hpp"
#include "people/family_rows.hpp"
#include "people/people.hpp"
#include "referrals/decider_guard.hpp"
#include "referrals/destination.hpp"
#include "referrals/referral_register.hpp"
#include "referrals/referral_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace peergroup::referrals {

namespace {

using batches::RowStatus;
using people::FieldFault;

RowStatus status_of(const std::vector<NewStep>& steps) {
    if (steps.empty()) return RowStatus::unchanged;
    switch (steps.back().kind) {
    case ReferralState::referred:
        return RowStatus::referred;
    case ReferralState::interview_scheduled:
        return RowStatus::scheduled;
    case ReferralState::interviewed:
        return RowStatus::interviewed;
    default:
        return RowStatus::decided;
    }
}

// One attempt at the sheet within one transaction.
class Recording {
public:
    Recording(const batches::Attempt& attempt, const catalogue::Catalogue& catalogue, const ReferralRows& rows,
              std::int64_t batch)
        : attempt_(attempt), catalogue_(catalogue), rows_(rows), batch_(batch), reader_(rows.sheet, rows.today, rows.decider),
          people_(attempt.transaction, attempt.journal.keys()), ways_(attempt.transaction),
          notes_(attempt.transaction, attempt.journal.keys()), guard_(attempt.transaction, catalogue, attempt.journal.keys()),
          destinations_(attempt.transaction, catalogue, attempt.journal.actor()), group_(rows.sheet.index_of("group")),
          type_(rows.sheet.index_of("type")), region_(rows.sheet.index_of("region")), person_(rows.sheet.index_of("person")) {}

    void run() {
        documents::SheetRow row;
        rows_.sheet.rewind();
        while (rows_.sheet.next(row))
            if (!attempt_.left_out.has(row.place.line)) take(row);
    }
    const std::vector<std::string>& regions() const { return regions_; }

private:
    void take(const documents::SheetRow& row) {
        if (row.fault) return attempt_.outcomes.reject(people::rejection_of(row));
        ToldSteps told;
        auto fault = read_told(row, told);
        std::int64_t person = 0;
        if (!fault) fault = read_person(row, person);
        FoundDestination found;
        if (!fault) fault = read_destination(row, found);
        if (fault) return attempt_.outcomes.reject(people::rejection_of(rows_.sheet, row, *fault));
        if (!found.refusal.empty())
            return refuse(row, found.destination.group != 0 || !type_ ? "group" : "type", found.refusal, found.detail);
        if (const std::string code = refusal_of_person(person, found.destination); !code.empty())
            return refuse(row, "person", code, people::PersonCode(person).text());
        record(row, person, found.destination, told);
    }

    void record(const documents::SheetRow& row, std::int64_t person, const Destination& destination, ToldSteps told) {
        complete(told, destination);
        const std::vector<Referral> ways = ways_.of_person(person);
        const Referral* const known = way_in_hand(ways, destination, told);
        const Course course = course_of(known, told, rows_.on);
        if (const auto* const refusal = std::get_if<std::string>(&course))
            return refuse(row, "person", *refusal, people::PersonCode(person).text());
        const std::vector<NewStep>& steps = std::get<std::vector<NewStep>>(course);
        if (const auto day = day_of_decision(steps))
            if (const std::string code = guard_.refusal_of(destination, told.decided_by, *day); !code.empty())
                return refuse(row, "decided_by", code, told.decided_by);
        Referral way = known != nullptr ? *known : new_way(person, destination);
        const Written written = write_steps(ways_, way, steps, told, batch_);
        if (const StepTexts texts = reader_.texts(row); !texts.empty() && written.last_change != 0)
            notes_.write(written.last_change, person, texts);
        attempt_.outcomes.add(row.place, status_of(written.steps), person);
        if (std::ranges::find(regions_, destination.region) == regions_.end()) regions_.push_back(destination.region);
    }

    // What the command means by a row: an interview is held on the row's day, unless one is only agreed or only a decision is
    // told.
    void complete(ToldSteps& told, const Destination& destination) const {
        told.again = rows_.again;
        if (rows_.verb == ReferralVerb::refer || (told.scheduled_on && !told.interviewed_on && !told.decision)) return;
        const calendar::Date day = told.interviewed_on.value_or(rows_.on);
        told.interviewed_on = day;
        if (!told.decision) return;
        told.decided_on = day;
        told.interview_implied = catalogue_.type(destination.type).demands(catalogue::EntryStep::interview);
        told.interviewed_on.reset();
    }

    std::optional<FieldFault> read_told(const documents::SheetRow& row, ToldSteps& told) const {
        if (auto fault = reader_.read(row, told)) return fault;
        if (rows_.verb == ReferralVerb::refer && told.path.empty())
            return FieldFault{"referred_by", "referred-by-missing", "nothing says by whom the person is referred"};
        return std::nullopt;
    }

    std::optional<FieldFault> read_person(const documents::SheetRow& row, std::int64_t& person) const {
        const std::string_view word = person_ ? row.at(*person_) : std::string_view();
        if (word.empty()) return FieldFault{"person", "person-missing", "the row names nobody"};
        const auto code = people::PersonCode::parse(word);
        if (!code) return FieldFault{"person", "no-person-code", "the value is no person's code (like P-0007)"};
        person = code->number();
        return std::nullopt;
    }

    std::optional<FieldFault> read_destination(const documents::SheetRow& row, FoundDestination& found) {
        const auto value = [&](const std::optional<std::size_t>& column) {
            return column ? row.at(*column) : std::string_view();
        };
        const std::string_view group = value(group_);
        if (group.empty() && value(type_).empty())
            return FieldFault{"group", "group-missing", "the row names neither a group nor a type"};
        if (group.empty()) {
            found = destinations_.of_type(value(type_), value(region_));
            return std::nullopt;
        }
        const auto code = groups::GroupCode::parse(group);
        if (!code)
            return FieldFault{"group", "no-group-code",
                              fmt::format("\"{}\" is no group code (like MLL-KAI-2026-01)", language::printable(group))};
        found = destinations_.of_group(*code);
        return std::nullopt;
    }

    // A facilitator goes on with ways that others began, and learns nothing of anybody else.
    std::string refusal_of_person(std::int64_t number, const Destination& destination) {
        const vault::Actor& actor = attempt_.journal.actor();
        const auto leads_there = [&](const Referral& way) { return way.leads_to(destination); };
        if (actor.role == vault::Role::facilitator && std::ranges::none_of(ways_.of_person(number), leads_there))
            return "not-permitted.person";
        const auto person = people_.find(number);
        if (!person) return "person-not-found";
        if (!actor.may_see_region(person->region)) return "not-permitted.region";
        return person->restricted && !actor.cleared ? "person-restricted" : "";
    }

    void refuse(const documents::SheetRow& row, std::string column, std::string code, std::string detail) {
        attempt_.outcomes.reject({row.place, std::move(column), std::move(code), "", std::move(detail)});
    }

    const batches::Attempt& attempt_;
    const catalogue::Catalogue& catalogue_;
    const ReferralRows& rows_;
    std::int64_t batch_;
    ToldStepsReader reader_;
    people::PersonRegister people_;
    ReferralRegister ways_;
    ReferralNotes notes_;
    DeciderGuard guard_;
    Destinations destinations_;
    std::optional<std::size_t> group_;
    std::optional<std::size_t> type_;
    std::optional<std::size_t> region_;
    std::optional<std::size_t> person_;
    std::vector<std::string> regions_;
};

} // namespace

batches::BatchResult record_referrals(store::Database& database, const catalogue::Catalogue& catalogue,
                                      const vault::Journal& journal, const batches::Manner& manner, const ReferralRows& rows) {
    if (rows.on > rows.today)
        throw Problem(ProblemKind::refused, "step-in-future", fmt::format("{} is still to come", rows.on.iso()), "--on",
                      "say it on the day itself, or later; an interview is agreed with --scheduled");
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        Recording recording(attempt, catalogue, rows, batch);
        recording.run();
        const batches::RowOutcomes& outcomes = attempt.outcomes;
        journal.record_change(
            attempt.transaction, recording.regions(),
            {fmt::format("batch {}", batch),
             fmt::format("referred={} scheduled={} interviewed={} decided={} unchanged={}", outcomes.count(RowStatus::referred),
                         outcomes.count(RowStatus::scheduled), outcomes.count(RowStatus::interviewed),
                         outcomes.count(RowStatus::decided), outcomes.count(RowStatus::unchanged)),
             batch});
    };
    return batches::run_batch(database, journal, manner, {.read = {}, .write = write});
}

} // namespace peergroup::referrals
