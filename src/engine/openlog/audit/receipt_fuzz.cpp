#include "engine/openlog/audit/receipt.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    (void)check_receipt(bytes, {}, {});
    if (const auto receipt = read_receipt(bytes)) must(read_receipt(text_of(*receipt)).has_value());
}
