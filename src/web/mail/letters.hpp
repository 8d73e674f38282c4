#pragma once

#include "domain/mail/mail.hpp"
#include "domain/mail/message.hpp"
#include "store/sql/connection.hpp"
#include "web/mail/letter.hpp"

#include <optional>
#include <string>

namespace medskapa::web::mail {

/// What letters are written from.
struct Office {
    const Clock& clock;
    std::string base_url;        // "https://rus.example.org", without a slash at its end
    std::string secret;          // the installation's: codes and links in letters are made of it
    std::string from_name = {};  // the region's; empty: the process' name stands there
    bool hides_codes = false;    // for people who may read the letter but not do what its codes are good for
};

/// What a mail says, from what stands now about what it is about, so that nothing is sent that has been
/// masked, changed or taken back meanwhile. Nothing when there is nothing to say any more.
std::optional<Letter> letter_of(sql::Connection&, const Office&, const Mail&);

/// The mail as it is sent from an address of ours.
std::optional<Message> message_of(
    sql::Connection&, const Office&, const Mail&, const std::string& from, Instant now);

}  // namespace medskapa::web::mail
