#pragma once

#include "calendar/date.hpp"
#include "documents/sheet.hpp"
#include "people/identity_code.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::people {

/// How a person wants to be reached.
enum class Channel { email, sms, none };
std::string_view code_of(Channel channel);

/// What is told of a person in one row or one form. What is blank was not told, and never overwrites what is stored.
struct PersonDetails {
    std::string given_name;
    std::string family_name;
    std::optional<calendar::Date> birth_date;
    std::string identity_code; ///< valid, in its one spelling
    std::string reference;     ///< the office's own number or mark …
    std::string source;        ///< … which means something only within its source
    std::string address;
    std::string municipality;
    std::string language; ///< two or three letters, ISO 639
    std::string email;
    std::string phone;
    std::optional<Channel> channel;
    std::optional<bool> consent;
    std::optional<bool> safe_contact;
    std::optional<bool> non_disclosure;

    bool has_name() const { return !given_name.empty() || !family_name.empty(); }
    bool operator==(const PersonDetails&) const = default;
};

/// Why a value of a row is refused. `message` is one sentence that names no person.
struct FieldFault {
    std::string column;
    std::string code;
    std::string message;
};

/// The columns of a person's own data, with what people call them in the three languages.
const std::vector<documents::ColumnName>& person_columns();

/// Reads a day as ISO or Finnish writing; gives a fault of code `no-date` otherwise.
std::optional<FieldFault> read_date(std::string_view column, std::string_view text, std::optional<calendar::Date>& date);

/// Reads yes or no in three languages; gives a fault of code `no-yes-or-no` otherwise.
std::optional<FieldFault> read_yes_or_no(std::string_view column, std::string_view text, std::optional<bool>& answer);

/// Reads the details of a person from the rows of one sheet.
class PersonDetailsReader {
public:
    PersonDetailsReader(const documents::Sheet& sheet, IdentityCode::Policy policy);

    /// Whether the sheet has any column that tells of a person.
    bool has_own_data() const { return has_own_data_; }

    /// Reads `row` into `details`; the first fault, or nothing.
    std::optional<FieldFault> read(const documents::SheetRow& row, PersonDetails& details) const;

private:
    std::string_view value(const documents::SheetRow& row, std::size_t field) const;
    std::optional<FieldFault> read_checked(const documents::SheetRow& row, PersonDetails& details) const;

    IdentityCode::Policy policy_;
    std::vector<std::optional<std::size_t>> places_; ///< of each person column in the sheet
    bool has_own_data_ = false;
};

} // namespace peergroup::people
