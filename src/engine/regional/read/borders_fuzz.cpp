#include "engine/regional/read/borders.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional::read;

void try_input(std::string_view bytes) {
    const auto areas = read_borders(bytes);
    if (!areas) {
        must(!areas.error().complaints.empty());
        return;
    }
    for (const auto& area : *areas) {
        const auto [south_west, north_east] = box_around(area);
        must(south_west.longitude <= north_east.longitude && south_west.latitude <= north_east.latitude);
    }
}
