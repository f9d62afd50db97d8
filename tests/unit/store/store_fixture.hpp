#pragma once

#include "store/database.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

/// A folder of its own that is gone when the test is over, with the path of a store in it.
struct StoreFolder {
    std::filesystem::path folder;
    std::string path;

    StoreFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "peergroup-store-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
        folder = name;
        path = (folder / "store.db").string();
    }
    ~StoreFolder() { std::filesystem::remove_all(folder); }
    StoreFolder(const StoreFolder&) = delete;
    StoreFolder& operator=(const StoreFolder&) = delete;

    peergroup::store::Database open(peergroup::store::OpenMode mode = peergroup::store::OpenMode::create) const {
        return peergroup::store::Database::open({path}, mode, std::chrono::seconds(5));
    }
};
