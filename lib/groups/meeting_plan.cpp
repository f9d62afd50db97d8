#include "groups/meeting_plan.hpp"

#include "language/problem.hpp"

#include <algorithm>
#include <stdexcept>

namespace peergroup::groups {

namespace {

std::vector<calendar::SchoolWeek> school_weeks(const catalogue::Region& region, const std::string& municipality) {
    std::vector<calendar::SchoolWeek> weeks;
    if (const catalogue::Municipality* const found = region.municipality(municipality))
        for (const catalogue::SchoolHolidayWeek& week : found->school_holidays)
            weeks.push_back({week.week, week.year});
    return weeks;
}

std::string_view code_of(calendar::SkipReason reason) {
    switch (reason) {
    case calendar::SkipReason::holiday:
        return "skipped-holiday";
    case calendar::SkipReason::school_holiday:
        return "skipped-school-holiday";
    case calendar::SkipReason::asked:
        break;
    }
    return "skipped-asked";
}

MeetingPlan plan_series(const catalogue::Catalogue& catalogue, const catalogue::Region& region, const std::string& municipality,
                        const MeetingWish& wish) {
    const catalogue::Policy& policy = catalogue.organisation().policy;
    calendar::SkipRules rules;
    if (policy.skip_holidays) rules.holidays = &catalogue.holidays(region.calendar);
    rules.unofficial_holidays = policy.skip_unofficial_holidays;
    if (policy.skip_school_holidays) rules.school_weeks = school_weeks(region, municipality);
    rules.weeks = wish.skip_weeks;
    MeetingPlan plan;
    try {
        const calendar::Series series = calendar::plan_series({*wish.start, *wish.interval_days, *wish.count}, rules);
        plan.dates = series.dates;
        for (const calendar::Skipped& skipped : series.skipped)
            plan.notices.push_back({std::string(code_of(skipped.reason)), skipped.holiday_id, skipped.date});
    } catch (const std::logic_error& error) {
        throw Problem(ProblemKind::usage, "no-series", error.what(), "--every, --count");
    }
    return plan;
}

} // namespace

std::vector<Notice> notices_of_day(const catalogue::Catalogue& catalogue, const catalogue::Region& region,
                                   const std::string& municipality, calendar::Date day) {
    std::vector<Notice> notices;
    if (const auto holiday = catalogue.holidays(region.calendar).on(day)) notices.push_back({"on-holiday", holiday->id, day});
    const calendar::IsoWeek week = calendar::IsoWeek::of(day);
    const auto weeks = school_weeks(region, municipality);
    if (std::ranges::any_of(weeks, [&](const calendar::SchoolWeek& school) {
            return school.week == week.number() && (!school.year || *school.year == week.year());
        }))
        notices.push_back({"in-school-holiday", "", day});
    return notices;
}

MeetingPlan plan_meetings(const catalogue::Catalogue& catalogue, const catalogue::Region& region, const std::string& municipality,
                          const MeetingWish& wish) {
    MeetingPlan plan;
    if (!wish.dates.empty()) {
        plan.dates = wish.dates;
        std::ranges::sort(plan.dates);
        for (const calendar::Date day : plan.dates)
            for (Notice& notice : notices_of_day(catalogue, region, municipality, day))
                plan.notices.push_back(std::move(notice));
        return plan;
    }
    if (wish.start && wish.interval_days && wish.count) return plan_series(catalogue, region, municipality, wish);
    if (wish.start && wish.count == 1) {
        plan.dates = {*wish.start};
        plan.notices = notices_of_day(catalogue, region, municipality, *wish.start);
        return plan;
    }
    if (!wish.start) plan.notices.push_back({"start-not-stated", "", {}});
    if (!wish.count) plan.notices.push_back({"count-not-stated", "", {}});
    if (!wish.interval_days && wish.count != 1) plan.notices.push_back({"interval-not-stated", "", {}});
    return plan;
}

} // namespace peergroup::groups
