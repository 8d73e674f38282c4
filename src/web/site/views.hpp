#pragma once

#include "domain/process.hpp"
#include "web/visit.hpp"

namespace medskapa::web::site {

Html activity_card(const Visit&, const Activity&);
/// Those activities that `wanted` picks, as cards below a heading; empty where there are none.
Html activity_cards(const Visit&, const std::vector<Activity>&, const std::string& heading,
    const std::function<bool(const Activity&)>& wanted);
bool is_coming(const Activity&, Day today);

/// Whom to ask, as lines with links.
Html contact_lines(const Process&);

Response answer(const Visit&, const std::string& title, Html body, std::string_view current,
    std::vector<ui::Link> crumbs = {});

}  // namespace medskapa::web::site
