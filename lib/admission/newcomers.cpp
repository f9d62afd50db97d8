#include "admission/newcomers.hpp"

#include "catalogue/fact_codes.hpp"
#include "people/family_rows.hpp"
#include "people/people.hpp"
#include "referrals/destination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace peergroup::admission {

Newcomers::Newcomers(const EnrolRun& run, WaysIn& ways)
    : run_(run), ways_(ways), attempt_(run.attempt), request_(run.request), terms_(attempt_.transaction),
      people_(attempt_.transaction, attempt_.journal.keys()), details_reader_(request_.sheet, request_.identity_codes),
      facts_(people_.keys()), memberships_(attempt_.transaction) {
    if (!attempt_.journal.actor().cleared) restricted_ = people_.restricted();
}

void Newcomers::find(Arrivals& arrivals, Applicants& applicants, RefusedFamilies& refused) {
    refused_ = &refused;
    // People are looked up in key order; whoever is described in words is found or created before, in the order of the file.
    InOrderOfPeople known(run_.manner.spool_folder);
    InOrderOfFile described(run_.manner.spool_folder);
    arrivals.for_each([&](const Arrival& arrival) {
        const std::optional<Applicant> applicant = known_group(arrival);
        if (!applicant) return;
        if (applicant->person != 0 && !rows_describe())
            known.add(*applicant);
        else
            described.add(*applicant);
    });
    if (described.size() > 0) read_people(described, known);
    known.for_each([&](const Applicant& applicant) { find_by_number(applicant, applicants); });
}

std::optional<Applicant> Newcomers::known_group(const Arrival& arrival) {
    Applicant applicant{};
    applicant.person = arrival.person;
    applicant.family = arrival.family;
    applicant.line = arrival.line;
    applicant.on = arrival.on;
    applicant.relation = arrival.relation;
    applicant.told = arrival.told;
    applicant.destination = arrival.destination;
    if (arrival.destination != 0) return known_type(applicant);
    if (arrival.group != packed_code_) find_group(arrival.group);
    if (!group_refusal_.empty()) {
        refuse(applicant, {.place = {}, .column = "group", .code = group_refusal_, .message = "", .detail = code_});
        return std::nullopt;
    }
    applicant.group = group_->id;
    applicant.other_side = group_->other_side;
    applicant.whole_pair = whole_pair_;
    applicant.age_day = MaybeDay::of(group_->first_on);
    applicant.needs_birth = group_->states_age() || whole_pair_;
    applicant.asked = asked_place_;
    applicant.required = required_place_;
    applicant.type = type_place_;
    applicant.region = place_of_region(group_->region);
    return applicant;
}

std::optional<Applicant> Newcomers::known_type(Applicant applicant) {
    const referrals::Destination& destination = run_.told.destination(applicant.destination);
    if (std::string refusal = referrals::refusal_of_type(run_.catalogue, attempt_.journal.actor(), destination);
        !refusal.empty()) {
        refuse(applicant, {.place = {},
                           .column = "type",
                           .code = std::move(refusal),
                           .message = "",
                           .detail = destination.type + ' ' + destination.region});
        return std::nullopt;
    }
    applicant.region = place_of_region(destination.region);
    applicant.type = ways_.place_of(run_.catalogue.type(destination.type));
    return applicant;
}

std::uint16_t Newcomers::place_of_region(const std::string& region) {
    const auto known = std::ranges::find(regions_, region);
    const auto place = static_cast<std::uint16_t>(known - regions_.begin());
    if (known == regions_.end()) regions_.push_back(region);
    return place;
}

void Newcomers::find_group(const groups::PackedCode& code) {
    packed_code_ = code;
    const groups::GroupCode parsed = code.code();
    code_ = parsed.text();
    group_ = terms_.of(parsed);
    whole_pair_ = !group_.has_value();
    if (!group_) group_ = terms_.of_pair(parsed);
    type_place_ = group_ ? ways_.place_of(run_.catalogue.type(group_->type)) : std::uint16_t{0};
    asked_place_ = group_ ? place_of_asked() : std::uint16_t{0};
    required_place_ = group_ ? place_of_required() : std::uint16_t{0};
    group_refusal_ = group_ ? attempt_.journal.actor().refusal_of({group_->region, code_}) : "group-not-found";
}

// Both sides of a pair are of one type and variant.
std::uint16_t Newcomers::place_of_asked() {
    const std::vector<std::string>& codes = catalogue::eligibility_of(run_.catalogue.type(group_->type), group_->variant);
    if (codes.empty()) return 0;
    const auto known = std::ranges::find(asked_, &codes);
    const auto place = known - asked_.begin() + 1;
    if (known == asked_.end()) asked_.push_back(&codes);
    return static_cast<std::uint16_t>(place);
}

std::uint16_t Newcomers::place_of_required() {
    const std::string& type = catalogue::requires_completed_of(run_.catalogue.type(group_->type), group_->variant);
    if (type.empty()) return 0;
    const auto known = std::ranges::find(required_, type);
    const auto place = known - required_.begin() + 1;
    if (known == required_.end()) required_.push_back(type);
    return static_cast<std::uint16_t>(place);
}

// Reads of the person what the group asks for, and nothing else.
std::string Newcomers::learn(Applicant& applicant) {
    if (applicant.needs_birth) applicant.born = MaybeDay::of(people_.born_on(applicant.person));
    if (applicant.required != 0)
        applicant.completed = memberships_.has_completed(applicant.person, required_.at(applicant.required - 1U));
    if (applicant.asked != 0) {
        const auto attested = facts_.first_attested(applicant.person, *asked_.at(applicant.asked - 1U));
        applicant.attested = attested ? static_cast<std::uint16_t>(*attested + 1) : std::uint16_t{0};
    }
    return ways_.learn(applicant, regions_.at(applicant.region));
}

bool Newcomers::refuse_barred(const Applicant& applicant) {
    const people::PersonCode code(applicant.person);
    if (!people::is_barred(people_, code, attempt_.journal.actor())) return false;
    refuse(applicant, {.place = {}, .column = "person", .code = "not-permitted.region", .message = "", .detail = code.text()});
    return true;
}

void Newcomers::find_by_number(Applicant applicant, Applicants& applicants) {
    if (refuse_barred(applicant)) return;
    std::string refusal = learn(applicant);
    // Whoever has a key is there: it is gone with a person who is erased.
    if (!people_.keys().has(applicant.person)) return refuse_unknown(applicant);
    if (refusal.empty()) return admit(applicant, applicants);
    refuse(applicant, {.place = {},
                       .column = "person",
                       .code = std::move(refusal),
                       .message = "",
                       .detail = people::code_or_line(attempt_.outcomes, applicant.person)});
}

void Newcomers::refuse_unknown(const Applicant& applicant) {
    const std::string code = people::PersonCode(applicant.person).text();
    const auto into = people_.merged_into(applicant.person);
    const bool tells = into && !people::is_barred(people_, *into, attempt_.journal.actor());
    refuse(applicant, {.place = {},
                       .column = "person",
                       .code = tells ? "person-merged" : "person-not-found",
                       .message = "",
                       .detail = tells ? fmt::format("{}, {}", code, into->text()) : code});
}

// The sheet is read once more, beside the rows that are still to be decided.
void Newcomers::read_people(InOrderOfFile& rows, InOrderOfPeople& found) {
    documents::SheetRow row;
    request_.sheet.rewind();
    rows.for_each([&](const Applicant& waiting) {
        while (row.place.line != waiting.line)
            if (!request_.sheet.next(row))
                throw Problem(ProblemKind::file, "file-changed", "the file changed while it was read", request_.sheet.name());
        Applicant applicant = waiting;
        const std::optional<std::int64_t> person = person_of(row, applicant);
        if (!person) return;
        applicant.person = *person;
        found.add(applicant);
    });
}

std::optional<std::int64_t> Newcomers::person_of(const documents::SheetRow& row, const Applicant& applicant) {
    if (details_reader_.read(row, details_) || run_.facts_reader.read(row, told_facts_))
        throw Problem(ProblemKind::file, "file-changed", "the file changed while it was read", request_.sheet.name());
    const people::Wanted wanted{regions_.at(applicant.region), details_, request_.on_difference, request_.different_person};
    if (applicant.person != 0 && refuse_barred(applicant)) return std::nullopt;
    const auto match =
        applicant.person != 0 ? people::match_numbered(people_, wanted, applicant.person) : people::match_person(people_, wanted);
    if (const auto* const refusal = std::get_if<people::MatchRefusal>(&match)) {
        refuse(applicant, people::rejection_of(documents::RowPlace{}, *refusal, attempt_.outcomes));
        return std::nullopt;
    }
    if (const auto* const known = std::get_if<people::Known>(&match)) {
        const bool attested = facts_.take(known->person, told_facts_, request_.identity_codes.today);
        if (known->updated || attested) attempt_.outcomes.note_updated();
        return known->person;
    }
    const std::int64_t id = attempt_.transaction.reserve("person", 1).first;
    people_.create({id, wanted.region, run_.batch}, details_);
    facts_.take(id, told_facts_, request_.identity_codes.today);
    attempt_.outcomes.note_created(id, applicant.line);
    return id;
}

// The code of a pair leads a child to the children's side: whoever is called one, or is under age at the first session.
void Newcomers::admit(Applicant applicant, Applicants& applicants) {
    applicant.restricted = std::ranges::binary_search(restricted_, applicant.person);
    if (applicant.whole_pair) {
        const auto born = applicant.born.date();
        const calendar::Date day = applicant.age_day.date().value_or(applicant.on.date().value_or(request_.on));
        if (relation_of(applicant.relation) == "child" || (born && calendar::full_years(*born, day) < people::age_of_majority))
            std::swap(applicant.group, applicant.other_side);
    }
    applicants.add(applicant);
}

void Newcomers::refuse(const Applicant& applicant, batches::RowRejection rejection) {
    rejection.place = {0, applicant.line};
    rejection.family = applicant.family;
    refused_->add(applicant.family, rejection.follows);
    attempt_.outcomes.reject(std::move(rejection));
}

} // namespace peergroup::admission
