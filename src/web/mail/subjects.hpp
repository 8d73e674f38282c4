#pragma once

#include "domain/mail/subscription.hpp"
#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"
#include "web/words/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::web::mail {

/// What the subject is called, as everybody may read it; nothing for one that is not there, or not public.
std::optional<std::string> name_of_subject(
    sql::Connection&, const Process&, const std::string& subject, const Words&);

/// Something that has happened, on a line of a digest.
struct Happening {
    std::string text;
    std::string path;  // from the root, without a language
};

/// What has happened to the subject on the days from `since`, before `until`.
std::vector<Happening> happenings(sql::Connection&, const Clock&, const Process&, const std::string& subject,
    const Words&, Day since, Day until);

}  // namespace medskapa::web::mail
