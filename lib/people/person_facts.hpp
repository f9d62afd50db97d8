#pragma once

#include "calendar/date.hpp"
#include "catalogue/catalogue.hpp"
#include "people/person_code.hpp"
#include "people/told_facts.hpp"
#include "store/database.hpp"
#include "vault/journal.hpp"
#include "vault/person_keys.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace peergroup::people {

/// On which day somebody who works here attested a fact, and who.
struct Attestation {
    calendar::Date on;
    std::string by; ///< a worker's code or role, such as `social-worker`; never a name

    bool operator==(const Attestation&) const = default;
};

/// The facts that a rule needs and only a worker knows, such as `child-welfare-client`, each with its newest attestation. Their
/// codes are those that the types of the catalogue ask for (`catalogue::fact_codes`).
using PersonFacts = std::map<std::string, Attestation>;

/// The attested facts of people in one transaction, sealed beside each one's key.
class FactRegister {
public:
    explicit FactRegister(vault::PersonKeys& keys) : keys_(keys) {}

    PersonFacts of(std::int64_t person);
    /// The place in `codes` of the first fact that is attested of the person; nothing where none is.
    std::optional<std::size_t> first_attested(std::int64_t person, std::span<const std::string> codes);
    void write(std::int64_t person, const PersonFacts& facts);
    /// Attests what a row told, with `today` where it told no day; of a fact that is attested already the newer day counts. Gives
    /// whether anything became different.
    bool take(std::int64_t person, const ToldFacts& told, calendar::Date today);

private:
    vault::PersonKeys& keys_;
};

/// That facts were attested on a day, in place of what was attested of them before; without a day they are taken back.
struct FactStatement {
    PersonCode person;
    std::vector<std::string> codes;
    std::string by = {};
    std::optional<calendar::Date> on = {};
};

/// Records it. Throws Problem: usage `unknown-fact`, `attested-by-missing`, `attested-by-no-code`; refused `no-such-fact`; and as
/// `require_unrestricted` does.
void attest_facts(store::Database& database, const catalogue::Catalogue& catalogue, const vault::Journal& journal,
                  const FactStatement& statement);

/// The facts that are attested of the person. Throws Problem as `require_person` does.
PersonFacts facts_of(store::Transaction& transaction, const vault::KeyRing& keys, PersonCode code, const vault::Actor& actor);

} // namespace peergroup::people
