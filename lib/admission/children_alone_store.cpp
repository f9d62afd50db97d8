#include "admission/children_alone.hpp"

namespace peergroup::admission {

ChildrenAlone::ChildrenAlone(store::Transaction& transaction)
    : find_(transaction.prepare(
          R"sql(SELECT count(*) FROM enrolment e WHERE e.peer_group = $1 AND (e.state = 'enrolled' OR e.state = 'waitlisted')
                AND NOT EXISTS (SELECT 1 FROM enrolment a WHERE a.peer_group = $2 AND (a.state = 'enrolled' OR a.state = 'waitlisted')
                                AND (EXISTS (SELECT 1 FROM person_link l WHERE l.person = e.person AND l.other = a.person)
                                     OR EXISTS (SELECT 1 FROM person_link l WHERE l.person = a.person AND l.other = e.person))))sql")) {
}

bool ChildrenAlone::any_in(const groups::Group& group) {
    return group.is_children_side() && group.state == groups::GroupState::running &&
           find_.bind(group.id, group.other_side).one()->integer(0) > 0;
}

} // namespace peergroup::admission
