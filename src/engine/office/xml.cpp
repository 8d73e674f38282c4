#include "engine/office/xml.hpp"

#include <expat.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <new>

namespace medskapa::office {
namespace {

using namespace std::string_view_literals;

constexpr char divider = '|';

struct Vocabulary {
    std::string_view address;
    std::string_view prefix;
};
/// ECMA-376 transitional and strict, and OpenDocument 1.x.
constexpr std::array<Vocabulary, 18> vocabularies{{
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"},
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"},
    {"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"},
    {"http://www.w3.org/1998/Math/MathML", "math"},
    {"http://www.w3.org/XML/1998/namespace", "xml"},
    {"http://www.w3.org/1999/xlink", "xlink"},
}};

/// "w:p" of "http://...main|p"; the bare name for what is of no vocabulary of ours.
std::string short_name(std::string_view expanded) {
    const auto at = expanded.rfind(divider);
    if (at == expanded.npos) return std::string{expanded};
    const auto address = expanded.substr(0, at);
    const auto known = std::find_if(
        vocabularies.begin(), vocabularies.end(), [&](const auto& one) { return one.address == address; });
    const auto name = expanded.substr(at + 1);
    if (known == vocabularies.end()) return std::string{name};
    return std::string{known->prefix} + ':' + std::string{name};
}

struct Walk {
    const XmlEvents& events;
    XML_Parser parser;
    int depth = 0;
    bool is_too_deep = false;
};

void XMLCALL opened(void* at, const char* name, const char** pairs) {
    auto& walk = *static_cast<Walk*>(at);
    if (++walk.depth > deepest_xml) {
        walk.is_too_deep = true;
        XML_StopParser(walk.parser, XML_FALSE);
    } else if (walk.events.open) {
        walk.events.open(short_name(name), Attributes{pairs});
    }
}

void XMLCALL closed(void* at, const char* name) {
    auto& walk = *static_cast<Walk*>(at);
    --walk.depth;
    if (walk.events.close) walk.events.close(short_name(name));
}

void XMLCALL on_text(void* at, const char* text, int size) {
    auto& walk = *static_cast<Walk*>(at);
    if (walk.events.text) walk.events.text({text, static_cast<std::size_t>(size)});
}

void XMLCALL has_type(void* at, const char*, const char*, const char*, int) {
    XML_StopParser(static_cast<Walk*>(at)->parser, XML_FALSE);
}

}  // namespace

std::optional<std::string> Attributes::find(std::string_view name) const {
    for (auto pair = pairs_; *pair != nullptr; pair += 2)
        if (short_name(pair[0]) == name) return pair[1];
    return std::nullopt;
}

int Attributes::number(std::string_view name, int otherwise) const {
    const auto text = get(name);
    int value = otherwise;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? value : otherwise;
}

std::optional<XmlFault> read_xml(std::string_view document, const XmlEvents& events) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
        XML_ParserCreateNS(nullptr, divider), XML_ParserFree};
    if (!parser) throw std::bad_alloc{};
    Walk walk{events, parser.get()};
    XML_SetUserData(parser.get(), &walk);
    XML_SetElementHandler(parser.get(), opened, closed);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), has_type);
    const auto read = XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE);
    if (walk.is_too_deep) return XmlFault::too_deep;
    if (read != XML_STATUS_OK) return XmlFault::broken;
    return std::nullopt;
}

}  // namespace medskapa::office
