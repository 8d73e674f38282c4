#pragma once

#include "engine/office/left_out.hpp"

#include <string>
#include <string_view>

namespace medskapa::office {

struct TidyMarkdown {
    std::string text;
    LeftOutCounts left_out;
};

/// A text of Markdown as people write it, in the few forms that ours has: every heading begins with #, links
/// hold their address, footnotes have numbers and stand after the paragraph that calls them. What stands
/// before the text ("---", "% "), comments and pictures are left out and counted; a title that stands there
/// becomes the first heading where there is none. A line keeps its number, where no footnote moves. Our own
/// texts come out as they were. O(text).
TidyMarkdown tidy_markdown(std::string_view typed);

}  // namespace medskapa::office
