#pragma once

#include "vault/actor.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace peergroup::cli {

/// What a command works on.
enum class Scope {
    none,      ///< nothing that is kept of anybody: open to all, no workspace is needed
    workspace, ///< the workspace as a whole
    region,    ///< people and groups of the actor's regions
    group,     ///< groups: a facilitator's own, everybody else's as for `region`
};

/// `none`, `workspace`, `region`, `group`.
std::string_view code_of(Scope scope);

/// Who may give a command, and on what. There is no default: a command without a declaration does not compile.
class Access {
public:
    /// Open to everybody, workspace or not.
    static Access open() { return {Scope::none, {}}; }
    /// For admins; for everybody as long as there is no workspace, since whoever makes it becomes its admin.
    static Access founders() {
        Access access(Scope::workspace, {});
        access.founds_ = true;
        return access;
    }
    /// For admins and for the roles that are named.
    static Access roles(Scope scope, std::initializer_list<vault::Role> roles) { return {scope, roles}; }

    /// The same for a command that is there for when the store is lost: whoever may give it stands in `staff.toml` still.
    Access without_store() const {
        Access access = *this;
        access.needs_store_ = false;
        return access;
    }

    Scope scope() const { return scope_; }
    bool is_open() const { return scope_ == Scope::none; }
    bool founds() const { return founds_; }
    bool needs_store() const { return needs_store_; }
    /// An admin may do everything.
    bool permits(vault::Role role) const {
        return is_open() || role == vault::Role::admin || std::ranges::find(roles_, role) != roles_.end();
    }

private:
    Access(Scope scope, std::initializer_list<vault::Role> roles) : scope_(scope), roles_(roles) {}

    Scope scope_;
    std::vector<vault::Role> roles_;
    bool founds_ = false;
    bool needs_store_ = true;
};

} // namespace peergroup::cli
