#pragma once

#include "engine/office/left_out.hpp"
#include "web/frame/visit.hpp"

#include <string>
#include <vector>

namespace medskapa::web::document {

/// What of a file was not read, a sentence for each kind: "3 pictures are left out."
std::vector<std::string> left_out_sentences(const office::LeftOutCounts&, const Words&);

/// The same as a list; nothing where all was read.
Html left_out_view(const office::LeftOutCounts&, const Words&);

/// The address of a page that shows it, and what such an address asks for.
std::string with_left_out(const office::LeftOutCounts&, std::string address);
office::LeftOutCounts asked_left_out(const Visit&);

}  // namespace medskapa::web::document
