#pragma once

#include "domain/site/description.hpp"
#include "web/frame/visit.hpp"

#include <functional>
#include <optional>

namespace medskapa::web::law {

/// That the site is an example, and what of a page nobody has filled in yet; empty for neither.
Html notices_view(const Visit&, const SiteDescription&, LawPage);
/// A link to write to the address; nothing for none.
Html mail_link(const std::string& address);
/// A link to ring the number; nothing for none.
Html phone_link(const std::string& number);
/// The pieces that are not empty, a line for each.
Html lines_view(const std::vector<Html>& pieces);
/// What people typed on several lines, on as many.
Html typed_lines(const std::string&);
/// Words that a person wrote, in paragraphs, with lang where it is needed.
Html text_view(const Visit&, const Localized&);

/// A page of the law's, in one column.
Response law_page(const Visit&, const std::string& title, Html body, const std::string& description);

}  // namespace medskapa::web::law
