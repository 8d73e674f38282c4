#include "app/log/log_audit.hpp"
#include "app/log/log_keys.hpp"
#include "app/log/log_repair.hpp"
#include "cli/command.hpp"
#include "cli/log/log.hpp"
#include "cli/log/log_report.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "store/files/log_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace medskapa::cli {
namespace {

using namespace openlog;

/// The operator has answered what became of the log after the backup.
void take_marks_away(const Installation& installation) {
    std::filesystem::remove(installation.restore_mark());
    std::filesystem::remove(installation.fork_mark());
}

/// After a restore: whether the newest copy of the published log shows that the backup was the newest too.
bool lacks_nothing(const Installation& installation, const Fetch& published, const TreeHead& head) {
    const auto db = sql::open(installation.database(), sql::Access::read_only);
    const bool is_marked = std::filesystem::exists(installation.restore_mark());
    return is_marked && static_cast<std::uint64_t>(store::log_size(*db)) >= head.size &&
           app::differences(*db, Source{head.size, published}, head.size).empty();
}

/// What the machine itself knows goes before what anybody vouches for.
void give_up_on_another_history(const Installation& installation) {
    if (std::filesystem::exists(installation.fork_mark()))
        give_up(
            N_("A witness has seen another history of the log than the database holds. Put the newest copy "
               "of the folder logg, from a mirror, in the data folder and run medskapa log repair."));
}

void give_up_on_lost_entries(const Installation& installation, std::int64_t size) {
    const auto log = log_of(installation, "");
    const auto known = store::SignedHeads{log.signed_heads}.newest(log.key.verifier().name);
    if (known && known->size > static_cast<std::uint64_t>(size))
        give_up(N_("The log was signed with {} entries, and the database holds {}. Put the newest copy of "
                   "the folder logg in the data folder and run medskapa log repair."),
            known->size, size);
}

/// The operator vouches that nothing was signed after the backup.
int go_on(const Installation& installation) {
    give_up_on_another_history(installation);
    sql::Writer writer{store::open_and_migrate(installation, now()), now};
    const auto size = store::log_size(*sql::open(installation.database(), sql::Access::read_only));
    give_up_on_lost_entries(installation, size);
    if (const auto noted =
            app::perform(writer, Actor::operating(), {}, [&](auto& act) { return app::note_restored(act); });
        !noted)
        return refused(noted.error());
    take_marks_away(installation);
    std::cout << words()(N_("The log goes on after {} entries. Start the server."), size) << '\n';
    return 0;
}

void add_continue(Command& log, int& exit_code) {
    auto installation = std::make_shared<Installation>();
    auto* command = log.add_subcommand("continue",
        "After a restore: say that nothing was signed after the backup, so that the log may go on");
    command->footer("Example: medskapa log continue --data /var/lib/medskapa");
    add_installation(*command, *installation);
    command->callback(
        [installation, &exit_code] { exit_code = run_command([&] { return go_on(*installation); }); });
}

int repair(const Installation& installation) {
    const store::FolderLock lock{installation.log_folder()};
    const auto log = log_of(installation, "");
    const auto published = store::files_in(installation.log_folder());
    const auto report = audit(published, {{log.key.verifier()}, {}, {}, {}});
    if (!report) return refused(report.error());
    if (!report->holds()) {
        print(std::cout, *report, words());
        return 1;
    }
    sql::Writer writer{store::open_and_migrate(installation, now()), now};
    if (const auto head = report->newest.checkpoint.head; lacks_nothing(installation, published, head)) {
        take_marks_away(installation);
        std::cout << words()(N_("The database lacks nothing that is published in {}. The log goes on."),
                         installation.log_folder())
                  << '\n';
        return 0;
    }
    const auto repaired = app::perform(writer, Actor::operating(), {},
        [&](auto& act) { return app::repair_log(act, published, report->newest.checkpoint.head); });
    if (!repaired) return refused(repaired.error());
    take_marks_away(installation);
    std::cout << words().count("{} entry was put back. What it was about is lost.",
                     "{} entries were put back. What they were about is lost.", *repaired)
              << '\n';
    return 0;
}

void add_repair(Command& log, int& exit_code) {
    auto installation = std::make_shared<Installation>();
    auto* command = log.add_subcommand(
        "repair", "After an older backup: put the lost entries back from the published log");
    command->footer("Example: medskapa log repair --data /var/lib/medskapa");
    add_installation(*command, *installation);
    command->callback(
        [installation, &exit_code] { exit_code = run_command([&] { return repair(*installation); }); });
}

std::vector<SigningKey> all_keys(const jobs::LogSettings& log) {
    auto keys = log.later_keys;
    keys.insert(keys.begin(), log.key);
    return keys;
}

/// The one that the log names as its newest.
SigningKey newest_key(const std::vector<SigningKey>& keys, const std::vector<VerifierKey>& named) {
    for (const auto& key : keys)
        if (!named.empty() && key.verifier() == named.back()) return key;
    give_up(
        N_("The open log has not begun, or its newest key is not in the data folder. Put it back from a "
           "backup."));
}

/// After all that are there; a destroyed old one leaves a gap.
std::string next_key_file(const Installation& installation) {
    const auto last = installation.log_key_files().back();
    std::size_t nth = 1;
    while (installation.log_key_file(nth) != last) ++nth;
    return installation.log_key_file(nth + 1);
}

/// One that was made and is not in use yet, where an earlier attempt ended before its entry was written.
SigningKey next_key(const Installation& installation, const std::vector<SigningKey>& keys,
    const std::vector<VerifierKey>& named) {
    const auto& last = keys.back().verifier();
    if (std::find(named.begin(), named.end(), last) == named.end()) return keys.back();
    return store::signing_key_in(next_key_file(installation), last.name, KeyType::ed25519);
}

Result<std::int64_t> logged(
    const Installation& installation, const SigningKey& newest, const SigningKey& next) {
    const store::FolderLock lock{installation.log_folder()};
    sql::Writer writer{sql::open(installation.database(), sql::Access::read_write), now};
    return app::perform(writer, Actor::operating(), {},
        [&](auto& act) { return app::rotate_key(act, newest, next.verifier()); });
}

int rotate(const Installation& installation) {
    const auto named = app::trusted_keys(*store::open_and_migrate(installation, now()));
    const auto keys = all_keys(log_of(installation, ""));
    const auto newest = newest_key(keys, named);
    const auto next = next_key(installation, keys, named);
    if (const auto rotated = logged(installation, newest, next); !rotated) return refused(rotated.error());

    sql::Writer writer{sql::open(installation.database(), sql::Access::read_write), now};
    jobs::publish_log(log_of(installation, ""), writer, now());
    std::cout << words()(N_("The log is signed with a new key: {}"), as_vkey(next.verifier())) << '\n'
              << words()(
                     N_("The old key signs along for thirty days. Then destroy its file. Copy the new one to "
                        "where the backups are."))
              << '\n';
    return 0;
}

void add_rotate(Command& log, int& exit_code) {
    auto installation = std::make_shared<Installation>();
    auto* command =
        log.add_subcommand("rotate-key", "Take a new key into use, signed by the old; stop the server first");
    command->footer("Example: medskapa log rotate-key --data /var/lib/medskapa");
    add_installation(*command, *installation);
    command->callback(
        [installation, &exit_code] { exit_code = run_command([&] { return rotate(*installation); }); });
}

}  // namespace

void add_log_upkeep(Command& log, int& exit_code) {
    add_repair(log, exit_code);
    add_continue(log, exit_code);
    add_rotate(log, exit_code);
}

}  // namespace medskapa::cli
