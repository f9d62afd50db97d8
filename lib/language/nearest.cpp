#include "language/nearest.hpp"

#include <algorithm>
#include <vector>

namespace peergroup::language {
namespace {

char small(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
bool same(char left, char right) {
    return small(left) == small(right);
}

/// Damerau-Levenshtein distance in which no letter is changed twice (optimal string alignment).
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before(right.size() + 1), above(right.size() + 1), row(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column)
        row[column] = column;
    for (std::size_t line = 1; line <= left.size(); ++line) {
        before.swap(above);
        above.swap(row);
        row[0] = line;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const std::size_t change = same(left[line - 1], right[column - 1]) ? 0 : 1;
            row[column] = std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + change});
            const bool swapped =
                line > 1 && column > 1 && same(left[line - 1], right[column - 2]) && same(left[line - 2], right[column - 1]);
            if (swapped) row[column] = std::min(row[column], before[column - 2] + 1);
        }
    }
    return row[right.size()];
}

std::size_t difference(std::size_t left, std::size_t right) {
    return left > right ? left - right : right - left;
}

} // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    const std::string* best = nullptr;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        if (difference(word.size(), candidate.size()) >= least) continue;
        const std::size_t apart = distance(word, candidate);
        if (apart >= least) continue;
        least = apart;
        best = &candidate;
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    const auto meant = nearest(word, candidates);
    return meant ? "did you mean `" + *meant + "`?" : std::string();
}

} // namespace peergroup::language
