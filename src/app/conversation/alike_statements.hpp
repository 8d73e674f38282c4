#pragma once

#include "domain/conversation/statement.hpp"

#include <vector>

namespace medskapa::app {

/// The statements that share most words with the text, most alike first: those where at least a third of all
/// the words of both stand in both, by their stems. O(words of all statements).
std::vector<const Statement*> alike(const std::vector<Statement>&, std::string_view text, std::size_t most);

}  // namespace medskapa::app
