#pragma once

#include "domain/site/appearance.hpp"
#include "web/markup/html.hpp"

namespace medskapa::web::site {

/// The land behind a process' question, in three ridges and the page's own ground; nothing for none.
Html land(Landscape);

}  // namespace medskapa::web::site
