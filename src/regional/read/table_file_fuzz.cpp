#include "regional/read/table_file.hpp"

#include "support/fuzz.hpp"

#include <cmath>
#include <sstream>

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
    if (!statistic) {
        must(!statistic.error().complaints.empty());
        return;
    }
    for (std::size_t row = 0; row < statistic->rows(); ++row)
        must(std::isfinite(statistic->value(row).value_or(0)));
    const auto text = written(*statistic);
    CsvRecords records(text, ',');
    std::size_t lines = 0;
    while (records.next() != nullptr) ++lines;
    must(lines == statistic->rows() + 1);
}
