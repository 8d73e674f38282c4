#include "engine/regional/read/wide/industry_moves.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::regional;

void try_input(std::string_view bytes) {
    const auto builder = read::read_industry_moves(bytes);
    if (!builder) {
        must(!builder.error().complaints.empty());
        return;
    }
    const auto moves = builder->finish();
    if (!moves || moves->size() > 200) return;
    for (const auto& related : skill_relatedness(*moves).related)
        must(!related || (*related >= -1 && *related <= 1));
}
