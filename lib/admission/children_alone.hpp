#pragma once

#include "groups/group.hpp"
#include "store/database.hpp"

namespace peergroup::admission {

/// Children of pairs whose last linked adult has left the group beside theirs (KAI-04): they are flagged, not put
/// out.
class ChildrenAlone {
public:
    explicit ChildrenAlone(store::Transaction& transaction);

    /// Whether there is one in the group, which is running and a children's side; of any other group no.
    bool any_in(const groups::Group& group);

private:
    store::Statement find_;
};

} // namespace peergroup::admission
