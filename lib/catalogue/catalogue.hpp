#pragma once

#include "calendar/holidays.hpp"
#include "catalogue/delivery.hpp"
#include "catalogue/group_type.hpp"
#include "catalogue/organisation.hpp"
#include "catalogue/region.hpp"
#include "catalogue/reminder_rules.hpp"
#include "language/problem.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// One folder of TOML: `organisation.toml`, `delivery.toml`, `reminders.toml`, `regions/`, `group-types/`, `calendars/`,
/// `templates/`. A file is parsed when it is first asked for, so that an everyday command reads only what it needs; `check` reads
/// all. A file that changes meanwhile is not read again. Not for use from several threads at once.
class Catalogue {
public:
    /// Throws Problem(configuration, `catalogue-missing`) when the folder or `organisation.toml` is not there.
    explicit Catalogue(std::filesystem::path folder);
    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;

    /// Each throws Problem(not_found) with "did you mean" for an unknown id, Problem(configuration) for an invalid file.
    const Organisation& organisation() const;
    /// How messages leave; where no file states it, they stay in folders of the workspace.
    const Delivery& delivery() const;
    /// Who is reminded of what; where no file states it, nobody is.
    const ReminderRules& reminders() const;
    /// What a message says.
    const MessageTemplate& message(std::string_view id) const;
    const GroupType& type(std::string_view id) const;
    const Region& region(std::string_view id) const;
    const calendar::HolidayRules& holidays(std::string_view calendar_id) const;
    /// The name of one holiday of a calendar, by `HolidayRule::id`; std::logic_error for an id that none of its rules has.
    const Names& holiday_name(std::string_view calendar_id, std::string_view holiday_id) const;

    bool has_type(std::string_view id) const;

    /// The names of the files without their ending, sorted.
    std::vector<std::string> type_ids() const;
    std::vector<std::string> region_ids() const;
    std::vector<std::string> calendar_ids() const;

    /// The type as `municipality` of `region` runs it: the region's overrides applied.
    GroupType type_in(const GroupType& type, const Region& region, std::string_view municipality) const;

    /// Everything that is wrong with the folder, file by file, each at `file:line:column`; empty when it is sound.
    std::vector<Problem> check() const;

    /// Hash over the names and bytes of every file: what a decision names as the catalogue it was made under.
    const std::string& digest() const;

    /// Another one as soon as a file is written, added or taken away, without reading any; equal files elsewhere have another
    /// one.
    std::string stamp() const;

    /// Every file as one text, from which the folder can be laid out again: a line `<bytes> <path>` for each, sorted by path, an
    /// empty line, then their bytes without anything between them.
    std::string content() const;

    const std::filesystem::path& folder() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace peergroup::catalogue
