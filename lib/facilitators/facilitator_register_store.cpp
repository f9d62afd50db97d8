#include "facilitators/facilitator_register.hpp"

#include "language/problem.hpp"
#include "vault/seal.hpp"

#include <fmt/format.h>

namespace peergroup::facilitators {

namespace {

constexpr std::string_view column_of_records = "facilitator.record";

std::optional<calendar::Date> day(const store::Row& row, std::size_t column) {
    return row.has(column) ? calendar::Date::parse(row.text(column)) : std::nullopt;
}

std::optional<std::string> iso(const std::optional<calendar::Date>& date) {
    return date ? std::optional(date->iso()) : std::nullopt;
}

std::string sealed(const vault::SecretKey& key, FacilitatorCode code, const people::IdentityRecord& record) {
    return vault::seal(key, {column_of_records, code.number()}, record.packed());
}

std::vector<FacilitatorCode> codes_of(store::Statement& select) {
    std::vector<FacilitatorCode> codes;
    for (const std::int64_t number : store::numbers(select.bind()))
        codes.emplace_back(number);
    return codes;
}

} // namespace

QualificationRegister::QualificationRegister(store::Transaction& transaction)
    : read_(transaction.prepare(R"sql(SELECT q.code, q.earned_on, q.expires_on, q.revoked_on FROM qualification q
                                      WHERE q.facilitator = $1
                                      AND NOT EXISTS (SELECT 1 FROM qualification later WHERE later.facilitator = q.facilitator
                                                      AND later.code = q.code AND later.earned_on = q.earned_on
                                                      AND later.revision > q.revision)
                                      ORDER BY q.code, q.earned_on)sql")),
      newest_(transaction.prepare(R"sql(SELECT max(revision) FROM qualification
                                        WHERE facilitator = $1 AND code = $2 AND earned_on = $3)sql")),
      insert_(transaction.prepare(
          R"sql(INSERT INTO qualification (facilitator, code, earned_on, revision, expires_on, revoked_on, batch)
                VALUES ($1, $2, $3, $4, $5, $6, $7))sql")) {}

std::vector<Qualification> QualificationRegister::of(FacilitatorCode facilitator) {
    std::vector<Qualification> qualifications;
    read_.bind(facilitator.number()).each([&](const store::Row& row) {
        qualifications.push_back({row.text(0), day(row, 1).value(), day(row, 2), day(row, 3)});
    });
    return qualifications;
}

bool QualificationRegister::state(FacilitatorCode facilitator, const Qualification& qualification, std::int64_t batch) {
    for (const Qualification& known : of(facilitator))
        if (known == qualification) return false;
    const std::string earned = qualification.earned_on.iso();
    const std::int64_t newest =
        newest_.bind(facilitator.number(), qualification.code, earned).one()->maybe_integer(0).value_or(0);
    insert_
        .bind(facilitator.number(), qualification.code, earned, newest + 1, iso(qualification.expires_on),
              iso(qualification.revoked_on), batch)
        .run();
    return true;
}

FacilitatorRegister::FacilitatorRegister(store::Transaction& transaction, const vault::KeyRing& ring)
    : transaction_(transaction), keys_(transaction, ring),
      find_(transaction.prepare(R"sql(SELECT region FROM facilitator WHERE id = $1 AND erased_on IS NULL)sql")),
      roles_(transaction.prepare(R"sql(SELECT role FROM facilitator_role WHERE facilitator = $1 ORDER BY role)sql")) {}

std::optional<Facilitator> FacilitatorRegister::find(FacilitatorCode code) {
    const auto row = find_.bind(code.number()).one();
    if (!row) return std::nullopt;
    Facilitator facilitator{.code = code, .region = row->text(0)};
    roles_.bind(code.number()).each([&](const store::Row& role) { facilitator.roles.push_back(role.text(0)); });
    return facilitator;
}

std::vector<Facilitator> FacilitatorRegister::list(const std::string& region, const vault::Actor& actor) {
    if (!region.empty()) actor.require_region(region);
    store::Statement select =
        transaction_.prepare(R"sql(SELECT id FROM facilitator WHERE region = coalesce($1, region) AND erased_on IS NULL
                                   ORDER BY id)sql");
    std::vector<Facilitator> facilitators;
    for (const std::int64_t id : store::numbers(select.bind(store::text_or_null(region)))) {
        Facilitator facilitator = find(FacilitatorCode(id)).value();
        if (actor.may_see_region(facilitator.region)) facilitators.push_back(std::move(facilitator));
    }
    return facilitators;
}

Facilitator FacilitatorRegister::require(FacilitatorCode code, const vault::Actor& actor) {
    auto facilitator = find(code);
    if (!facilitator)
        throw Problem(ProblemKind::not_found, "facilitator-not-found", fmt::format("there is no facilitator {}", code.text()), "",
                      "see `peergroup facilitator list`");
    if (!actor.may_see_region(facilitator->region))
        throw Problem(ProblemKind::not_permitted, "not-permitted.region",
                      fmt::format("{} may not work with {}", actor.id, code.text()), "",
                      "an admin can change that in staff.toml");
    return *std::move(facilitator);
}

FacilitatorCode FacilitatorRegister::create(const std::string& region, const people::IdentityRecord& record, std::int64_t batch) {
    const FacilitatorCode code(transaction_.reserve("facilitator", 1).first);
    const std::string bytes = sealed(keys_.create(code, region), code, record);
    transaction_.prepare(R"sql(INSERT INTO facilitator (id, region, record, batch) VALUES ($1, $2, $3, $4))sql")
        .bind(code.number(), region, store::Blob{bytes}, batch)
        .run();
    return code;
}

bool FacilitatorRegister::add_role(FacilitatorCode code, const std::string& role, std::int64_t batch) {
    return transaction_
               .prepare(R"sql(INSERT INTO facilitator_role (facilitator, role, batch) VALUES ($1, $2, $3)
                              ON CONFLICT (facilitator, role) DO NOTHING)sql")
               .bind(code.number(), role, batch)
               .run() > 0;
}

people::IdentityRecord FacilitatorRegister::record_of(const Facilitator& facilitator) {
    const std::int64_t id = facilitator.code.number();
    const auto row = transaction_.prepare(R"sql(SELECT record FROM facilitator WHERE id = $1)sql").bind(id).one().value();
    const auto bytes = vault::unseal(keys_.of(facilitator.code, facilitator.region), {column_of_records, id}, row.text(0));
    if (!bytes)
        throw Problem(ProblemKind::integrity, "sealed-value-damaged", "a facilitator's record does not open",
                      "facilitator " + std::to_string(id), "see `peergroup db check`");
    return people::IdentityRecord::unpack(*bytes);
}

void FacilitatorRegister::write_record(const Facilitator& facilitator, const people::IdentityRecord& record) {
    const std::string bytes = sealed(keys_.of(facilitator.code, facilitator.region), facilitator.code, record);
    transaction_.prepare(R"sql(UPDATE facilitator SET record = $2 WHERE id = $1)sql")
        .bind(facilitator.code.number(), store::Blob{bytes})
        .run();
}

void FacilitatorRegister::erase(FacilitatorCode code, calendar::Date today) {
    keys_.destroy(code);
    for (const char* const statement : {R"sql(DELETE FROM facilitator_role WHERE facilitator = $1)sql",
                                        R"sql(DELETE FROM qualification WHERE facilitator = $1)sql"})
        transaction_.prepare(statement).bind(code.number()).run();
    transaction_.prepare(R"sql(UPDATE facilitator SET record = NULL, erased_on = $2 WHERE id = $1)sql")
        .bind(code.number(), today.iso())
        .run();
}

std::vector<FacilitatorCode> FacilitatorRegister::erased() {
    store::Statement select = transaction_.prepare(R"sql(SELECT id FROM facilitator WHERE erased_on IS NOT NULL ORDER BY id)sql");
    return codes_of(select);
}

std::vector<FacilitatorCode> FacilitatorRegister::without_key() {
    store::Statement select = transaction_.prepare(
        R"sql(SELECT f.id FROM facilitator f WHERE f.record IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM keys.facilitator_key k WHERE k.facilitator = f.id) ORDER BY f.id)sql");
    return codes_of(select);
}

std::int64_t FacilitatorRegister::renew(const std::string& region) {
    return keys_.renew(region);
}

} // namespace peergroup::facilitators
