#pragma once

#include <string>
#include <string_view>

namespace medskapa {

/// A picture in Markdown: "![A map](bild:…)". The words of what it shows are words whatever they hold: each
/// sign that could be a mark is escaped (CommonMark 2.4).
std::string picture_mark(std::string_view words, std::string_view address);

}  // namespace medskapa
