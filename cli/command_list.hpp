#pragma once

#include "cli/access.hpp"
#include "cli/verb.hpp"

#include <span>
#include <string_view>

namespace peergroup::cli {

/// A command of the program, as the list of commands knows it.
struct Command {
    std::string_view words;   ///< `group create`
    std::string_view summary; ///< one line for people, without a full stop
    std::string_view example; ///< a call that works
    void (*declare)(Verb& verb);
    Access access; ///< who may give it
};

/// Every command, in the order of `peergroup help`.
std::span<const Command> all_commands();

/// The command that the words name, or nullptr.
const Command* find_command(std::string_view words);

// Each stands in the file of its name; opening and closing a group in group_decide.cpp, cancelling one in group_finish.cpp,
// making and answering an offer in offer_answer.cpp, putting a
// catalogue in use in config_plan.cpp.
Command init();
Command doctor();
Command help();
Command completion();
Command config_check();
Command config_show();
Command config_plan();
Command config_apply();
Command region_list();
Command region_show();
Command type_list();
Command type_show();
Command person_add();
Command person_import();
Command person_list();
Command person_show();
Command person_edit();
Command person_link();
Command person_duplicates();
Command person_merge();
Command person_attest();
Command person_contact();
Command person_event();
Command facilitator_add();
Command facilitator_import();
Command facilitator_list();
Command facilitator_show();
Command facilitator_qualify();
Command facilitator_link();
Command group_create();
Command group_list();
Command group_show();
Command group_edit();
Command group_staff();
Command group_open();
Command group_close();
Command group_cancel();
Command group_finish();
Command refer();
Command interview();
Command person_ways();
Command enrol();
Command why_enrol();
Command why_promote();
Command why_remind();
Command withdraw();
Command transfer();
Command batch_list();
Command batch_show();
Command batch_undo();
Command offer_make();
Command offer_accept();
Command offer_decline();
Command offer_list();
Command waitlist_list();
Command waitlist_show();
Command waitlist_reorder();
Command session_list();
Command session_show();
Command session_add();
Command session_log();
Command session_move();
Command session_cancel();
Command report_weekly();
Command remind_plan();
Command remind_send();
Command remind_status();
Command remind_retry();
Command remind_test();
Command calendar_export();
Command schedule_print();
Command privacy_export();
Command privacy_erase();
Command privacy_retention();
Command privacy_restrict();
Command privacy_access_log();
Command journal_list();
Command journal_verify();
Command journal_head();
Command vault_status();
Command vault_passphrase();
Command vault_rotate();
Command vault_grant();
Command vault_revoke();
Command db_check();
Command db_backup();
Command db_restore();
Command db_migrate();

} // namespace peergroup::cli
