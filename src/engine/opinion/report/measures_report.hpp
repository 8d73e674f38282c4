#pragma once

#include "engine/opinion/exchange/json.hpp"
#include "engine/opinion/plane/landscape.hpp"

namespace medskapa::opinion::exchange {

struct MeasuresSettings {
    std::size_t slate_places = 5;  // 1..10
    std::uint64_t seed = 77;       // of the halves that are compared
    std::size_t splits = 20;       // how many times
};

/// The members of an open object about a conversation: who and what is counted, `axes`, `bridging`,
/// `reliability`, `slate` and `distortion`. By statement means in the order of `tids`, by person in that of
/// `in_conv_ids`. What cannot be computed is null, with its reason in `absent` next to it. For whoever has
/// the votes: places are by person.
void write_measures(JsonWriter&, const Conversation&, const MeasuresSettings&);

}  // namespace medskapa::opinion::exchange
