#include "engine/regional/neighbours/neighbours.hpp"
#include "engine/regional/read/wide/region_variables.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto variables = read::read_region_variables(bytes);
    if (!variables) {
        must(!variables.error().complaints.empty());
        return;
    }
    if (variables->regions.size() > 200) return;
    for (const auto& distance : structural_neighbours(*variables, 3).distance)
        must(!distance || *distance >= 0);
}
