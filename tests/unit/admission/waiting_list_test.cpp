#include "unit/field/admission_in_county.hpp"

#include <doctest/doctest.h>

using namespace field;

namespace {

struct OneSeat : County {
    OneSeat() {
        add_adults(*this, 6);
        create_with_seats(*this, "GROUP", 1);
        create_with_seats(*this, "OTHER", 1);
    }
    Lines queue(const std::string& code) {
        return lines(
            "SELECT printf('P-%04d', person) FROM enrolment e JOIN peer_group g ON g.id = e.peer_group WHERE g.code = '" + code +
            "' AND e.state = 'waitlisted' ORDER BY waiting_order");
    }
};

const std::string header = "group,person,on\n";

} // namespace

TEST_CASE_FIXTURE(OneSeat, "people wait in the order of the file, not of their codes") {
    enrol(*this, header + "GROUP,P-0006,\nGROUP,P-0005,\nGROUP,P-0002,\nGROUP,P-0004,\n");
    CHECK(queue("GROUP") == Lines{"P-0005", "P-0002", "P-0004"});
}

TEST_CASE_FIXTURE(OneSeat, "later files go on behind, whatever first days they state") {
    enrol(*this, header + "GROUP,P-0006,\nGROUP,P-0005,2026-03-01\n");
    enrol(*this, header + "GROUP,P-0001,2026-02-01\n");
    CHECK(queue("GROUP") == Lines{"P-0005", "P-0001"});
    CHECK(members(*this, "GROUP") == Lines{"P-0001/1 waitlisted #2 since 2026-02-01", "P-0005/1 waitlisted #1 since 2026-03-01",
                                           "P-0006/1 enrolled 2026-01-28.."});
}

TEST_CASE_FIXTURE(OneSeat, "groups wait apart, though their rows are mixed in the file") {
    enrol(*this, header + "GROUP,P-0001,\nOTHER,P-0002,\nOTHER,P-0003,\nGROUP,P-0004,\nOTHER,P-0005,\nGROUP,P-0006,\n");
    CHECK(queue("GROUP") == Lines{"P-0004", "P-0006"});
    CHECK(queue("OTHER") == Lines{"P-0003", "P-0005"});
}

TEST_CASE_FIXTURE(OneSeat, "one who waits is known by the day of waiting") {
    enrol(*this, header + "GROUP,P-0001,\nGROUP,P-0002,2026-02-01\n");
    CHECK(enrol(*this, header + "GROUP,P-0002,2026-02-01\n").rows == Lines{"2 unchanged 2"});
    CHECK(enrol(*this, header + "GROUP,P-0002,\n").rows == Lines{"2 unchanged 2"});
    CHECK(enrol(*this, header + "GROUP,P-0002,2026-02-02\n").rows == Lines{"2 already-enrolled P-0002"});
}

TEST_CASE_FIXTURE(OneSeat, "more places are offered to those who wait, and only what is left goes to newcomers") {
    enrol(*this, header + "GROUP,P-0001,\nGROUP,P-0002,\n");
    admission::change_capacity(database(), rules(), journal("group edit"), {group_code("GROUP"), 3, day("2026-02-01")});
    CHECK(enrol(*this, header + "GROUP,P-0003,\nGROUP,P-0004,\n").rows == Lines{"2 enrolled 3", "3 waitlisted 4"});
    CHECK(queue("GROUP") == Lines{"P-0002", "P-0004"});
}

TEST_CASE_FIXTURE(OneSeat, "a refused file uses up no place in the order") {
    enrol(*this, header + "GROUP,P-0001,\nGROUP,P-0002,\nGROUP,P-0404,\n");
    CHECK(number("SELECT next_id FROM id_sequence WHERE name = 'waiting'") == 1);
}
