#pragma once

#include "domain/correction/correction.hpp"
#include "web/correction/note.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/layout.hpp"

#include <string>

namespace medskapa::web::correction {

/// What was corrected in words: "Decided on", or of words the paragraph's code.
std::string name_of(const Correction&, const Words&);
/// A reading as people write it: a day in words, a kind by its label, a body by its name.
std::string shown_reading(const Source&, const Correction&, const std::string& reading);
/// Whether its readings are whole passages, which are shown each by itself.
bool is_long(Correction::Aspect);
/// What stood and what is right, why, when and in what role.
Html view(const Visit&, const Correction&);

/// The thing that was corrected, by its name and with the page where it stands; without an address where
/// nobody but the staff can read it any more.
ui::Link thing_of(const Visit&, const Correction&);
std::string name_of_thing(const Source&, const Correction&);

}  // namespace medskapa::web::correction
