#pragma once

#include "app/act/act.hpp"
#include "app/site/setup.hpp"
#include "domain/site/logotype.hpp"
#include "domain/site/opening.hpp"

#include <optional>

namespace medskapa::app {

/// Those that are asked: the region and its logotype only while the whole site is being prepared.
std::vector<SetupQuestion> questions_to_answer(sql::Connection&);
/// What is wrong with the answer, or missing in it; nothing when it will do.
std::vector<Complaint> complaints_about(sql::Connection&, const SetupDraft&, SetupQuestion);

/// Keeps what whoever has the setup link answers to one question, until finish_setup() uses it up; the other
/// answers stay. Refuses an answer that will not do, and with not_found a link that is used, or too old.
Result<SetupDraft> keep_setup_answer(
    Permitted<Action::set_up>, const std::string& token, SetupQuestion, const SetupDraft& typed);
/// The region's logotype, while the whole site is being prepared: see change_logotype().
Result<SiteLogotype> choose_first_logotype(
    Permitted<Action::set_up>, const std::string& token, const std::string& bytes);

/// Uses up the link and the answers: see set_up(). The site says whose it is, and a test is mailed to the
/// leader who has asked for one, in the language. Refused while an answer is missing.
Result<SetUp> finish_setup(Permitted<Action::set_up>, const std::string& token, const std::string& language);

}  // namespace medskapa::app
