#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// Plans that the demo's invented tables are kept, analysed, and cited by paragraphs of the text. The tables
/// are the region's, so the finished process keeps them and the living one analyses the same.
void plan_statistics(Stage&);

}  // namespace medskapa::demo
