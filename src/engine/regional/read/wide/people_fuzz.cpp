#include "engine/regional/read/wide/demography.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto all = read::read_people(bytes);
    if (!all) {
        must(!all.error().complaints.empty());
        return;
    }
    must(!all->empty());
    for (const auto& [year, people] : *all) {
        must(people.size() > 0 && people.ages() > 1);
        must(people.total() >= 0);
    }
}
