#include "engine/regional/read/json/pxweb_json.hpp"

#include "support/statistic_fuzz.hpp"

using namespace medskapa::regional::read;

void try_input(std::string_view bytes) {
    medskapa::test::is_read_soundly(read_pxweb_json(bytes));
}
