#include "cli/staff.hpp"
#include "print.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace peergroup;
using cli::Staff;

namespace {

std::vector<std::string> two_regions() {
    return {"helsinki", "kainuu"};
}

struct StaffFile {
    Staff read(std::string_view text) const {
        const std::string path = folder.write("staff.toml", text);
        ::chmod(path.c_str(), 0600);
        return Staff::read(path, two_regions);
    }
    /// `line:column code`
    std::string fault(std::string_view text) const {
        const Problem problem = problem_of([&] { read(text); });
        CHECK(problem.kind == ProblemKind::configuration);
        const std::string path = folder.path("staff.toml") + ":";
        CHECK(problem.where.starts_with(path));
        return problem.where.substr(path.size()) + " " + problem.code;
    }

    ScratchFolder folder;
};

const char* const county = R"(
[[staff]]
user = "maija"
role = "admin"
as = ["weekly-report"]
[[staff]]
user = "liisa"
role = "coordinator"
regions = ["kainuu"]
clearance = true
[[staff]]
user = "olli"
role = "facilitator"
groups = ["voi-kai-2026-01"]
[[staff]]
user = "weekly-report"
role = "reminder-job"
regions = ["helsinki"]
)";

} // namespace

TEST_CASE_FIXTURE(StaffFile, "a caller is who the file says") {
    const Staff staff = read(county);
    const vault::Actor liisa = staff.actor("liisa", "");
    CHECK(liisa.id == "liisa");
    CHECK(liisa.role == vault::Role::coordinator);
    CHECK(liisa.regions == std::vector<std::string>{"kainuu"});
    CHECK(liisa.cleared);
    const vault::Actor olli = staff.actor("olli", "olli");
    CHECK(olli.role == vault::Role::facilitator);
    CHECK(olli.groups == std::vector<std::string>{"VOI-KAI-2026-01"});
    CHECK_FALSE(olli.cleared);
    CHECK(staff.actor("maija", "").sees_every_region());
}

TEST_CASE_FIXTURE(StaffFile, "whoever is not in the file may do nothing") {
    const Staff staff = read(county);
    for (const char* const caller : {"", "pekka", "Maija", "maija "}) {
        const Problem problem = problem_of([&] { staff.actor(caller, ""); });
        CHECK(problem.kind == ProblemKind::not_permitted);
        CHECK(problem.code == "unknown-user");
    }
    CHECK(problem_of([&] { staff.actor("pekka", "maija"); }).code == "unknown-user");
}

TEST_CASE_FIXTURE(StaffFile, "a caller acts as the entries that the own one names, and the record names both") {
    const Staff staff = read(county);
    const vault::Actor report = staff.actor("maija", "weekly-report");
    CHECK(report.id == "maija as weekly-report");
    CHECK(report.role == vault::Role::reminder_job);
    CHECK(report.regions == std::vector<std::string>{"helsinki"});
    for (const auto& [caller, as] : {std::pair("maija", "liisa"), std::pair("liisa", "maija"),
                                     std::pair("weekly-report", "maija"), std::pair("maija", "nobody")}) {
        const Problem problem = problem_of([&, caller = caller, as = as] { staff.actor(caller, as); });
        CHECK(problem.kind == ProblemKind::not_permitted);
        CHECK(problem.code == "not-permitted.as");
    }
}

TEST_CASE_FIXTURE(StaffFile, "the file is read strictly, and a fault has its place") {
    const std::string entry = "[[staff]]\nuser = \"a\"\nrole = \"coordinator\"\n";
    CHECK(fault("") == "1:1 config-missing-key");
    CHECK(fault("[[staff]]\nrole = \"admin\"\n") == "1:1 config-missing-key");
    CHECK(fault("[[staff]]\nuser = \"a\"\n") == "1:1 config-missing-key");
    CHECK(fault("[[staff]]\nuser = \"a\"\nrole = \"boss\"\n") == "3:8 config-unknown-word");
    CHECK(fault("[[staff]]\nuser = 1000\nrole = \"admin\"\n") == "2:8 config-wrong-type");
    CHECK(fault(entry + "region = [\"kainuu\"]\n") == "4:1 config-unknown-key");
    CHECK(fault(entry + "regions = \"kainuu\"\n") == "4:11 config-wrong-type");
    CHECK(fault(entry + "regions = [\"kainu\"]\n") == "4:11 config-unknown-word");
    CHECK(fault(entry + "regions = []\n") == "4:11 config-empty");
    CHECK(fault(entry + "groups = [\"VOI-KAI-2026-01\"]\n") == "4:10 config-contradiction");
    CHECK(fault(entry + "as = [\"b\"]\n") == "4:6 config-dangling-reference");
    CHECK(fault(entry + "clearance = \"yes\"\n") == "4:13 config-wrong-type");
    CHECK(fault(entry + entry) == "5:8 config-duplicate");
    CHECK(fault("[[staff]]\nuser = \"a\"\nrole = \"facilitator\"\ngroups = [\"?\"]\n") == "4:10 config-malformed");
    CHECK(fault("[staff]\nuser = \"a\"\n").ends_with("config-wrong-type"));
    CHECK(fault("[[staff]\n").ends_with("config-syntax"));
}

TEST_CASE_FIXTURE(StaffFile, "without the file nobody works, and a file that others can write to is refused") {
    const auto read_again = [&] { Staff::read(folder.path("staff.toml"), two_regions); };
    CHECK(problem_of(read_again).code == "staff-missing");
    read(county);
    ::chmod(folder.path("staff.toml").c_str(), 0620);
    CHECK(problem_of(read_again).code == "config-writable");
}

TEST_CASE_FIXTURE(StaffFile, "a new file maps its caller to the admin, and an account of others to its jobs") {
    CHECK(read(cli::staff_text("maija", "maija")).members().size() == 1);
    const Staff staff = read(cli::staff_text("maija", "peer\"group\\"));
    CHECK(staff.actor("maija", "").role == vault::Role::admin);
    CHECK(staff.actor("peer\"group\\", "").role == vault::Role::reminder_job);
}
