#include "engine/regional/read/json/kolada.hpp"

#include "support/statistic_fuzz.hpp"

using namespace medskapa::regional::read;

void try_input(std::string_view bytes) {
    medskapa::test::is_read_soundly(read_kolada(bytes));
}
