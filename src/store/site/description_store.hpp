#pragma once

#include "domain/site/description.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<SiteDescription> add(sql::Transaction&, const SiteDescription&);
/// What the site says now; empty before anybody has described it.
SiteDescription site_description(sql::Connection&);

/// Nothing when this form's report is there already.
std::optional<Id<LackReport>> add(sql::Transaction&, const LackReport&, const std::string& form_key);
/// Saves that it is closed, and what remains of how the sender is reached.
void change(sql::Transaction&, const LackReport&);
std::optional<LackReport> find_lack_report(sql::Connection&, Id<LackReport>);
std::optional<LackReport> lack_report_of_form(sql::Connection&, const std::string& form_key);
/// Those that wait first, each sort newest first.
std::vector<LackReport> lack_reports(sql::Connection&, int limit);
std::int64_t open_lack_reports(sql::Connection&);

}  // namespace medskapa::store
