#pragma once

#include <string_view>

namespace medskapa {

/// Läsbarhetsindex (Björnsson 1968): words for each sentence, and how many in a hundred have more than six
/// letters, together and rounded. Below 30 a text is easy, above 50 it is hard. 0 for a text without words. A
/// heading or line without a full stop is a sentence.
int lix(std::string_view text);

}  // namespace medskapa
