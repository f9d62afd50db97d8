#include "catalogue_folder.hpp"

#include <string>
#include <string_view>

namespace {

/// What is wrong with `circle` when `more` follows its four lines.
Lines faults_with(std::string_view more) {
    const CatalogueFolder folder;
    folder.append("group-types/circle.toml", more);
    return folder.check();
}

} // namespace

TEST_CASE("a small sound catalogue has no problem") {
    CHECK(CatalogueFolder().check() == Lines{});
}

TEST_CASE("a mistyped key of a group type gets the nearest one") {
    CHECK(faults_with("sesions = 10\n") ==
          Lines{"group-types/circle.toml:5:1: sesions is no known key (did you mean `sessions`?) [config-unknown-key]"});
}

TEST_CASE("values of the wrong type and out of range are told apart") {
    CHECK(
        faults_with("sessions = \"10\"\ninterval_days = 0\nduration_minutes = 120.5\nage_min = -1\nfree_of_charge = \"yes\"\n") ==
        Lines{"group-types/circle.toml:5:12: sessions must be a whole number, not text [config-wrong-type]",
              "group-types/circle.toml:6:17: interval_days must be from 1 to 366, not 0 [config-out-of-range]",
              "group-types/circle.toml:7:20: duration_minutes must be a whole number, not a decimal number [config-wrong-type]",
              "group-types/circle.toml:8:11: age_min must be from 0 to 120, not -1 [config-out-of-range]",
              "group-types/circle.toml:9:18: free_of_charge must be true or false, not text [config-wrong-type]"});
}

TEST_CASE("a group type without sessions at all is refused") {
    CHECK(faults_with("sessions = 0\n") ==
          Lines{"group-types/circle.toml:5:12: sessions must be from 1 to 500, not 0 [config-out-of-range]"});
}

TEST_CASE("words that are none of those allowed are named with them") {
    CHECK(faults_with("openness = \"close\"\nreferral = [\"coordinator\", \"contact\"]\ncompletion = \"all\"\n") ==
          Lines{"group-types/circle.toml:5:12: openness must be one of open, closed, by_group, not \"close\" (did you mean "
                "`closed`?) "
                "[config-unknown-word]",
                "group-types/circle.toml:6:28: referral must be one of social_worker, contact_person, family_centre, selection, "
                "coordinator, host_event, none, not \"contact\" [config-unknown-word]",
                "group-types/circle.toml:7:14: completion must be one of attendance, every_session_and_practice, not \"all\" "
                "[config-unknown-word]"});
}

TEST_CASE("an empty group type lacks all that it must state") {
    const CatalogueFolder folder;
    folder.write("group-types/circle.toml", "");
    CHECK(folder.check() == Lines{"group-types/circle.toml:1:1: id is missing [config-missing-key]",
                                  "group-types/circle.toml:1:1: code_prefix is missing [config-missing-key]",
                                  "group-types/circle.toml:1:1: name is missing [config-missing-key]",
                                  "group-types/circle.toml:1:1: register is missing [config-missing-key]"});
}

TEST_CASE("an id that is not the name of the file, and malformed codes, are refused") {
    const CatalogueFolder folder;
    folder.write("group-types/circle.toml", "id = \"cirkle\"\ncode_prefix = \"C1\"\nname = { fi = \"Piiri\", sv = \"Cirkel\" }\n"
                                            "register = \"ngo\"\naudience = [\"Parents\"]\nservice_task = \"child welfare\"\n");
    CHECK(
        folder.check() ==
        Lines{"group-types/circle.toml:1:6: id must be \"circle\", as the file is called, not \"cirkle\" [config-id-mismatch]",
              "group-types/circle.toml:2:15: code_prefix must be 2 to 4 of the letters A-Z, not \"C1\" [config-malformed]",
              "group-types/circle.toml:3:8: name.en is missing [config-missing-key]",
              "group-types/circle.toml:5:12: audience must be small letters, digits, - and _, not \"Parents\" [config-malformed]",
              "group-types/circle.toml:6:16: service_task must be small letters, digits, - and _, not \"child welfare\" "
              "[config-malformed]"});
}

TEST_CASE("the lower of two numbers must not be the higher") {
    CHECK(faults_with("age_min = 18\nage_max = 12\nusual_size = { min = 15, max = 4 }\n") ==
          Lines{"group-types/circle.toml:5:11: age_min is 18, more than age_max, which is 12 [config-contradiction]",
                "group-types/circle.toml:7:22: usual_size.min is 15, more than max, which is 4 [config-contradiction]"});
}

TEST_CASE("a usual size needs both ends, and no capacity below them") {
    CHECK(faults_with("usual_size = { min = 4 }\n") ==
          Lines{"group-types/circle.toml:5:14: usual_size.max is missing [config-missing-key]"});
    CHECK(faults_with("usual_size = { min = 4, max = 15 }\ncapacity = 3\n") ==
          Lines{"group-types/circle.toml:6:12: capacity is 3, less than usual_size.min, which is 4 [config-contradiction]"});
    CHECK(faults_with("usual_size = { min = 4, max = 15 }\ncapacity = 12\n") == Lines{});
}

TEST_CASE("sides come in twos") {
    const std::string side = "[[side]]\nid = \"a\"\nsuffix = \"A\"\nname = { fi = \"A\", sv = \"A\", en = \"A\" }\n";
    CHECK(faults_with(side) ==
          Lines{"group-types/circle.toml:5:1: side must come twice or not at all, here there are 1 [config-contradiction]"});
    CHECK(faults_with("[[side]]\n[[side]]\n[[side]]\n").front() ==
          "group-types/circle.toml:5:1: side.id is missing [config-missing-key]");
    CHECK(faults_with("side = 2\nvariant = 3\n") ==
          Lines{"group-types/circle.toml:5:8: side must be a list of tables, each under [[side]], not a whole number "
                "[config-wrong-type]",
                "group-types/circle.toml:6:11: variant must be a list of tables, each under [[variant]], not a whole number "
                "[config-wrong-type]"});
}

TEST_CASE("one side is the children's, with a letter of its own, and visitors are not counted") {
    const CatalogueFolder folder;
    std::string text(CatalogueFolder::pair);
    text.replace(text.find("children = true"), 15, "suffix_ = 1\nfollows = \"children\"");
    text.replace(text.find("\"C\""), 3, "\"P\"");
    text.replace(text.find("sessions = 10"), 13, "counts_visitors = true");
    folder.write("group-types/pair.toml", text);
    CHECK(folder.check() ==
          Lines{"group-types/pair.toml:5:19: counts_visitors cannot be true for a pair, whose members are known "
                "[config-contradiction]",
                "group-types/pair.toml:10:1: side.children must be true for one of the two sides, and only for one "
                "[config-contradiction]",
                "group-types/pair.toml:12:10: side.suffix is \"P\" for both sides [config-contradiction]",
                "group-types/pair.toml:14:1: side.suffix_ is no known key (did you mean `suffix`?) [config-unknown-key]",
                "group-types/pair.toml:15:11: side.follows must name the other side, not \"children\" [config-contradiction]"});
}

TEST_CASE("a variant must not say otherwise than its type") {
    const std::string name = "name = { fi = \"A\", sv = \"A\", en = \"A\" }\n";
    CHECK(faults_with("sessions = 10\nopenness = \"closed\"\n[[variant]]\nid = \"a\"\n" + name +
                      "sessions = 1\nopenness = \"open\"\n[[variant]]\nid = \"a\"\n" + name + "sessions = 10\n") ==
          Lines{"group-types/circle.toml:10:12: variant.sessions is 1, but the type itself says 10 [config-contradiction]",
                "group-types/circle.toml:11:12: variant.openness is not what the type itself says [config-contradiction]",
                "group-types/circle.toml:13:6: variant.id \"a\" is there twice [config-duplicate]"});
    CHECK(faults_with("openness = \"by_group\"\n[[variant]]\nid = \"a\"\nopenness = \"open\"\n" + name) == Lines{});
}

TEST_CASE("a type cannot require itself") {
    CHECK(faults_with("requires_completed = \"circle\"\n[[variant]]\nid = \"a\"\nname = { fi = \"A\", sv = \"A\", en = \"A\" }\n"
                      "requires_completed = \"circle\"\n") ==
          Lines{"group-types/circle.toml:5:22: requires_completed names the type itself, which nobody could then enter "
                "[config-contradiction]",
                "group-types/circle.toml:9:22: variant.requires_completed names the type itself, which nobody could then enter "
                "[config-contradiction]"});
}

TEST_CASE("facilitators and themes are checked, too") {
    CHECK(faults_with("[[facilitator]]\ncount = 0\n[[theme]]\nid = \"first\"\n[[theme]]\nid = \"first\"\nname = 3\n") ==
          Lines{"group-types/circle.toml:5:1: facilitator.role is missing [config-missing-key]",
                "group-types/circle.toml:6:9: facilitator.count must be from 1 to 20, not 0 [config-out-of-range]",
                "group-types/circle.toml:7:1: theme.name is missing [config-missing-key]",
                "group-types/circle.toml:10:6: theme.id \"first\" is there twice [config-duplicate]",
                "group-types/circle.toml:11:8: theme.name must be a table, not a whole number [config-wrong-type]"});
}

TEST_CASE("steps before a place agree with the rest of what a type says of the way in") {
    CHECK(faults_with("referral = [\"coordinator\"]\ninterview = true\nsuitability_decided_by = \"facilitators\"\n"
                      "steps = [\"referral\", \"interview\", \"suitability\"]\n") == Lines{});
    const std::string at = "group-types/circle.toml:";
    CHECK(faults_with("steps = [\"referral\", \"talk\"]\n") ==
          Lines{at + "5:9: steps asks for a referral, but `referral` names no path [config-contradiction]",
                at + "5:22: steps must be one of referral, interview, suitability, not \"talk\" [config-unknown-word]"});
    CHECK(faults_with("referral = [\"none\"]\nsteps = [\"referral\"]\n") ==
          Lines{at + "6:9: steps asks for a referral, but `referral` names no path [config-contradiction]"});
    CHECK(faults_with("interview = false\nsteps = [\"interview\", \"interview\"]\n") ==
          Lines{at + "6:9: steps asks for an interview, but `interview` is false [config-contradiction]",
                at + "6:23: steps names \"interview\" twice [config-duplicate]"});
    CHECK(faults_with("interview = true\nsuitability_decided_by = \"facilitators\"\n") ==
          Lines{at + "5:13: interview is true, but `steps` names no interview [config-contradiction]",
                at + "6:26: suitability_decided_by says who decides, but `steps` names no suitability [config-contradiction]"});
}
