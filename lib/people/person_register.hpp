#pragma once

#include "people/identity_record.hpp"
#include "people/person.hpp"
#include "people/person_details.hpp"
#include "store/database.hpp"
#include "vault/blind_key.hpp"
#include "vault/person_keys.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace peergroup::people {

/// A person who is to be written: the number is reserved beforehand.
struct NewPerson {
    std::int64_t id;
    std::string region;
    std::int64_t batch;
};

/// The rows of people in one transaction: found by code or blind key, written whole. Decides nothing.
class PersonRegister {
public:
    PersonRegister(store::Transaction& transaction, const vault::KeyRing& ring);

    /// Nothing for a number that nobody has, or whose person was erased.
    std::optional<Person> find(std::int64_t id);
    bool exists(std::int64_t id);
    /// Who the number stands for since it was merged; nothing for any other.
    std::optional<PersonCode> merged_into(std::int64_t id);
    /// The numbers that were merged into this one.
    std::vector<std::int64_t> merged_from(std::int64_t id);
    /// Everybody who is restricted; they are few.
    std::vector<std::int64_t> restricted();
    /// Says since when the person is restricted, or that this is over.
    void restrict(std::int64_t id, std::optional<calendar::Date> since);
    std::optional<calendar::Date> born_on(std::int64_t id);

    /// Everybody in the region of whom the value is known in this spelling, lowest number first.
    std::vector<std::int64_t> holders(const std::string& region, vault::LookupKind kind, std::string_view spelling);

    void create(const NewPerson& person, const PersonDetails& details);

    /// Finds the person from now on by the references of somebody who was merged into the person, too.
    void take_references(std::int64_t id, const IdentityRecord& merged);

    /// The columns whose told value differs from the stored one.
    std::vector<std::string> differences(std::int64_t id, const PersonDetails& details);
    /// Writes what was told over what is stored; blanks leave it.
    void update(std::int64_t id, const PersonDetails& details);

    /// Seals the keys of the region's people and their blind keys with the region's newest key; gives how many people there are.
    std::int64_t renew_keys(const std::string& region);

    /// Adds the link unless it is there.
    void link(std::int64_t person, std::int64_t other, const std::string& relation);
    bool unlink(std::int64_t person, std::int64_t other, const std::string& relation);
    /// Everybody who is linked to the person, whichever of the two the link was stated of.
    std::vector<std::int64_t> linked_to(std::int64_t person);
    std::vector<Link> links_of(std::int64_t person);

    /// Puts the people into one family: a family that one of them has already, or a new one.
    void join_family(const std::vector<std::int64_t>& people);

    std::vector<std::int64_t> families_of(std::int64_t person);
    /// Everybody who is of a family with the person.
    std::vector<std::int64_t> family_of(std::int64_t person);
    /// Everybody who is linked to the person or of a family with the person, lowest number first.
    std::vector<std::int64_t> relatives_of(std::int64_t person);

    void decide_contact(std::int64_t person, const ContactDecision& decision);
    std::vector<ContactDecision> contacts_of(std::int64_t person);

    /// With which everything else that is sealed for a person is sealed, too.
    vault::PersonKeys& keys() { return keys_; }

    /// The record behind the door: for `Identity` and for comparing in this room only.
    IdentityRecord record_of(std::int64_t id);

private:
    const vault::RegionKeys& lookup_keys(const std::string& region);
    void write_record(std::int64_t person, const IdentityRecord& record);
    std::vector<std::pair<vault::LookupKind, vault::BlindKey>> keys_of(const std::string& region, const IdentityRecord& record,
                                                                       std::optional<calendar::Date> born);
    void write_lookups(const NewPerson& person, const IdentityRecord& record, std::optional<calendar::Date> born);
    void write_contacts(std::int64_t person, const PersonDetails& details, const IdentityRecord& record);
    bool contacts_differ(std::int64_t person, const PersonDetails& details, const IdentityRecord& record);

    store::Transaction& transaction_;
    const vault::KeyRing& ring_;
    vault::PersonKeys keys_;
    std::map<std::string, int> lookup_versions_;
    store::Statement find_;
    store::Statement exists_;
    store::Statement holders_;
};

/// The spellings behind blind keys: equal for values that mean the same.
std::string reference_spelling(std::string_view source, std::string_view reference);
std::string name_and_birth_spelling(std::string_view given_name, std::string_view family_name,
                                    std::optional<calendar::Date> born);

} // namespace peergroup::people
