#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What a fuzz target does with one input: it must return, and what it says must hold.
void try_input(std::string_view bytes);

/// Stops the fuzzer, which keeps the input.
inline void must(bool holds) {
    if (!holds) std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    try_input({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
