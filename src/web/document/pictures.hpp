#pragma once

#include "engine/office/block_sink.hpp"
#include "web/frame/visit.hpp"

#include <string_view>

namespace medskapa::web::document {

/// Words of a text as readers see them, with its pictures.
Html text_view(const Visit&, std::string_view words);

/// The pictures of a process, for files that leave.
office::PictureSource pictures_of(sql::Connection&, Id<Process>);

Response picture(const Visit&);  // GET /processer/{process}/bild/{picture}

}  // namespace medskapa::web::document
