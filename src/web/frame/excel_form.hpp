#pragma once

#include "web/http/message.hpp"
#include "web/words/words.hpp"

namespace medskapa::web {

/// Whether the visitor wants tables as a spreadsheet opens them by itself: `?form=excel`.
bool asks_for_excel(const http::Request&);

/// A table that is given out, for a spreadsheet with Swedish settings, its columns called by the words of the
/// page's language. Its further parts are asked for in the same form. Other responses are left as they are.
http::Response in_excel_form(http::Response, const Words&);

}  // namespace medskapa::web
