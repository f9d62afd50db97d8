#pragma once

#include "calendar/date.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

/// A day that the test is sure of; throws std::bad_optional_access when it is none.
inline peergroup::calendar::Date day(std::string_view iso) {
    return peergroup::calendar::Date::parse(iso).value();
}

inline std::vector<peergroup::calendar::Date> days(std::initializer_list<std::string_view> texts) {
    std::vector<peergroup::calendar::Date> dates;
    for (const std::string_view text : texts)
        dates.push_back(day(text));
    return dates;
}
