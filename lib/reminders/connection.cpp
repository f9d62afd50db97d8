#include "reminders/connection.hpp"

#include "documents/file_descriptor.hpp"
#include "language/problem.hpp"
#include "reminders/broken_pipe.hpp"

#include <fmt/format.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <new>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace peergroup::reminders {

namespace {

using documents::FileDescriptor;

constexpr const char* file_name = "connections.so";
constexpr const char* entry_name = "peergroup_connection_module";
using Entry = decltype(&peergroup_connection_module);

[[noreturn]] void refuse(const char* code, const char* sentence, const std::filesystem::path& path) {
    throw Problem(ProblemKind::failed, code, sentence, path.string(), "install the program anew");
}

/// What runs inside this process may be written by nobody but who could write the program.
void require_trusted(const FileDescriptor& opened, const std::filesystem::path& path) {
    struct stat status {};
    const bool known = ::fstat(opened.number(), &status) == 0;
    const bool owned = known && (status.st_uid == 0 || status.st_uid == ::geteuid());
    if (!owned || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        refuse("module-exposed", "others than its owner or root can write it", path);
}

} // namespace

const ConnectionModule& open_connection_module(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / file_name;
    const FileDescriptor place(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const FileDescriptor file(
        place.is_open() ? ::openat(place.number(), file_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) : -1);
    if (!file.is_open()) refuse("module-missing", "the part of the program that speaks to servers is not there", path);
    require_trusted(place, folder);
    require_trusted(file, path);
    // By its descriptor, so that what was looked at is what is opened. Both stay open: libraries below it have handlers that run
    // at the end, and for the loader a second file under the same number would be the first.
    const int kept = ::fcntl(file.number(), F_DUPFD_CLOEXEC, 0);
    void* const library = ::dlopen(fmt::format("/proc/self/fd/{}", kept).c_str(), RTLD_NOW | RTLD_LOCAL);
    void* const entry = library != nullptr ? ::dlsym(library, entry_name) : nullptr;
    const ConnectionModule* const module = entry != nullptr ? reinterpret_cast<Entry>(entry)() : nullptr;
    if (module == nullptr || module->interface_version != connection_interface ||
        std::string_view(module->program_version) != PEERGROUP_VERSION)
        refuse("module-foreign", "is no part of this version of the program", path);
    return *module;
}

Connection::Connection(const ConnectionModule& module, const ConnectionTerms& terms)
    : module_(module), opened_(module.open(&terms)) {
    if (opened_ == nullptr) throw std::bad_alloc();
}

Connection::~Connection() {
    const NoBrokenPipe guard;
    module_.close(opened_);
}

TransferEnd Connection::send(const MailTransfer& transfer) {
    const NoBrokenPipe guard;
    TransferEnd end{};
    module_.send_mail(opened_, &transfer, &end);
    return end;
}

TransferEnd Connection::post(const PostTransfer& transfer) {
    const NoBrokenPipe guard;
    TransferEnd end{};
    module_.post(opened_, &transfer, &end);
    return end;
}

} // namespace peergroup::reminders
