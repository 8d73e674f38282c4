#pragma once

#include "support/readings.hpp"

namespace example::inline odt_pieces_shared {

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

inline std::string p(const std::string& content, const std::string& style = {}) {
    return "<text:p text:style-name=\"" + style + "\">" + content + "</text:p>";
}

inline std::string h(int level, const std::string& text) {
    return "<text:h text:outline-level=\"" + std::to_string(level) + "\">" + text + "</text:h>";
}

inline std::string style(const std::string& family, const std::string& name, const std::string& properties,
    const std::string& parent = {}) {
    return "<style:style style:name=\"" + name + "\" style:family=\"" + family +
           "\" style:parent-style-name=\"" + parent + "\"><style:text-properties " + properties +
           "/></style:style>";
}

inline Read with_styles(const std::string& content, const std::string& styles) {
    return read(
        odt(content, {{"styles.xml", open_document("", "<office:styles>" + styles + "</office:styles>")}}));
}

}  // namespace example::inline odt_pieces_shared
