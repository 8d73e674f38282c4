#pragma once

#include "domain/inspel/inspel.hpp"
#include "domain/inspel/personal_details.hpp"
#include "web/frame/visit.hpp"

#include <string>

/// What is looked for in a text before it is published.
namespace medskapa::web::issue::desk {

/// How hard an answer is to read, and what in it may be about a person; nothing of an empty one.
Html checks_view(const Visit&, const std::string& answer);
/// What in an inspel may give away a person, each with a button that masks it.
Html found_view(const Visit&, const std::vector<FoundDetail>&);
/// Of the title and the text that are shown.
std::vector<FoundDetail> found_in(const Inspel&);

}  // namespace medskapa::web::issue::desk
