#pragma once

#include "vault/key_ring.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

/// The key ring beside the store of a workspace.
inline peergroup::vault::KeyRing workspace_ring(const std::filesystem::path& store) {
    std::ifstream file(store.parent_path() / "key-ring", std::ios::binary);
    return peergroup::vault::KeyRing::read(std::string(std::istreambuf_iterator<char>(file), {}));
}
