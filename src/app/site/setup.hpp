#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

inline constexpr std::chrono::hours setup_link_life{24};

/// Makes a one-time link with which a process is opened and gets its leader. Returns its token. The first one
/// of an empty installation closes the site to visitors, until open_site().
Result<std::string> make_setup_link(Permitted<Action::administer>);

struct SetUp {
    Process process;
    std::optional<std::string> session;  // of the process leader; none for an account that was there already
};

/// Uses up the link: opens the process and makes the sender its leader. Who had no account is signed in; an
/// account that is there gets the role, and is signed in to by a link of its own. A refused form does not use
/// the link up.
Result<SetUp> set_up(
    Permitted<Action::set_up>, const std::string& token, Process, const InspelChoices&, User leader);

/// "2303 Ragunda", one a line, to municipalities; "Resor / Travel", in the order of the languages, to topics
/// with an address made of the first word.
std::vector<Municipality> municipalities_from(const std::string& lines);
std::vector<Topic> topics_from(const std::string& lines, const Languages&);
/// "resor | Resor och transporter / Travel and transport" to parts of the strategy; without an address of its
/// own one is made of the title.
std::vector<Subject> subjects_from(const std::string& lines, const Languages&);
/// The other way: "Resor / Travel". A language without words, before one that has them, is "-".
std::string line_of(const Localized&, const Languages&);

}  // namespace medskapa::app
