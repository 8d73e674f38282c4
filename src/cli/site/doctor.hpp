#pragma once

#include "cli/site/mail.hpp"
#include "domain/site/check.hpp"
#include "jobs/backup.hpp"

#include <atomic>

/// What is looked at in an installation, by `doctor` and by the server for the desk's page. All parts add to
/// `checks` what they find.
namespace medskapa::cli {

/// An installation, and how the server that runs it was started.
struct Examination {
    store::Installation installation = {};
    jobs::BackupKeys keys = {};
    std::string base_url = {};
    MailSettings mail = {};
    std::string witnesses = {};         // the file that names them
    std::string sign_in_services = {};  // the file that names them
    bool knows_server = false;          // else of the last four only what was named is known
};

/// What is known within a minute: the machine, the rights of files, backups, mail, the address. Ends early,
/// with less, once `is_ending`.
Checks quick_checks(const Examination&, const std::atomic<bool>& is_ending);
/// What reads all that is stored: the database's pages, the counts and the open log.
Checks thorough_checks(const Examination&);

/// Who on the machine can read what.
void check_permissions(const store::Installation&, Checks& checks);
/// The disk and the clock.
void check_machine(const store::Installation&, Checks& checks);
/// Whether the database is whole, is this program's and the secret's, and its counts hold.
void check_database(const store::Installation&, Checks& checks);
/// What `log verify` finds in the open log.
void check_log(const store::Installation&, Checks& checks);
/// Whether the open log's history is one, and whether its witnesses have come.
void check_history(const Examination&, Checks& checks);
/// When a backup was last made, whether backups forget what was erased, and when one was last restored on
/// trial.
void check_backups(const store::Installation&, const jobs::BackupKeys&, Checks& checks);
/// Whether the mail server takes our mail, and how much waits.
void check_mail(const Examination&, const std::atomic<bool>& is_ending, Checks& checks);
/// How visitors reach the site, and how long its certificate is good.
void check_address(const Examination&, Checks& checks);
/// What the law asks the site to say.
void check_law(const store::Installation&, Checks& checks);

}  // namespace medskapa::cli
