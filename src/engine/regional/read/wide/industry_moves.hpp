#pragma once

#include "engine/regional/read/layout.hpp"
#include "engine/regional/skills/skill_relatedness.hpp"

namespace medskapa::regional::read {

/// People who changed work between industries, `from,to,people`: rows of several years are summed, an empty
/// number is suppressed, a pair without a row is nobody. Refuses by line and column.
Result<IndustryMovesBuilder> read_industry_moves(std::string_view bytes, const Choices& = {});

}  // namespace medskapa::regional::read
