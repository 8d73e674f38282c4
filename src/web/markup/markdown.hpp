#pragma once

#include "base/text/kept_picture.hpp"
#include "web/markup/html.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace medskapa::web {

/// People's text with the simplest of marks: headings, lists, quotes, emphasis, code and links. No markup of
/// their own, no pictures (their words stay), links only to https:, mailto: and our own paths. Headings begin
/// at h3. What is nested deeper than any person would is shown as it was typed.
Html markdown(std::string_view);

/// The same with tables, struck-out words ("~~"), links to http: too, and footnotes ("[^1]", and "[^1]: ..."
/// on a line of its own) under the text: for the documents of the region.
/// With an address for them, a picture that is kept ("bild:…", see kept_picture.hpp) is shown where it
/// stands, as a figure where it is a paragraph of its own; without one its words are.
using PictureAddress = std::function<std::string(const KeptPicture&)>;
Html document_markdown(std::string_view, const PictureAddress& = {});

/// True for an address that a person's link may lead to.
bool is_safe_link(std::string_view href);

}  // namespace medskapa::web
