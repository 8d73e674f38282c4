#pragma once

#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

#include <string>
#include <vector>

/// How a person chooses a figure for something to rest on.
namespace medskapa::web::statistics {

/// All figures of all runs of the process, each as "17|55:lq": the run's number and the figure.
std::vector<ui::Choice> figure_choices(const Visit&);

/// What was chosen among them; run 0 where nothing was.
struct ChosenFigure {
    int run = 0;
    std::string figure = {};
};
ChosenFigure chosen_figure(std::string_view typed);

}  // namespace medskapa::web::statistics
