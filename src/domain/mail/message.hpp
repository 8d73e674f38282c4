#pragma once

#include "base/time.hpp"

#include <string>
#include <string_view>

namespace medskapa {

/// A mail as it is put on the wire: whose names and words they are does not matter here.
struct Message {
    std::string from_name = {};
    std::string from = {};  // an address that mail_address() gave, as the next
    std::string to = {};
    std::string subject = {};
    std::string language = "sv";
    std::string id = {};  // "<…@…>", without blanks
    Instant date = {};
    std::string plain = {};
    std::string html = {};
    /// An https address that a mail program can post to and that ends a subscription (RFC 8058); empty for
    /// what somebody did not subscribe to.
    std::string unsubscribe = {};
};

/// The message of RFC 5322, both forms of its words in one multipart/alternative, in quoted-printable and
/// with CRLF. What stands in a name or a subject stays on its line, whatever it holds: no header is made of
/// it.
std::string as_sent(const Message&);

/// Text for a header: ASCII as it is, anything else in encoded words (RFC 2047). Line breaks and other
/// control characters become blanks.
std::string header_text(std::string_view);

/// RFC 2045, 6.7: lines of 76 characters at most.
std::string quoted_printable(std::string_view);

/// "Thu, 03 Dec 2026 15:00:00 +0000"
std::string mail_date(Instant);

}  // namespace medskapa
