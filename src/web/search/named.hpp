#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web::search {

/// Something that is named by its number or code, with the way to it.
struct Named {
    std::string href;
    std::string title;
    std::string meta = {};
};

/// What the words name: "I-122", "ä 8", "RUS-5.6-p1", "§ 12". Also an inspel that is not shown, by what has
/// become of it and never by its words.
std::vector<Named> named_in(const Visit&, const Process&, std::string_view asked);

}  // namespace medskapa::web::search
