#include "catalogue_folder.hpp"
#include "shipped.hpp"

using peergroup::catalogue::AfterCancelled;
using peergroup::catalogue::Catalogue;
using peergroup::catalogue::Policy;

TEST_CASE("the shipped policy is the proposal of the program") {
    const Policy policy = shipped_catalogue().organisation().policy;
    CHECK(policy.late_entry_until == 2);
    CHECK(policy.offer_days == 7);
    CHECK(policy.completion_min == 7);
    CHECK(policy.completion_of == 10);
    CHECK(policy.consecutive_absences == 2);
    CHECK((policy.after_cancelled == AfterCancelled::append));
    CHECK(policy.suppression_client == 5);
    CHECK(policy.suppression_ngo == 3);
    CHECK(policy.operational_copy_days == 90);
    CHECK(policy.skip_holidays);
    CHECK(policy.skip_unofficial_holidays);
    CHECK(policy.skip_school_holidays);
}

TEST_CASE("the shipped organisation is a placeholder that names no controller") {
    const auto organisation = shipped_catalogue().organisation();
    CHECK(organisation.names.fi == "Organisation");
    CHECK(organisation.names.sv == "Organisation");
    CHECK(organisation.names.en == "Organisation");
    CHECK(organisation.controller.empty());
    CHECK(organisation.collation == "fi");
}

TEST_CASE("what an organisation does not decide stays unset") {
    const CatalogueFolder folder;
    const Policy policy = Catalogue(folder.path()).organisation().policy;
    CHECK(policy.late_entry_until == std::nullopt);
    CHECK(policy.offer_days == std::nullopt);
    CHECK(policy.completion_min == std::nullopt);
    CHECK_FALSE(policy.after_cancelled.has_value());
    CHECK(policy.suppression_client == std::nullopt);
}

TEST_CASE("faults of the organisation's file are all named in one run") {
    const CatalogueFolder folder;
    folder.write("organisation.toml",
                 "name = { fi = \"A\", sv = \"A\", en = \"A\" }\ncollation = \"fi\"\n[policy]\noffer_day = 7\n"
                 "completion_min = 11\ncompletion_of = 10\nafter_cancelled = \"apend\"\nsuppression_client = 2\n"
                 "skip_holidays = 1\n");
    CHECK(
        folder.check() ==
        Lines{
            "organisation.toml:4:1: policy.offer_day is no known key (did you mean `offer_days`?) [config-unknown-key]",
            "organisation.toml:5:18: policy.completion_min is 11, more than completion_of, which is 10 [config-contradiction]",
            "organisation.toml:7:19: policy.after_cancelled must be one of append, merge, not \"apend\" (did you mean `append`?) "
            "[config-unknown-word]",
            "organisation.toml:8:22: policy.suppression_client must be from 3 to 100, not 2 [config-out-of-range]",
            "organisation.toml:9:17: policy.skip_holidays must be true or false, not a whole number [config-wrong-type]"});
}

TEST_CASE("a completion rule needs both of its numbers") {
    const CatalogueFolder folder;
    folder.append("organisation.toml", "[policy]\ncompletion_of = 10\n");
    CHECK(folder.check() == Lines{"organisation.toml:4:17: policy.completion_of needs both completion_min and completion_of "
                                  "[config-contradiction]"});
}
