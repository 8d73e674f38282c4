#include "engine/regional/read/flows.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto flows = read::read_flows(bytes);
    if (!flows) {
        must(!flows.error().complaints.empty());
        return;
    }
    for (const auto& place : local_labour_markets(*flows, {}, {}).places)
        must(place.area && place.links <= 2);
}
