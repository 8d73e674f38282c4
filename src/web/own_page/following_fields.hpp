#pragma once

#include "domain/mail/subscription.hpp"

#include <string>
#include <string_view>

/// What the fields of the form for all that is followed are called.
namespace medskapa::web::own_page {

inline constexpr std::string_view subscriber_field = "foljare";
inline constexpr std::string_view format_field = "format";

/// Subjects that the page showed, of one process.
inline std::string shown_field(const Subscriber& subscriber) {
    return "visat-" + subscriber.public_id;
}
inline std::string kept_field(const Subscriber& subscriber) {
    return "om-" + subscriber.public_id;
}
inline std::string pace_field(const Subscriber& subscriber) {
    return "takt-" + subscriber.public_id;
}

}  // namespace medskapa::web::own_page
