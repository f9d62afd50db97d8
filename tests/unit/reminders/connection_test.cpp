#include "reminders/connection.hpp"
#include "reminders/transport.hpp"
#include "unit/documents/problem_of.hpp"
#include "unit/documents/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <sys/stat.h>

using namespace peergroup;
using namespace peergroup::reminders;

namespace {

/// A folder with the module of this build, or with `other` in its place.
void put_module(const ScratchFolder& folder, const std::string& other = PEERGROUP_MODULES "/connections.so") {
    std::filesystem::copy_file(other, folder.path("connections.so"));
    ::chmod(folder.path().c_str(), 0755);
    ::chmod(folder.path("connections.so").c_str(), 0755);
}

std::string code_for(const ScratchFolder& folder) {
    return problem_of([&] { open_connection_module(folder.path()); }).code;
}

} // namespace

TEST_CASE("the module of this version opens, twice too") {
    const ScratchFolder folder;
    put_module(folder);
    CHECK(open_connection_module(folder.path()).interface_version == connection_interface);
    CHECK(std::string(open_connection_module(folder.path()).program_version) != "0.0.1");
}

TEST_CASE("a module that is missing is named, and only once something is to leave") {
    const ScratchFolder folder;
    CHECK(code_for(folder) == "module-missing");
    catalogue::MailDelivery settings;
    settings.transport = catalogue::MailTransport::smtp;
    settings.smtp.host = "localhost";
    const auto transport = mail_transport(settings, {.workspace = folder.path(), .modules = folder.path()});
    const Message message{.id = "r-7", .recipient = "mari@example.org", .subject = "", .text = "", .created = {}};
    const Problem problem = problem_of([&] { transport->deliver(message); });
    CHECK(problem.code == "module-missing");
    CHECK(problem.where == folder.path("connections.so"));
}

TEST_CASE("a module that others can write is not run") {
    const ScratchFolder folder;
    put_module(folder);
    for (const mode_t mode : {0775U, 0757U}) {
        ::chmod(folder.path("connections.so").c_str(), mode);
        CHECK(code_for(folder) == "module-exposed");
    }
    ::chmod(folder.path("connections.so").c_str(), 0755);
    ::chmod(folder.path().c_str(), 0777);
    CHECK(code_for(folder) == "module-exposed");
}

TEST_CASE("a link in place of the module is not followed") {
    const ScratchFolder folder;
    std::filesystem::create_symlink(PEERGROUP_MODULES "/connections.so", folder.path("connections.so"));
    CHECK(code_for(folder) == "module-missing");
}

TEST_CASE("a module of another version, and what is no module, is refused") {
    const ScratchFolder foreign;
    put_module(foreign, PEERGROUP_FOREIGN_MODULE);
    CHECK(code_for(foreign) == "module-foreign");
    const ScratchFolder text;
    put_module(text, PEERGROUP_SOURCE_DIR "/README.md");
    CHECK(code_for(text) == "module-foreign");
}
