#include "engine/regional/read/table_file.hpp"

#include "base/csv/records.hpp"

#include "support/statistic_fuzz.hpp"

#include <sstream>

using namespace medskapa;
using namespace medskapa::regional::read;

namespace {

std::string written(const Statistic& statistic) {
    std::ostringstream out;
    write_long(out, statistic, Labels::left_out);
    return out.str();
}

}  // namespace

/// What was read and written again has the same number of rows, below a header.
void try_input(std::string_view bytes) {
    const auto statistic = read_table_file(bytes);
    if (!test::is_read_soundly(statistic)) return;
    const auto text = written(*statistic);
    csv::Records records(text, ',');
    std::size_t lines = 0;
    while (records.next() != nullptr) ++lines;
    must(lines == statistic->rows() + 1);
}
