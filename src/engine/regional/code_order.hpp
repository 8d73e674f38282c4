#pragma once

#include <string>
#include <vector>

namespace medskapa::regional {

/// By value where every code is digits alone, "2" before "10"; else by bytes.
void sort_codes(std::vector<std::string>&);

}  // namespace medskapa::regional
