#include "base/sheets/xml_walk.hpp"

#include <expat.h>
#include <algorithm>
#include <array>
#include <new>

namespace medskapa::sheets {
namespace {

constexpr char divider = '|';
constexpr int deepest = 64;

/// ECMA-376, transitional and strict, and OpenDocument.
constexpr std::array<std::string_view, 8> ours = {"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.microsoft.com/office/excel/2006/2", "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0"};

std::string_view local(std::string_view expanded) {
    const auto at = expanded.rfind(divider);
    return at == expanded.npos ? expanded : expanded.substr(at + 1);
}

/// Some programs leave the vocabulary out.
bool is_ours(std::string_view expanded) {
    const auto at = expanded.rfind(divider);
    return at == expanded.npos || std::find(ours.begin(), ours.end(), expanded.substr(0, at)) != ours.end();
}

}  // namespace

struct XmlWalk::Parser {
    explicit Parser(XmlReader& reading) : reader{reading}, expat{XML_ParserCreateNS(nullptr, divider)} {
        if (expat == nullptr) throw std::bad_alloc{};
        XML_SetUserData(expat, this);
        XML_SetElementHandler(expat, opened, closed);
        XML_SetCharacterDataHandler(expat, has_text);
        XML_SetStartDoctypeDeclHandler(expat, has_type);
    }
    ~Parser() { XML_ParserFree(expat); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    static void XMLCALL opened(void* at, const char* name, const char** pairs) {
        auto& my = *static_cast<Parser*>(at);
        if (++my.depth > deepest) return my.stop(State::broken);
        if (my.foreign_from > 0) return;
        if (!is_ours(name)) {
            my.foreign_from = my.depth;
            return;
        }
        my.reader.open(local(name), Attributes{pairs});
        if (my.reader.has_enough()) my.stop(State::enough);
    }
    static void XMLCALL closed(void* at, const char* name) {
        auto& my = *static_cast<Parser*>(at);
        const auto depth = my.depth--;
        if (my.foreign_from > 0) {
            if (my.foreign_from == depth) my.foreign_from = 0;
            return;
        }
        my.reader.close(local(name));
        if (my.reader.has_enough()) my.stop(State::enough);
    }
    static void XMLCALL has_text(void* at, const char* text, int size) {
        auto& my = *static_cast<Parser*>(at);
        if (my.foreign_from > 0) return;
        my.reader.text({text, static_cast<std::size_t>(size)});
        if (my.reader.has_enough()) my.stop(State::enough);
    }
    static void XMLCALL has_type(void* at, const char*, const char*, const char*, int) {
        static_cast<Parser*>(at)->stop(State::broken);
    }

    void stop(State why) {
        if (state == State::going) state = why;
        XML_StopParser(expat, XML_FALSE);
    }

    State parse(std::string_view piece, bool is_last) {
        if (state != State::going) return state;
        const auto read = XML_Parse(expat, piece.data(), static_cast<int>(piece.size()), is_last ? 1 : 0);
        if (read != XML_STATUS_OK && state == State::going) state = State::broken;
        return state;
    }

    XmlReader& reader;
    XML_Parser expat;
    State state = State::going;
    int depth = 0;
    int foreign_from = 0;  // the depth of an element of another vocabulary; 0 outside
};

std::optional<std::string_view> Attributes::find(std::string_view name) const {
    for (auto pair = pairs_; *pair != nullptr; pair += 2)
        if (local(pair[0]) == name) return pair[1];
    return std::nullopt;
}

bool Attributes::says(std::string_view name, std::string_view value) const {
    for (auto pair = pairs_; *pair != nullptr; pair += 2)
        if (local(pair[0]) == name && pair[1] == value) return true;
    return false;
}

XmlWalk::XmlWalk(XmlReader& reader) : parser_{std::make_unique<Parser>(reader)} {}
XmlWalk::~XmlWalk() = default;

/// In slices, since expat counts in int.
XmlWalk::State XmlWalk::feed(std::string_view piece) {
    constexpr std::size_t slice = std::size_t{1} << 20;
    auto state = State::going;
    for (; !piece.empty() && state == State::going; piece.remove_prefix(std::min(slice, piece.size())))
        state = parser_->parse(piece.substr(0, slice), false);
    return state;
}

XmlWalk::State XmlWalk::finish() {
    return parser_->parse({}, true);
}

}  // namespace medskapa::sheets
