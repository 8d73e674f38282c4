#include "base/text.hpp"
#include "engine/office/document_writer.hpp"

namespace medskapa::office {

std::string in_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text::for_xml(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

}  // namespace medskapa::office
