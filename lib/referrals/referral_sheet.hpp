#pragma once

#include "catalogue/catalogue.hpp"
#include "documents/sheet.hpp"
#include "people/person_details.hpp"
#include "referrals/referral_course.hpp"
#include "referrals/referral_notes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::referrals {

/// `referred_by`, `referred_on`, `interviewed_on`, `decision`, `decided_by`: what a sheet of enrolments may tell of the way in,
/// with what people call them in the three languages.
const std::vector<documents::ColumnName>& way_columns();

/// `type` and `region`: in place of a group.
const std::vector<documents::ColumnName>& type_columns();

/// The columns of a sheet of referrals: destination, `person`, `referred_by`, `referred_on`, `priority`.
std::vector<documents::ColumnName> referral_columns();

/// The columns of a sheet of interviews: destination, `person`, `on`, `scheduled`, `decision`, `decided_by`, `reason`,
/// `offered_instead`, `note`.
std::vector<documents::ColumnName> interview_columns();

/// Whether the text may stand for whoever decides: a facilitator's code (`F-0003`) or a worker's.
bool is_decider_code(std::string_view text);

/// Reads what the rows of one sheet tell of ways. Whatever is told is told of days up to `today`, but for an interview that is
/// agreed.
class ToldStepsReader {
public:
    /// `decider` is the code of whoever decided where a row does not say; empty: it has to.
    ToldStepsReader(const documents::Sheet& sheet, calendar::Date today, std::string decider = {});

    /// Whether the sheet has a column of steps.
    bool has_steps() const;

    /// Reads `row` into `told`; the first fault, or nothing. Codes: `unknown-referral-path`, `unknown-decision`,
    /// `unknown-decision-reason`, `decided-by-missing`, `decided-by-no-code`, `reason-missing`, `offered-instead-missing`,
    /// `no-date`, `no-number`, `step-in-future`.
    std::optional<people::FieldFault> read(const documents::SheetRow& row, ToldSteps& told) const;
    /// What the row tells in words; blank where it has no such column.
    StepTexts texts(const documents::SheetRow& row) const;

private:
    std::optional<people::FieldFault> read_past_day(const documents::SheetRow& row, const std::optional<std::size_t>& column,
                                                    std::optional<calendar::Date>& day) const;
    std::optional<people::FieldFault> read_referral(const documents::SheetRow& row, ToldSteps& told) const;
    std::optional<people::FieldFault> read_decision(const documents::SheetRow& row, ToldSteps& told) const;

    const documents::Sheet& sheet_;
    calendar::Date today_;
    std::string decider_;
    std::optional<std::size_t> referred_by_;
    std::optional<std::size_t> referred_on_;
    std::optional<std::size_t> priority_;
    std::optional<std::size_t> scheduled_;
    std::optional<std::size_t> interviewed_on_;
    std::optional<std::size_t> decision_;
    std::optional<std::size_t> decided_by_;
    std::optional<std::size_t> reason_;
    std::optional<std::size_t> offered_instead_;
    std::optional<std::size_t> note_;
};

} // namespace peergroup::referrals
