#include "engine/regional/read/wide/demography.hpp"

#include "support/fuzz.hpp"

#include <cmath>

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto county = read::read_county(bytes, 2024, 3);
    if (!county) {
        must(!county.error().complaints.empty());
        return;
    }
    for (const auto year : county->years()) {
        Population people({"A", "B"}, 3);
        people.of(1, Sex::men)[2] = 5;
        for (const double added : county->scale(people, year)) must(added >= -5 || std::isnan(added));
    }
}
