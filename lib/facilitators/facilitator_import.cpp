#include "facilitators/facilitator_import.hpp"

#include "catalogue/catalogue_store.hpp"
#include "facilitators/facilitator_register.hpp"
#include "facilitators/facilitator_sheet.hpp"
#include "language/text.hpp"
#include "people/family_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace peergroup::facilitators {

namespace {

using batches::RowStatus;
using people::IdentityRecord;

constexpr std::array told_members = {&IdentityRecord::given_name, &IdentityRecord::family_name, &IdentityRecord::reference,
                                     &IdentityRecord::email, &IdentityRecord::phone};

// Writes what was told over what is stored; blanks leave it. Gives whether that makes a difference.
bool take_told(IdentityRecord& stored, const IdentityRecord& told) {
    bool differs = false;
    for (const auto member : told_members)
        if (!(told.*member).empty() && told.*member != stored.*member) {
            stored.*member = told.*member;
            differs = true;
        }
    return differs;
}

bool fills_blanks_only(const IdentityRecord& stored, const IdentityRecord& told) {
    return std::ranges::all_of(told_members, [&](const auto member) {
        return (told.*member).empty() || (stored.*member).empty() || told.*member == stored.*member;
    });
}

bool same_name(const IdentityRecord& one, const IdentityRecord& other) {
    return language::fold(one.given_name) == language::fold(other.given_name) &&
           language::fold(one.family_name) == language::fold(other.family_name);
}

// One attempt at the sheet within one transaction.
class Import {
public:
    Import(const batches::Attempt& attempt, const FacilitatorImport& import, const catalogue::Catalogue& catalogue,
           std::int64_t batch)
        : attempt_(attempt), import_(import), reader_(import.sheet, catalogue, import.today),
          register_(attempt.transaction, attempt.journal.keys()), qualifications_(attempt.transaction), batch_(batch) {
        for (Facilitator& facilitator : register_.list(import.region, attempt.journal.actor())) {
            IdentityRecord record = register_.record_of(facilitator);
            known_.push_back({std::move(facilitator), std::move(record)});
        }
    }

    void run() {
        documents::SheetRow row;
        import_.sheet.rewind();
        while (import_.sheet.next(row))
            if (!attempt_.left_out.has(row.place.line)) take(row);
    }

private:
    struct Known {
        Facilitator facilitator;
        IdentityRecord record;
    };

    void take(const documents::SheetRow& row) {
        if (row.fault) return attempt_.outcomes.reject(people::rejection_of(row));
        ToldFacilitator told;
        if (const auto fault = reader_.read(row, told))
            return attempt_.outcomes.reject(people::rejection_of(import_.sheet, row, *fault));
        const std::vector<Known*> meant = meant_by(told.record);
        if (meant.size() > 1) return refuse(row, "name-ambiguous", meant);
        if (meant.empty() && told.record.given_name.empty() && told.record.family_name.empty())
            return refuse(row, "nobody-named", {});
        if (meant.empty()) return create(row, told);
        join(row, *meant.front(), told);
    }

    // A reference tells people of one name apart where both have one.
    std::vector<Known*> meant_by(const IdentityRecord& told) {
        std::vector<Known*> named;
        for (Known& known : known_) {
            if (!told.reference.empty() && told.reference == known.record.reference) return {&known};
            const bool apart = !told.reference.empty() && !known.record.reference.empty();
            if (!apart && same_name(told, known.record)) named.push_back(&known);
        }
        return told.given_name.empty() && told.family_name.empty() ? std::vector<Known*>{} : named;
    }

    void create(const documents::SheetRow& row, const ToldFacilitator& told) {
        const FacilitatorCode code = register_.create(import_.region, told.record, batch_);
        attempt_.outcomes.note_created(code.number(), row.place.line);
        known_.push_back({{.code = code, .region = import_.region}, told.record});
        add_to(code, told);
        attempt_.outcomes.add(row.place, RowStatus::created, code.number());
    }

    void join(const documents::SheetRow& row, Known& known, const ToldFacilitator& told) {
        if (import_.on_difference == people::OnDifference::reject && !fills_blanks_only(known.record, told.record))
            return refuse(row, "differs", {&known});
        bool updated = false;
        if (import_.on_difference != people::OnDifference::keep && take_told(known.record, told.record)) {
            register_.write_record(known.facilitator, known.record);
            updated = true;
        }
        updated = add_to(known.facilitator.code, told) || updated;
        attempt_.outcomes.add(row.place, updated ? RowStatus::updated : RowStatus::unchanged, known.facilitator.code.number());
    }

    bool add_to(FacilitatorCode code, const ToldFacilitator& told) {
        bool changed = false;
        for (const std::string& role : told.roles)
            changed = register_.add_role(code, role, batch_) || changed;
        if (told.qualification && is_news(code, *told.qualification))
            changed = qualifications_.state(code, *told.qualification, batch_) || changed;
        return changed;
    }

    // An old sheet takes back no revocation, and a blank no day of expiry.
    bool is_news(FacilitatorCode code, const Qualification& told) {
        const std::vector<Qualification> known = qualifications_.of(code);
        return std::ranges::none_of(known, [&](const Qualification& one) {
            return one.code == told.code && one.earned_on == told.earned_on && (one.revoked_on || !told.expires_on);
        });
    }

    void refuse(const documents::SheetRow& row, const char* code, const std::vector<Known*>& about) {
        std::string detail;
        for (const Known* const known : about) {
            const FacilitatorCode number = known->facilitator.code;
            const auto line = attempt_.outcomes.line_that_created(number.number());
            detail += (detail.empty() ? "" : ", ") + (line ? fmt::format("line {}", *line) : number.text());
        }
        attempt_.outcomes.reject({.place = row.place, .code = code, .detail = detail, .follows = !about.empty()});
    }

    const batches::Attempt& attempt_;
    const FacilitatorImport& import_;
    FacilitatorRowReader reader_;
    FacilitatorRegister register_;
    QualificationRegister qualifications_;
    std::int64_t batch_;
    std::vector<Known> known_; ///< of the region; a few hundred at most
};

} // namespace

batches::BatchResult import_facilitators(store::Database& database, const catalogue::Catalogue& catalogue,
                                         const vault::Journal& journal, const batches::Manner& manner,
                                         const FacilitatorImport& import) {
    journal.actor().require_region(import.region);
    const auto write = [&](const batches::Attempt& attempt) {
        const std::int64_t batch =
            journal.begin_batch(attempt.transaction, catalogue::keep_catalogue(attempt.transaction, catalogue));
        Import(attempt, import, catalogue, batch).run();
        journal.record_change(
            attempt.transaction, {import.region},
            {"region " + import.region,
             fmt::format("created={} updated={} unchanged={}", attempt.outcomes.count(RowStatus::created),
                         attempt.outcomes.count(RowStatus::updated), attempt.outcomes.count(RowStatus::unchanged)),
             batch});
    };
    return batches::run_batch(database, journal, manner, {.read = {}, .write = write});
}

} // namespace peergroup::facilitators
