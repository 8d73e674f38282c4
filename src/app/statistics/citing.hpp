#pragma once

#include "app/act/act.hpp"
#include "domain/field.hpp"
#include "domain/statistics/analysis.hpp"
#include "engine/openlog/entry.hpp"

namespace medskapa::app {

/// What somebody wants to cite, and in which field it was chosen.
struct AskedFigure {
    int run = 0;         // its number
    std::string figure;  // see figure_in()
    Field field = Field::figure;
};

/// What every verb does that lets something rest on a figure of a run. `by`: the citation with what it is
/// that rests on it; `known`: its other citations; `said`: more that the log says in the open. Refuses a run
/// that is not there or was removed, a figure that the run does not have, and one that is cited already.
Result<Citation> cite(const Act&, Citation by, const AskedFigure&, const std::vector<Citation>& known,
    std::vector<openlog::Field> said = {});

}  // namespace medskapa::app
