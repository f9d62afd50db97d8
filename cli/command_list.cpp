#include "cli/command_list.hpp"

#include <algorithm>
#include <vector>

namespace peergroup::cli {

namespace {

// Each makes one command; in the order of `peergroup help`.
constexpr Command (*makers[])() = {
    // clang-format off
    init,
    doctor,
    help,
    completion,
    config_check,
    config_show,
    config_plan,
    config_apply,
    region_list,
    region_show,
    type_list,
    type_show,
    person_add,
    person_import,
    person_list,
    person_show,
    person_edit,
    person_link,
    person_duplicates,
    person_merge,
    person_attest,
    person_contact,
    person_event,
    facilitator_add,
    facilitator_import,
    facilitator_list,
    facilitator_show,
    facilitator_qualify,
    facilitator_link,
    group_create,
    group_list,
    group_show,
    group_edit,
    group_staff,
    group_open,
    group_close,
    group_cancel,
    group_finish,
    refer,
    interview,
    person_ways,
    enrol,
    why_enrol,
    why_promote,
    why_remind,
    withdraw,
    transfer,
    batch_list,
    batch_show,
    batch_undo,
    offer_make,
    offer_accept,
    offer_decline,
    offer_list,
    waitlist_list,
    waitlist_show,
    waitlist_reorder,
    session_list,
    session_show,
    session_add,
    session_log,
    session_move,
    session_cancel,
    report_weekly,
    remind_plan,
    remind_send,
    remind_status,
    remind_retry,
    remind_test,
    calendar_export,
    schedule_print,
    privacy_export,
    privacy_erase,
    privacy_retention,
    privacy_restrict,
    privacy_access_log,
    journal_list,
    journal_verify,
    journal_head,
    vault_status,
    vault_passphrase,
    vault_rotate,
    vault_grant,
    vault_revoke,
    db_check,
    db_backup,
    db_restore,
    db_migrate,
    // clang-format on
};

std::vector<Command> made() {
    std::vector<Command> commands;
    for (const auto make : makers)
        commands.push_back(make());
    return commands;
}

} // namespace

std::span<const Command> all_commands() {
    static const std::vector<Command> commands = made();
    return commands;
}

const Command* find_command(std::string_view words) {
    const auto commands = all_commands();
    const auto found = std::ranges::find(commands, words, &Command::words);
    return found != commands.end() ? &*found : nullptr;
}

} // namespace peergroup::cli
