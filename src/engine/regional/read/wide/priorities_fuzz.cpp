#include "engine/regional/read/wide/jobs.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto priorities = read::read_priorities(bytes);
    if (!priorities) {
        must(!priorities.error().complaints.empty());
        return;
    }
    (void)priorities_by_place({{"A"}, {"1"}, {5}, {false}, {}}, *priorities);
}
