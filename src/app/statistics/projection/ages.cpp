#include "app/statistics/projection/ages.hpp"

#include "app/statistics/dataset_cut.hpp"
#include "domain/statistics/population.hpp"

#include <map>

namespace medskapa::app {

Result<Ages> ages_in(const Dataset::Dimension& dimension) {
    std::map<int, std::size_t> by_first;
    Ages ages;
    ages.place.resize(dimension.members.size());
    ages.is_born.resize(dimension.members.size());
    for (std::size_t k = 0; k < dimension.members.size(); ++k) {
        const auto group = age_group_of(dimension.members[k]);
        if (group && group->is_born) ages.is_born[k] = true;
        if (group && !group->is_born) by_first.emplace(group->first, k);
    }
    constexpr std::size_t least = 3;
    if (by_first.size() < least || by_first.begin()->first != 0)
        return refuse_parameter(asked::ages,
            N_("\"{}\" does not hold ages from 0 upwards. Choose another dimension"), {dimension.name});
    ages.step = std::next(by_first.begin())->first;
    for (const auto& [first, member] : by_first) {
        if (first != static_cast<int>(ages.codes.size()) * ages.step)
            return refuse_parameter(asked::ages,
                N_("The ages of \"{}\" are not all equally wide. Read in a file with single years, or with "
                   "groups of five"),
                {dimension.name});
        ages.place[member] = ages.codes.size();
        ages.codes.push_back(dimension.members[member].code);
    }
    return ages;
}

}  // namespace medskapa::app
