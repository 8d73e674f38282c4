#include "cli/log/examine.hpp"
#include "cli/site/doctor.hpp"
#include "cli/terminal.hpp"
#include "store/files/log_folder.hpp"
#include "store/files/month_keys.hpp"

#include <filesystem>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::days rehearsal_is_old{40};
constexpr std::chrono::days backup_is_old{3};
constexpr std::size_t most_breaches = 20;

/// All that `log verify` would say.
void check_entries(const Installation& installation, Checks& checks) {
    constexpr auto name = "log";
    if (installation.log_key_files().empty()) {
        checks.push_back(passed(name, N_("the open log has not begun")));
        return;
    }
    try {
        const auto report = examine_log(installation);
        std::size_t breaches = 0;
        if (!report) checks.push_back({name, CheckState::fail, report.error().complaints.front()});
        if (!report) return;
        for (const auto& finding : report->findings) {
            if (finding.kind != openlog::Finding::Kind::breach || ++breaches > most_breaches) continue;
            const auto sentence = words().complaint(finding.sentence);
            checks.push_back(finding.place
                                 ? failed(name, N_("Entry {} of the open log: {}. Run medskapa log verify"),
                                       {std::to_string(*finding.place), sentence})
                                 : failed(name, N_("The open log: {}. Run medskapa log verify"), {sentence}));
        }
        if (breaches == 0)
            checks.push_back(
                passed(name, N_("the open log holds, in its files and in the database: {} entries"),
                    {std::to_string(report->newest.checkpoint.head.size)}));
    } catch (const std::exception& error) {
        checks.push_back(failed(name, N_("The open log cannot be examined: {}"), {error.what()}));
    }
}

void check_marks(const Installation& installation, Checks& checks) {
    constexpr auto name = "history";
    if (fs::exists(installation.fork_mark()))
        checks.push_back(failed(name, N_("A witness has seen another history of the log, so nothing is "
                                         "signed. Put the newest copy of the folder "
                                         "logg in the data folder and run medskapa log repair")));
    else if (fs::exists(installation.restore_mark()))
        checks.push_back(failed(name, N_("A backup was restored, and nothing is signed until you have said "
                                         "whether the log went on after it. Run "
                                         "medskapa log repair, or medskapa log continue")));
    else if (fs::path{installation.signed_heads_folder()}.parent_path() == fs::path{installation.data})
        checks.push_back(warned(name, N_("What the log signed last is kept in the data folder itself, where "
                                         "it is put back with it. Name a folder "
                                         "elsewhere with --signed-heads")));
    else
        checks.push_back(
            passed(name, N_("what the log signed last is kept in {}"), {installation.signed_heads_folder()}));
}

/// Whether anybody outside is asked.
void check_named_witnesses(const Examination& asked, Checks& checks) {
    constexpr auto name = "witnesses";
    if (!asked.witnesses.empty())
        checks.push_back(passed(name, N_("witnesses outside are asked to cosign the open log")));
    else if (asked.knows_server)
        checks.push_back(warned(name, N_("No witness outside cosigns the open log, so nobody but we can say "
                                         "that everybody sees the same one. Name some with --witnesses")));
}

/// With a quorum to wait for: whether it has come.
void check_witnesses(const Examination& asked, Checks& checks) {
    const auto files = store::files_in(asked.installation.log_folder());
    const auto newest = files(jobs::unwitnessed_checkpoint);
    if (!newest) return check_named_witnesses(asked, checks);
    const auto size_in = [](const std::optional<std::string>& note) {
        const auto checkpoint = openlog::read_signed_checkpoint(note.value_or(""));
        return checkpoint ? checkpoint->checkpoint.head.size : 0;
    };
    checks.push_back(
        size_in(files("checkpoint")) >= size_in(newest)
            ? passed("witnesses", N_("the open log's newest checkpoint has its witnesses"))
            : failed("witnesses",
                  N_("The open log's newest checkpoint waits for its witnesses. The site goes on without "
                     "them. Ask those whom the file of witnesses names")));
}

void check_age_of_backup(const Installation& installation, Checks& checks) {
    constexpr auto name = "backup";
    const auto last = jobs::last_backup(installation);
    if (!last) {
        checks.push_back(warned(name,
            N_("No backup has been made yet. Run medskapa backup FILE --data {}, once a day by itself"),
            {installation.data}));
        return;
    }
    const auto moment = time::iso(installation.clock().local(*last));
    checks.push_back(
        now() - *last > backup_is_old
            ? warned(name,
                  N_("The last backup was made at {}. Run medskapa backup FILE --data {}, once a "
                     "day by itself"),
                  {moment, installation.data})
            : passed(name, N_("a backup was made at {}"), {moment}));
}

/// Whether what has been erased is gone from old backups too.
void check_backup_keys(const Installation& installation, const jobs::BackupKeys& keys, Checks& checks) {
    constexpr auto name = "backup_keys";
    if (keys.folder.empty()) {
        checks.push_back(warned(name, N_("backups that are not encrypted with monthly keys (--keys) hold "
                                         "what was erased after them, as long as "
                                         "they are kept")));
        return;
    }
    const auto outdated = store::outdated_months(
        keys.folder, installation.clock().day(now()), std::chrono::days{keys.days_kept});
    const auto days = std::to_string(keys.days_kept);
    checks.push_back(outdated.empty()
                         ? passed(name, N_("no backup can be read more than {} days after its month"), {days})
                         : failed(name,
                               N_("There are keys of months that ended more than {} days ago. Run medskapa "
                                  "forget-backups"),
                               {days}));
}

void check_rehearsal(const Installation& installation, Checks& checks) {
    constexpr auto name = "rehearsal";
    const auto last = jobs::last_rehearsal(installation);
    if (!last) {
        checks.push_back(warned(name,
            N_("It has never been tried whether a backup can be restored. Run medskapa rehearse --backup "
               "FILE --data {}"),
            {installation.data}));
        return;
    }
    const auto day = time::iso(installation.clock().day(*last));
    checks.push_back(now() - *last > rehearsal_is_old
                         ? warned(name,
                               N_("A backup was last restored on trial on {}. Run medskapa rehearse --backup "
                                  "FILE --data {}"),
                               {day, installation.data})
                         : passed(name, N_("a backup was restored on trial on {}, and was whole"), {day}));
}

}  // namespace

void check_log(const Installation& installation, Checks& checks) {
    check_entries(installation, checks);
}

void check_history(const Examination& asked, Checks& checks) {
    check_marks(asked.installation, checks);
    check_witnesses(asked, checks);
}

void check_backups(const Installation& installation, const jobs::BackupKeys& keys, Checks& checks) {
    check_age_of_backup(installation, checks);
    check_backup_keys(installation, keys, checks);
    check_rehearsal(installation, checks);
}

}  // namespace medskapa::cli
