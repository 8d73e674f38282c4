#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::moderation {

/// "Report": leads quietly to the form about an inspel that is published.
Html report_link(const Visit&, const Inspel&);
/// The same about a statement, by its conversation's name in addresses and its number.
Html report_link(const Visit&, const std::string& activity, int statement);

/// To the sender of an inspel that is not shown: by which rule, on what ground, by whom, and how to have
/// somebody else look again; what came of that. Empty for one that is not declined.
Html statement_of_reasons(const Visit&, const Inspel&, const std::string& code, const ui::Complaints&);

}  // namespace medskapa::web::moderation
