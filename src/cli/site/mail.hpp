#pragma once

#include "jobs/mail/send_mail.hpp"
#include "store/files/installation.hpp"

#include <memory>
#include <string>

namespace medskapa::web {
struct Site;
}

namespace medskapa::cli {

/// What the operator says of mail.
struct MailSettings {
    std::string server = {};  // an address of SMTP; empty: nothing is sent
    std::string from = {};    // our address
    std::string name = {};    // the region's
    std::string user = {};
    std::string password_file = {};  // never on the command line, where other programs see it
    std::string trusted = {};        // a file of certificates
    bool is_unencrypted = false;

    bool operator==(const MailSettings&) const = default;
};

/// Gives up with a sentence when something is missing or wrong: an address that is none, a password file that
/// cannot be read, mail without encryption to another machine.
jobs::MailServer mail_server_of(const MailSettings&);

/// Sends on a thread of its own until it goes out of scope. What was on its way then is unknown.
class Mailing;

/// Nothing where no mail server is named, and where the database holds an example: no mail leaves a demo.
/// The site must outlive it.
std::shared_ptr<Mailing> begin_mailing(
    const MailSettings&, const store::Installation&, const web::Site&, sql::Writer&);

}  // namespace medskapa::cli
