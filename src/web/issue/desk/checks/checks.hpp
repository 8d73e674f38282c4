#pragma once

#include "domain/inspel/inspel.hpp"
#include "domain/inspel/personal_details.hpp"
#include "web/frame/visit.hpp"

#include <string>

/// What is looked for in a text before it is published.
namespace medskapa::web::issue::desk {

/// How hard an answer is to read, and what in it may be about a person; nothing of an empty one.
Html checks_view(const Visit&, const std::string& answer);
/// How an answer is spelled, and what it refers to that nobody can open; nothing where all is well. Asks
/// another program, so at most for one answer a page.
Html wording_view(const Visit&, const std::string& answer);
/// What may be the names of others in an inspel that is shown, each with a button that masks it: a guess, so
/// none is masked together with the rest.
Html names_view(const Visit&, const Inspel&);
/// What in an inspel may give away a person, each with a button that masks it.
Html found_view(const Visit&, const std::vector<FoundDetail>&);
/// Of the title and the text that are shown.
std::vector<FoundDetail> found_in(const Inspel&);

}  // namespace medskapa::web::issue::desk
