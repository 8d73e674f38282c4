#include "web/statistics/citing.hpp"

#include "store/statistics/analysis_store.hpp"
#include "web/statistics/pictures.hpp"
#include "web/statistics/views.hpp"

namespace medskapa::web::statistics {

std::vector<ui::Choice> figure_choices(const Visit& visit) {
    std::vector<ui::Choice> choices{{"", visit.words("Not chosen")}};
    for (const auto& run : store::runs_of(visit.db, visit.process->id)) {
        const auto of = opened(visit, run);
        for (const auto& figure : citable_figures(run.kind, of.result, visit.words))
            choices.push_back({std::to_string(run.number) + "|" + figure.key,
                reference(run) + " " + figure.name + ": " + figure.value});
    }
    return choices;
}

ChosenFigure chosen_figure(std::string_view typed) {
    const auto bar = typed.find('|');
    return {Visit::number(typed.substr(0, bar)).value_or(0),
        bar == typed.npos ? std::string{} : std::string{typed.substr(bar + 1)}};
}

}  // namespace medskapa::web::statistics
