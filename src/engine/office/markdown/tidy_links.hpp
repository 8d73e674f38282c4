#pragma once

#include "engine/office/left_out.hpp"

#include <string>
#include <vector>

namespace medskapa::office {

/// Links that name a definition elsewhere ("[plan][1]", "[1]: https://…") hold the address themselves, and
/// the definitions are gone. Pictures become their words; they, and links that no reader could follow, are
/// counted.
void write_links(std::vector<std::string>& rows, LeftOutCounts&);

}  // namespace medskapa::office
