#include "store/restore.hpp"

#include "store/fault.hpp"
#include "store/queue.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

// Two files cannot be renamed at once. So the new pair is laid into a folder beside the store, and a mark is put there, by one
// rename, when it is whole: from then on each step that is left can be made by anyone, and made twice without harm.
namespace peergroup::store {

namespace {

std::string staging_folder(const std::string& store_path) {
    return store_path + ".restore";
}

std::string decision_of(const std::string& store_path) {
    return staging_folder(store_path) + "/decided";
}

bool is_there(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

bool is_same_file(const std::string& one, const std::string& other) {
    struct stat first {};
    struct stat second {};
    return ::lstat(one.c_str(), &first) == 0 && ::lstat(other.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

void rename_file(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) refuse_file(to, "cannot be replaced", errno);
}

// A second name for the old file, so that its own is never without a file; where there are no second names, it is renamed.
void keep_aside(const std::string& path, const std::string& aside) {
    if (!is_there(path) || is_same_file(path, aside)) return;
    if (::link(path.c_str(), aside.c_str()) == 0) return;
    if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS) return rename_file(path, aside);
    refuse_file(aside, "cannot be kept aside", errno);
}

void swap(const std::string& staged, const std::string& path, const std::string& suffix) {
    if (!is_there(staged)) return;
    keep_aside(path, path + "." + suffix);
    rename_file(staged, path);
}

void follow_decision(const std::string& store_path) {
    std::string suffix;
    std::getline(std::ifstream(decision_of(store_path)) >> std::ws, suffix);
    if (suffix.empty()) throw StoreError(StoreFault::corrupt, decision_of(store_path) + ": cannot be read");
    const StorePair staged = staged_pair(store_path);
    const StorePair placed = pair_at(store_path);
    swap(staged.keys, placed.keys, suffix);
    swap(staged.store, placed.store, suffix);
    sync_name(store_path);
    if (::unlink(decision_of(store_path).c_str()) != 0) refuse_file(decision_of(store_path), "cannot be removed", errno);
    unstage(store_path);
}

void decide(const std::string& store_path, const std::string& suffix) {
    const std::string mark = decision_of(store_path);
    const std::string unfinished = mark + ".tmp";
    std::ofstream file(unfinished);
    file << suffix << '\n';
    file.close();
    if (!file) refuse_file(unfinished, "cannot be written", errno);
    sync_path(unfinished);
    rename_file(unfinished, mark);
    sync_name(mark);
}

void refuse_store_in_use(const std::string& store_path) {
    const StorePair placed = pair_at(store_path);
    for (const std::string& path : {placed.store, placed.keys}) {
        if (has_journal(path)) throw StoreError(StoreFault::busy, path + "-journal: a transaction is under way, or was cut off");
        if (is_held(path)) throw StoreError(StoreFault::busy, path + ": another program holds the store");
    }
}

} // namespace

StorePair staged_pair(const std::string& store_path) {
    return pair_at(staging_folder(store_path) + "/store.db");
}

void stage_copy(const std::string& store_path, const StorePair& copy) {
    unstage(store_path);
    make_private_folder(staging_folder(store_path));
    const StorePair staged = staged_pair(store_path);
    copy_file(copy.store, staged.store);
    copy_file(copy.keys, staged.keys);
}

void unstage(const std::string& store_path) {
    std::error_code failure;
    std::filesystem::remove_all(staging_folder(store_path), failure);
    if (failure) refuse_file(staging_folder(store_path), "cannot be removed", failure.value());
}

void put_in_place(const std::string& store_path, const std::string& suffix, Patience patience) {
    const FileLock turn = take_turn(store_path, FileLock::Side::exclusive, patience);
    refuse_store_in_use(store_path);
    for (const std::string& path : {pair_at(store_path).store, pair_at(store_path).keys})
        if (is_there(path + "." + suffix)) refuse_file(path + "." + suffix, "cannot be kept aside", EEXIST);
    sync_path(staging_folder(store_path));
    decide(store_path, suffix);
    follow_decision(store_path);
}

bool complete_restore(const std::string& store_path, Patience patience) {
    if (!is_there(decision_of(store_path))) return false;
    const FileLock turn = take_turn(store_path, FileLock::Side::exclusive, patience);
    if (!is_there(decision_of(store_path))) return true; // another was quicker
    follow_decision(store_path);
    return true;
}

} // namespace peergroup::store
