#pragma once

#include "web/http/message.hpp"
#include "web/words/words.hpp"

namespace medskapa::web {

/// The address of a table in the form that a spreadsheet opens by itself.
std::string excel_href(std::string csv_href);

/// Whether the visitor wants tables as a spreadsheet opens them by itself: `?form=excel`.
bool asks_for_excel(const http::Request&);

/// A table that is given out, for a spreadsheet with Swedish settings, its columns called by the words of the
/// page's language. Its further parts are asked for in the same form. Other responses are left as they are.
http::Response in_excel_form(http::Response, const Words&);

}  // namespace medskapa::web
