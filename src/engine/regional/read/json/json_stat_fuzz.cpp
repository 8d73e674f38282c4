#include "engine/regional/read/json/json_stat.hpp"

#include "support/statistic_fuzz.hpp"

using namespace medskapa::regional::read;

void try_input(std::string_view bytes) {
    const auto statistic = read_json_stat(bytes);
    if (medskapa::test::is_read_soundly(statistic))
        must(static_cast<double>(statistic->rows()) == EveryCell(statistic->dimensions).count());
}
