#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace peergroup::language {

/// The order in which names stand in lists, by the locale that the organisation chose, whatever the language of the screen:
/// with `fi` and `sv` å, ä and ö come after z.
class Collation {
public:
    /// Throws std::invalid_argument for a locale that is not supported.
    explicit Collation(std::string_view locale);
    ~Collation();
    Collation(Collation&&) noexcept;
    Collation& operator=(Collation&&) noexcept;

    /// Whether names can be sorted by `locale`; the machine's own locale is never put in its place.
    static bool supports(std::string_view locale);

    /// A strict total order: texts that the locale holds equal are told apart by their bytes.
    bool less(std::string_view left, std::string_view right) const;

    /// Bytes that compare as the texts do, for sorting many of them.
    std::string sort_key(std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace peergroup::language
