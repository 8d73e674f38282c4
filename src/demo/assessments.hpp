#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans that impact assessments begin, are answered and are looked at again when the text has changed.
void plan_assessments(Stage&);

/// References between blanks as a verb takes them, a line each: an inspel of the content ("IN-030"), a
/// dataset by its file, and all else as it is. Those that are not there yet are left out.
std::string evidence_of(Stage&, const std::string& cell);

}  // namespace medskapa::demo
