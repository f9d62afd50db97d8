#include "batches/row_outcomes.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace peergroup::batches {

std::string_view code_of(RowStatus status) {
    switch (status) {
    case RowStatus::created:
        return "created";
    case RowStatus::updated:
        return "updated";
    case RowStatus::unchanged:
        return "unchanged";
    case RowStatus::enrolled:
        return "enrolled";
    case RowStatus::waitlisted:
        return "waitlisted";
    case RowStatus::withdrawn:
        return "withdrawn";
    case RowStatus::logged:
        return "logged";
    case RowStatus::corrected:
        return "corrected";
    case RowStatus::referred:
        return "referred";
    case RowStatus::scheduled:
        return "scheduled";
    case RowStatus::interviewed:
        return "interviewed";
    case RowStatus::decided:
        return "decided";
    case RowStatus::declined:
        return "declined";
    case RowStatus::offered:
        return "offered";
    case RowStatus::transferred:
        return "transferred";
    case RowStatus::rejected:
        break;
    }
    return "rejected";
}

RowOutcomes::RowOutcomes(std::string spool_folder)
    : taken_(std::move(spool_folder), ByLine{}, documents::SorterMemory{.run = std::size_t{1} << 20U}) {}

void RowOutcomes::add(documents::RowPlace place, RowStatus status, std::int64_t subject) {
    ++counts_.at(static_cast<std::size_t>(status));
    taken_.add({subject, place.line, static_cast<std::uint8_t>(status)});
}

void RowOutcomes::reject(RowRejection rejection) {
    ++counts_.at(static_cast<std::size_t>(RowStatus::rejected));
    rejected_lines_.insert(rejection.place.line);
    rejections_.push_back(std::move(rejection));
}

void RowOutcomes::take_back(RowRejection rejection, RowStatus status) {
    if (rejected_lines_.contains(rejection.place.line)) return;
    --counts_.at(static_cast<std::size_t>(status));
    reject(std::move(rejection));
}

void RowOutcomes::note_created(std::int64_t subject, std::uint32_t line) {
    if (created_on_.empty()) first_created_ = subject;
    created_on_.resize(static_cast<std::size_t>(subject - first_created_));
    created_on_.push_back(line);
    ++created_;
}

std::optional<std::uint32_t> RowOutcomes::line_that_created(std::int64_t subject) const {
    const std::int64_t place = subject - first_created_;
    if (place < 0 || place >= std::ssize(created_on_)) return std::nullopt;
    return created_on_[static_cast<std::size_t>(place)];
}

void RowOutcomes::settle_families(const std::function<bool(std::uint64_t family)>& fell_on_its_own) {
    for (RowRejection& rejection : rejections_)
        if (rejection.family != 0 && fell_on_its_own(rejection.family)) rejection.follows = false;
}

std::vector<RowRejection> RowOutcomes::rejections() const {
    std::vector<RowRejection> sorted = rejections_;
    std::ranges::stable_sort(sorted, {}, [](const RowRejection& rejection) { return rejection.place.line; });
    return sorted;
}

std::map<std::string, std::int64_t> RowOutcomes::rejections_by_code() const {
    std::map<std::string, std::int64_t> counts;
    for (const RowRejection& rejection : rejections_)
        ++counts[rejection.code];
    return counts;
}

} // namespace peergroup::batches
