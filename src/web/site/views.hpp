#pragma once

#include "domain/site/process.hpp"
#include "web/frame/visit.hpp"

#include <functional>

namespace medskapa::web::site {

Html activity_card(const Visit&, const Activity&);
/// Those activities that `wanted` picks, as cards below a heading; empty where there are none.
Html activity_cards(const Visit&, const std::vector<Activity>&, const std::string& heading,
    const std::function<bool(const Activity&)>& wanted);
bool is_coming(const Activity&, Day today);

Html agenda_view(const Visit&, const std::vector<Event>&);

/// A heading and what stands below it; empty where nothing does.
Html section_of(const std::string& title, const Html& content);
/// The text as its writer marked it up; empty where there is none.
Html text_of(const Visit&, const Localized&);

/// The words in a notice where everything on the site is an example, so that nobody takes it for a region's
/// own; else nothing.
Html example_notice(const Visit&, const std::string& words);

/// Whom to ask, as lines with links.
Html contact_lines(const Process&);

Response answer(const Visit&, const std::string& title, Html body, std::string_view current,
    std::vector<ui::Link> crumbs = {});

}  // namespace medskapa::web::site
