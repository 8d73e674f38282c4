#pragma once

#include "domain/conversation/opinion_result.hpp"
#include "engine/opinion/map.hpp"

#include <string>

/// Between the engine's map of every person and what is told of it.
namespace medskapa::app {

/// What may be told: groups and groups' votes of five people and more, marks in an order that tells nothing.
OpinionResult public_result(const opinion::Map&, const opinion::Conversation&);

/// To four decimals, which is finer than any screen shows. Never -0, which is 0 told otherwise.
double rounded(double);

/// What is remembered from map to map, as text for the database. Reads back to the same.
std::string as_json(const opinion::Memory&);
opinion::Memory memory_from(const std::string& json);

}  // namespace medskapa::app
