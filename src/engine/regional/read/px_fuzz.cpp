#include "engine/regional/read/px.hpp"

#include "support/statistic_fuzz.hpp"

using namespace medskapa::regional::read;

void try_input(std::string_view bytes) {
    const auto statistic = read_px(bytes);
    if (medskapa::test::is_read_soundly(statistic))
        must(static_cast<double>(statistic->rows()) == EveryCell(statistic->dimensions).count());
}
