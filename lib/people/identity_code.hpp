#pragma once

#include "calendar/date.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace peergroup::people {

/// Why a text is no personal identity code (henkilötunnus, personbeteckning).
enum class IdentityCodeFault {
    length,       ///< not eleven characters
    unicode_dash, ///< a dash that is no ASCII hyphen, as word processors write it
    digits,       ///< something else than a digit where one belongs
    separator,    ///< no century sign of decree 690/2022
    date,         ///< no such day
    future,       ///< born after today
    serial,       ///< individual number 000 or 001
    temporary,    ///< individual number 900-999: given for a while, in no population register
    check_set,    ///< the last character is none that a check character can be
    check,        ///< the check character does not fit
};

/// The stable code of the fault: `identity-code.check`.
std::string_view code_of(IdentityCodeFault fault);

/// A Finnish personal identity code, `DDMMYYCZZZQ` (decree 128/2010 as amended by 690/2022). The separator belongs to the
/// identity: two codes that differ only there are two people.
class IdentityCode {
public:
    /// What one may be asked to accept.
    struct Policy {
        calendar::Date today;
        bool allow_temporary = false;
    };

    /// Reads a code; blanks around it and small letters are put right first.
    static std::variant<IdentityCode, IdentityCodeFault> parse(std::string_view text, const Policy& policy);

    /// All eleven characters. Personal data: never in a list, a message or an error.
    const std::string& text() const { return text_; }
    /// What may be shown: `131052-****`.
    std::string masked() const { return text_.substr(0, 7) + "****"; }
    calendar::Date birth_date() const { return birth_date_; }

    bool operator==(const IdentityCode&) const = default;

private:
    IdentityCode(std::string text, calendar::Date birth_date) : text_(std::move(text)), birth_date_(birth_date) {}

    std::string text_;
    calendar::Date birth_date_;
};

} // namespace peergroup::people
