#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// Whether the item of a menu is the page that is shown.
ui::Current mark(std::string_view item, std::string_view current);
/// This page in each language that is offered; none where nobody can come to the page by its address.
std::vector<ui::LanguageLink> language_links(const Visit&);

}  // namespace medskapa::web
