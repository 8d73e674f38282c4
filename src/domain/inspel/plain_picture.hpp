#pragma once

#include <string_view>

namespace medskapa {

// Whether a picture is what drawing it anew makes: the picture alone, with nothing about who took it and
// where, and nothing after its end. Pictures that say more are not kept, whatever way they come.

/// A JPEG (ITU-T T.81) of one layer, without applications' segments but JFIF's own and without comments.
bool is_plain_jpeg(std::string_view);
/// A PNG (ISO 15948) of the chunks that colours need.
bool is_plain_png(std::string_view);

}  // namespace medskapa
