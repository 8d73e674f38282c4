#include "engine/regional/projection/projection.hpp"
#include "engine/regional/read/wide/demography.hpp"

#include "support/fuzz.hpp"

#include <cmath>

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto all = read::read_rates(bytes);
    if (!all) {
        must(!all.error().complaints.empty());
        return;
    }
    Population people({"A"}, 3);
    people.of(0, Sex::women)[1] = 100;
    for (const auto& [year, builder] : *all) {
        const auto rates = builder.finish(people);
        if (!rates) continue;
        const auto ours = project(people, *rates, {2, {}, nullptr});
        for (const auto sex : both_sexes) {
            for (const double number : ours.last.of(0, sex)) must(number >= 0 || std::isnan(number));
        }
    }
}
