#include "people/person_register.hpp"

#include "language/text.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace peergroup::people {

namespace {

using store::text_or_null;

constexpr std::string_view column_of_records = "person_identity.record";

struct ToldText {
    const char* column;
    std::string IdentityRecord::*stored;
    std::string PersonDetails::*told;
};

constexpr ToldText told_texts[] = {
    {"given_name", &IdentityRecord::given_name, &PersonDetails::given_name},
    {"family_name", &IdentityRecord::family_name, &PersonDetails::family_name},
    {"identity_code", &IdentityRecord::identity_code, &PersonDetails::identity_code},
    {"reference", &IdentityRecord::reference, &PersonDetails::reference},
    {"source", &IdentityRecord::source, &PersonDetails::source},
    {"address", &IdentityRecord::address, &PersonDetails::address},
    {"email", &IdentityRecord::email, &PersonDetails::email},
    {"phone", &IdentityRecord::phone, &PersonDetails::phone},
};

bool is_reference(const ToldText& text) {
    return text.told == &PersonDetails::reference || text.told == &PersonDetails::source;
}

// Who was merged had another reference, by which the person is found still.
bool tells_merged_reference(const IdentityRecord& record, const PersonDetails& details) {
    const std::vector<std::string_view> known = record.merged_spellings();
    return std::ranges::find(known, reference_spelling(details.source, details.reference)) != known.end();
}

void take_told(IdentityRecord& record, const PersonDetails& details) {
    const bool merged = tells_merged_reference(record, details);
    for (const ToldText& text : told_texts)
        if (!(details.*text.told).empty() && !(merged && is_reference(text))) record.*text.stored = details.*text.told;
}

std::optional<std::string> channel_code(const std::optional<Channel>& channel) {
    return channel ? std::optional(std::string(code_of(*channel))) : std::nullopt;
}

} // namespace

std::string reference_spelling(std::string_view source, std::string_view reference) {
    return language::fold(source) + '\x1f' + std::string(reference);
}

std::string name_and_birth_spelling(std::string_view given_name, std::string_view family_name,
                                    std::optional<calendar::Date> born) {
    return language::fold(given_name) + '\x1f' + language::fold(family_name) + '\x1f' + (born ? born->iso() : "");
}

PersonRegister::PersonRegister(store::Transaction& transaction, const vault::KeyRing& ring)
    : transaction_(transaction), ring_(ring), keys_(transaction, ring),
      find_(transaction.prepare(
          R"sql(SELECT region, municipality, language, channel, non_disclosure,
                       (SELECT r.person FROM person_restriction r WHERE r.person = id) FROM person
                       WHERE id = $1 AND erased_on IS NULL)sql")),
      exists_(transaction.prepare(R"sql(SELECT 1 FROM person WHERE id = $1 AND erased_on IS NULL)sql")),
      holders_(transaction.prepare(R"sql(SELECT person FROM person_lookup WHERE region = $1 AND kind = $2 AND lookup_key = $3
                                         ORDER BY person)sql")) {}

std::optional<Person> PersonRegister::find(std::int64_t id) {
    const auto row = find_.bind(id).one();
    if (!row) return std::nullopt;
    return Person{PersonCode(id),       row->text(0), row->text_or_empty(1), row->text_or_empty(2), row->text_or_empty(3),
                  row->integer(4) == 1, row->has(5)};
}

bool PersonRegister::exists(std::int64_t id) {
    return exists_.bind(id).one().has_value();
}

std::optional<calendar::Date> PersonRegister::born_on(std::int64_t id) {
    return keys_.born_on(id);
}

std::vector<std::int64_t> PersonRegister::holders(const std::string& region, vault::LookupKind kind, std::string_view spelling) {
    const vault::BlindKey key = vault::blind_key(lookup_keys(region), kind, spelling);
    std::vector<std::int64_t> people;
    holders_.bind(region, static_cast<int>(kind), store::Blob{key.view()}).each([&](const store::Row& row) {
        people.push_back(row.integer(0));
    });
    return people;
}

void PersonRegister::create(const NewPerson& person, const PersonDetails& details) {
    const bool hidden = details.non_disclosure.value_or(false);
    IdentityRecord record;
    take_told(record, details);
    if (hidden) record.hidden_municipality = details.municipality;
    transaction_
        .prepare(R"sql(INSERT INTO person (id, region, municipality, language, channel, non_disclosure, batch)
                       VALUES ($1, $2, $3, $4, $5, $6, $7))sql")
        .bind(person.id, person.region, hidden ? std::nullopt : text_or_null(details.municipality),
              text_or_null(details.language), channel_code(details.channel), hidden, person.batch)
        .run();
    keys_.create(person.id, person.region, details.birth_date);
    write_record(person.id, record);
    write_lookups(person, record, details.birth_date);
    write_contacts(person.id, details, record);
}

std::vector<std::pair<vault::LookupKind, vault::BlindKey>>
PersonRegister::keys_of(const std::string& region, const IdentityRecord& record, std::optional<calendar::Date> born) {
    std::vector<std::pair<vault::LookupKind, vault::BlindKey>> keys;
    const auto add = [&](vault::LookupKind kind, const std::string& spelling) {
        keys.emplace_back(kind, vault::blind_key(lookup_keys(region), kind, spelling));
    };
    if (!record.reference.empty()) add(vault::LookupKind::reference, reference_spelling(record.source, record.reference));
    if (!record.identity_code.empty()) add(vault::LookupKind::identity_code, record.identity_code);
    if (!record.given_name.empty() || !record.family_name.empty())
        add(vault::LookupKind::name_and_birth, name_and_birth_spelling(record.given_name, record.family_name, born));
    for (const std::string_view spelling : record.merged_spellings())
        add(vault::LookupKind::reference, std::string(spelling));
    return keys;
}

void PersonRegister::take_references(std::int64_t id, const IdentityRecord& merged) {
    IdentityRecord record = record_of(id);
    const std::string own = reference_spelling(record.source, record.reference);
    const std::string told = reference_spelling(merged.source, merged.reference);
    if (!merged.reference.empty() && told != own) record.merged_references += told + '\n';
    record.merged_references += merged.merged_references;
    write_record(id, record);
    transaction_.prepare(R"sql(DELETE FROM person_lookup WHERE person = $1)sql").bind(id).run();
    write_lookups({id, find(id)->region, 0}, record, born_on(id));
}

void PersonRegister::write_lookups(const NewPerson& person, const IdentityRecord& record, std::optional<calendar::Date> born) {
    store::Statement insert =
        transaction_.prepare(R"sql(INSERT INTO person_lookup (region, kind, lookup_key, person) VALUES ($1, $2, $3, $4))sql");
    for (const auto& [kind, key] : keys_of(person.region, record, born))
        insert.bind(person.region, static_cast<int>(kind), store::Blob{key.view()}, person.id).run();
}

// What is told of consent and safety holds for every address that is known of the person.
void PersonRegister::write_contacts(std::int64_t person, const PersonDetails& details, const IdentityRecord& record) {
    if (!details.consent && !details.safe_contact) return;
    if (!record.email.empty()) decide_contact(person, {"email", details.consent, details.safe_contact});
    if (!record.phone.empty()) decide_contact(person, {"sms", details.consent, details.safe_contact});
}

bool PersonRegister::contacts_differ(std::int64_t person, const PersonDetails& details, const IdentityRecord& record) {
    if (!details.consent && !details.safe_contact) return false;
    std::map<std::string, ContactDecision> stored;
    for (const ContactDecision& decision : contacts_of(person))
        stored[decision.channel] = decision;
    const auto differs = [&](const char* channel, const std::string& address) {
        if (address.empty()) return false;
        const ContactDecision& decision = stored[channel];
        return (details.consent && details.consent != decision.consent) ||
               (details.safe_contact && details.safe_contact != decision.safe);
    };
    return differs("email", record.email) || differs("sms", record.phone);
}

std::vector<std::string> PersonRegister::differences(std::int64_t id, const PersonDetails& details) {
    std::vector<std::string> columns;
    const IdentityRecord record = record_of(id);
    const bool merged = tells_merged_reference(record, details);
    for (const ToldText& text : told_texts)
        if (!(details.*text.told).empty() && details.*text.told != record.*text.stored && !(merged && is_reference(text)))
            columns.emplace_back(text.column);
    const std::optional<Person> person = find(id);
    if (!person) throw std::logic_error("a person that was matched is gone");
    if (details.birth_date && details.birth_date != born_on(id)) columns.emplace_back("birth_date");
    const std::string& municipality = person->non_disclosure ? record.hidden_municipality : person->municipality;
    if (!details.municipality.empty() && details.municipality != municipality) columns.emplace_back("municipality");
    if (!details.language.empty() && details.language != person->language) columns.emplace_back("language");
    if (details.channel && code_of(*details.channel) != person->channel) columns.emplace_back("channel");
    if (details.non_disclosure && *details.non_disclosure != person->non_disclosure) columns.emplace_back("non_disclosure");
    if (contacts_differ(id, details, record)) columns.emplace_back("consent");
    return columns;
}

void PersonRegister::update(std::int64_t id, const PersonDetails& details) {
    const std::optional<Person> person = find(id);
    if (!person) throw std::logic_error("a person to be updated is gone");
    IdentityRecord record = record_of(id);
    const std::string& stored = person->non_disclosure ? record.hidden_municipality : person->municipality;
    const std::string municipality = details.municipality.empty() ? stored : details.municipality;
    const bool hidden = details.non_disclosure.value_or(person->non_disclosure);
    store::Statement forget = transaction_.prepare(
        R"sql(DELETE FROM person_lookup WHERE region = $1 AND kind = $2 AND lookup_key = $3 AND person = $4)sql");
    for (const auto& [kind, key] : keys_of(person->region, record, born_on(id)))
        forget.bind(person->region, static_cast<int>(kind), store::Blob{key.view()}, id).run();
    take_told(record, details);
    record.hidden_municipality = hidden ? municipality : "";
    transaction_
        .prepare(R"sql(UPDATE person SET municipality = $2, language = coalesce($3, language), channel = coalesce($4, channel),
                       non_disclosure = $5 WHERE id = $1)sql")
        .bind(id, hidden ? std::nullopt : text_or_null(municipality), text_or_null(details.language),
              channel_code(details.channel), hidden)
        .run();
    if (details.birth_date) keys_.set_born_on(id, *details.birth_date);
    write_record(id, record);
    write_lookups({id, person->region, 0}, record, born_on(id));
    write_contacts(id, details, record);
}

void PersonRegister::write_record(std::int64_t person, const IdentityRecord& record) {
    std::string packed = record.packed();
    const std::string sealed = keys_.seal(person, column_of_records, packed);
    vault::wipe(packed);
    transaction_
        .prepare(R"sql(INSERT INTO person_identity (person, record) VALUES ($1, $2)
                       ON CONFLICT (person) DO UPDATE SET record = excluded.record)sql")
        .bind(person, store::Blob{sealed})
        .run();
}

IdentityRecord PersonRegister::record_of(std::int64_t id) {
    const auto row = transaction_.prepare(R"sql(SELECT record FROM person_identity WHERE person = $1)sql").bind(id).one();
    if (!row) return {};
    std::string packed = keys_.unseal(id, column_of_records, row->text(0));
    IdentityRecord record = IdentityRecord::unpack(packed);
    vault::wipe(packed);
    return record;
}

} // namespace peergroup::people
