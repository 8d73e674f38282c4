#include "regional/read/kolada.hpp"

#include "support/fuzz.hpp"

#include <cmath>

using namespace medskapa::regional::read;

void try_input(std::string_view bytes) {
    const auto statistic = read_kolada(bytes);
    if (!statistic) {
        must(!statistic.error().complaints.empty());
        return;
    }
    for (std::size_t row = 0; row < statistic->rows(); ++row)
        must(std::isfinite(statistic->value(row).value_or(0)));
}
