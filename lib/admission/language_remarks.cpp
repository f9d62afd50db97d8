#include "admission/language_remarks.hpp"

#include "admission/membership_register.hpp"
#include "people/person_code.hpp"

#include <fmt/format.h>

namespace peergroup::admission {

std::vector<batches::Remark> language_remarks(store::Transaction& transaction, std::int64_t batch) {
    constexpr std::size_t most = 20;
    std::vector<batches::Remark> remarks;
    for (const auto& found : MembershipRegister(transaction).of_other_language(batch)) {
        if (remarks.size() == most) {
            remarks.push_back({"more-of-other-language", ""});
            break;
        }
        remarks.push_back({"other-language", fmt::format("{} ({}), {} ({})", people::PersonCode(found.person).text(),
                                                         found.language, found.group, found.group_language)});
    }
    return remarks;
}

} // namespace peergroup::admission
