#pragma once

#include "domain/priority/priority.hpp"
#include "domain/statistics/analysis.hpp"
#include "web/frame/visit.hpp"

#include <string>
#include <vector>

namespace medskapa::web::priority {

/// One thing that speaks for a priority or is not there: never summed up with the others.
struct Ground {
    enum class State { there, partly, stale, absent };

    std::string name;
    std::string what;  // in numbers or words
    State state = State::absent;
};

/// From what is stored of it: evidence, meetings, critical mass, relatedness.
std::vector<Ground> grounds_of(const Visit&, const Priority&);
/// What speaks against it, a line each.
std::vector<std::string> objections_of(const Priority&);

/// A sign with its word.
Html state_view(Ground::State, const Words&);

enum class CardTitle { is_link, is_here };
Html score_card(const Visit&, const Priority&, CardTitle);

}  // namespace medskapa::web::priority
