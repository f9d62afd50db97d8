#include "people/people_import.hpp"

#include "catalogue/catalogue_store.hpp"
#include "language/text.hpp"
#include "people/family_rows.hpp"
#include "people/person_facts.hpp"

#include <fmt/format.h>

#include <utility>

namespace peergroup::people {

namespace {

using batches::RowStatus;

// One attempt at the sheet within one transaction.
class Import {
public:
    Import(const batches::Attempt& attempt, const PeopleImport& import, const ToldFactsReader& facts_reader, std::int64_t batch)
        : attempt_(attempt), import_(import), reader_(import.sheet, import.identity_codes), facts_reader_(facts_reader),
          people_(attempt.transaction, attempt.journal.keys()), facts_(people_.keys()), batch_(batch),
          family_(import.sheet.index_of("family")), relation_(import.sheet.index_of("relation")) {}

    void run() {
        documents::SheetRow row;
        import_.sheet.rewind();
        while (import_.sheet.next(row))
            if (!attempt_.left_out.has(row.place.line)) take(row);
        families_.reject_fallen(attempt_.outcomes);
        families_.write(people_);
    }

private:
    void take(const documents::SheetRow& row) {
        const std::string family = language::fold(family_ ? row.at(*family_) : std::string_view());
        PersonDetails details;
        std::string relation;
        if (row.fault) {
            families_.refuse(family, false);
            return attempt_.outcomes.reject(rejection_of(row));
        }
        auto fault = reader_.read(row, details);
        if (!fault && relation_) fault = FamilyRows::read_relation(row.at(*relation_), relation);
        ToldFacts facts;
        if (!fault) fault = facts_reader_.read(row, facts);
        if (fault) {
            families_.refuse(family, false);
            return attempt_.outcomes.reject(rejection_of(import_.sheet, row, *fault));
        }
        const Match match = find(details);
        if (const auto* const refusal = std::get_if<MatchRefusal>(&match)) {
            families_.refuse(family, refusal->follows());
            batches::RowRejection rejection = rejection_of(row.place, *refusal, attempt_.outcomes);
            rejection.family = FamilyRows::mark_of(family);
            return attempt_.outcomes.reject(std::move(rejection));
        }
        auto [person, status] = settle(match, details, row.place.line);
        if (facts_.take(person, facts, import_.identity_codes.today) && status == RowStatus::unchanged)
            status = RowStatus::updated;
        attempt_.outcomes.add(row.place, status, person);
        families_.add(family, {person, relation, row.place, status});
    }

    Match find(const PersonDetails& details) {
        return match_person(people_, {import_.region, details, import_.on_difference, import_.different_person});
    }

    std::pair<std::int64_t, RowStatus> settle(const Match& match, const PersonDetails& details, std::uint32_t line) {
        if (const auto* const known = std::get_if<Known>(&match))
            return {known->person, known->updated ? RowStatus::updated : RowStatus::unchanged};
        const std::int64_t id = attempt_.transaction.reserve("person", 1).first;
        people_.create({id, import_.region, batch_}, details);
        attempt_.outcomes.note_created(id, line);
        return {id, RowStatus::created};
    }

    const batches::Attempt& attempt_;
    const PeopleImport& import_;
    PersonDetailsReader reader_;
    const ToldFactsReader& facts_reader_;
    PersonRegister people_;
    FactRegister facts_;
    std::int64_t batch_;
    std::optional<std::size_t> family_;
    std::optional<std::size_t> relation_;
    FamilyRows families_;
};

} // namespace

batches::BatchResult import_people(store::Database& database, const catalogue::Catalogue& catalogue,
                                   const vault::Journal& journal, const batches::Manner& manner, const PeopleImport& import) {
    journal.actor().require_region(import.region);
    const ToldFactsReader facts_reader(import.sheet, catalogue);
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        Import(attempt, import, facts_reader, batch).run();
        journal.record_change(
            attempt.transaction, {import.region},
            {"region " + import.region,
             fmt::format("created={} updated={} unchanged={}", attempt.outcomes.count(RowStatus::created),
                         attempt.outcomes.count(RowStatus::updated), attempt.outcomes.count(RowStatus::unchanged)),
             batch});
    };
    return batches::run_batch(database, journal, manner, {.read = {}, .write = write});
}

} // namespace peergroup::people
