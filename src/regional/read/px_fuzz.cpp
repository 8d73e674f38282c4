#include "regional/read/px.hpp"

#include "support/fuzz.hpp"

#include <cmath>

using namespace medskapa::regional::read;

void try_input(std::string_view bytes) {
    const auto statistic = read_px(bytes);
    if (!statistic) {
        must(!statistic.error().complaints.empty());
        return;
    }
    must(static_cast<double>(statistic->rows()) == EveryCell(statistic->dimensions).count());
    for (std::size_t row = 0; row < statistic->rows(); ++row)
        must(std::isfinite(statistic->value(row).value_or(0)));
}
