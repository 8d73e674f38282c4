#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>

namespace medskapa::cli {

/// How an https address answered.
struct SeenCertificate {
    std::string trouble = {};          // why there was no answer: a sentence of libcurl's
    bool is_refused = false;           // it is about the certificate
    std::optional<Instant> ends = {};  // when the site's own is good no longer, where the library says it
};

/// Asks for the page's head, for five seconds at most.
SeenCertificate certificate_of(const std::string& url);

}  // namespace medskapa::cli
