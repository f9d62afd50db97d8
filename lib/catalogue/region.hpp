#pragma once

#include "calendar/date.hpp"
#include "catalogue/names.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peergroup::catalogue {

/// A school-holiday week of a municipality: ISO week number, every year, unless `year` narrows it.
struct SchoolHolidayWeek {
    std::string kind; ///< `winter` or `autumn`
    int week;
    std::optional<int> year;
};

/// Where groups meet. The alias is what a message may say without telling of a client relation.
struct Venue {
    std::string id;
    Names names;
    std::string kind; ///< family_centre, family_station, family_cafe, daycare, school, …
    std::string municipality;
    std::optional<Names> public_alias;
};

/// A kind of place that a region keeps, and what it gathers (S2: family centre).
struct VenueKind {
    std::string id;
    Names names;
    std::string open_to; ///< families_with_children; says nothing of the groups that meet there (S2)
    std::vector<std::string> services;
    std::vector<std::string> possible_services;
    std::vector<std::string> partners;
};

/// Whom one turns to (S2: contact persons). Role and channel of an office, not of a private person.
struct Contact {
    std::string id;
    Names names;
    std::string municipality; ///< empty: the whole region
    std::optional<std::string> phone;
    std::optional<std::string> email;
};

/// A value of a group type that one municipality sets otherwise (S2: contents may differ between municipalities).
struct Override {
    std::string type;
    std::string municipality;
    std::optional<int> sessions;
    std::optional<int> interval_days;
    std::optional<int> duration_minutes;
    std::optional<int> capacity;
};

struct Municipality {
    std::string id;
    std::string code; ///< three digits of Statistics Finland, as text
    Names names;
    bool in_source = true; ///< false: belongs to the region today, but its source text does not name it (S2: Puolanka)
    std::vector<SchoolHolidayWeek> school_holidays;
};

/// A part of a municipality: a major district, or a district inside one (`hki:pp:304`).
struct District {
    std::string code;
    std::string parent; ///< code of the major district; empty for one
    Names names;
};

/// Who arranges social services in an area: a wellbeing services county, the city of Helsinki, Åland.
struct Region {
    std::string id;          ///< `kainuu`
    std::string code;        ///< two digits of Statistics Finland, as text: `20`
    std::string code_prefix; ///< in group codes: `KAI`
    std::string kind;        ///< wellbeing_county, city, autonomous
    Names names;
    calendar::Date valid_from;
    std::optional<calendar::Date> valid_to;
    std::string zone;     ///< IANA name: `Europe/Helsinki`
    std::string calendar; ///< id of its holidays
    std::vector<std::string> languages;
    std::optional<int> municipality_count; ///< as stated, where the list itself is not
    std::vector<Municipality> municipalities;
    std::vector<District> districts;
    std::vector<VenueKind> venue_kinds;
    std::vector<Venue> venues;
    std::vector<Contact> contacts;
    std::vector<Override> overrides;

    /// Each gives nullptr for an id that the region does not list.
    const Municipality* municipality(std::string_view wanted) const;
    const Venue* venue(std::string_view wanted) const;
    /// Throws Problem(not_found, `venue-not-found`) with the nearest that there is.
    const Venue& require_venue(std::string_view wanted) const;
};

} // namespace peergroup::catalogue
