#include "referrals/referral_notes.hpp"

namespace peergroup::referrals {

namespace {

constexpr std::string_view column_of_notes = "referral_note.record";

} // namespace

ReferralNotes::ReferralNotes(store::Transaction& transaction, const vault::KeyRing& ring)
    : transaction_(transaction), keys_(transaction, ring) {}

void ReferralNotes::write(std::int64_t change_seq, std::int64_t person, const StepTexts& texts) {
    write_one(change_seq, person, "note", texts.note);
    write_one(change_seq, person, "offered_instead", texts.offered_instead);
}

void ReferralNotes::write_one(std::int64_t change_seq, std::int64_t person, std::string_view kind, const std::string& text) {
    if (text.empty()) return;
    transaction_.prepare(R"sql(INSERT INTO referral_note (person, change_seq, kind, record) VALUES ($1, $2, $3, $4))sql")
        .bind(person, change_seq, kind, store::Blob{keys_.seal(person, column_of_notes, text)})
        .run();
}

std::vector<ReferralNote> ReferralNotes::of_person(std::int64_t person) {
    std::vector<ReferralNote> notes;
    transaction_
        .prepare(R"sql(SELECT change_seq, kind, record FROM referral_note WHERE person = $1 ORDER BY change_seq, kind)sql")
        .bind(person)
        .each([&](const store::Row& row) {
            notes.push_back({row.integer(0), row.text(1), row.text(2)});
        });
    for (ReferralNote& note : notes)
        note.text = keys_.unseal(person, column_of_notes, note.text);
    return notes;
}

} // namespace peergroup::referrals
