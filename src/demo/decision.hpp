#pragma once

#include "demo/stage.hpp"
#include "domain/document/document.hpp"

namespace medskapa::demo {

/// Answers what no table answers, freezes the draft as a proposal and lets the assembly adopt it, as it did
/// on 17 February 2021. The minutes' paragraph, the diary number and the day of the notice are invented.
void adopt_text(Stage&, const Document&);

}  // namespace medskapa::demo
