#include "store/sql/localized.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>

namespace medskapa::sql {
namespace {

void write(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out.append(1, '\\').append(1, c);
        else if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    out += '"';
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0 | code >> 6);
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

// A process is read for each request, with some ten of these columns: a JSON library takes longer for them
// than all the rest of a page.
class Reader {
public:
    explicit Reader(std::string_view json) : rest_{json} {}

    Localized object() {
        Localized words;
        expect('{');
        if (takes('}')) return words;
        do {
            const auto tag = string();
            expect(':');
            auto text = string();
            const auto language = language_with_tag(tag);
            if (language.tag() == tag) words.set(language, std::move(text));
        } while (takes(','));
        expect('}');
        return words;
    }

private:
    [[noreturn]] static void refuse_column() {
        throw std::logic_error{"a column of words in several languages is broken"};
    }

    bool takes(char wanted) {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void expect(char wanted) {
        if (!takes(wanted)) refuse_column();
    }

    std::string string() {
        expect('"');
        std::string out;
        while (true) {
            const auto stop = static_cast<std::size_t>(std::find_if(rest_.begin(), rest_.end(), [](char c) {
                return c == '"' || c == '\\';
            }) - rest_.begin());
            if (stop == rest_.size()) refuse_column();
            out += rest_.substr(0, stop);
            const bool is_end = rest_[stop] == '"';
            rest_.remove_prefix(stop + 1);
            if (is_end) return out;
            escaped(out);
        }
    }

    void escaped(std::string& out) {
        if (rest_.empty()) refuse_column();
        const char c = rest_.front();
        rest_.remove_prefix(1);
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (c == 'u') return append_utf8(out, code_point());
        if (names.find(c) == names.npos) refuse_column();
        out += meanings[names.find(c)];
    }

    std::uint32_t code_point() {
        const auto code = four_digits();
        if (code < 0xD800 || code > 0xDBFF || !rest_.starts_with("\\u")) return code;
        rest_.remove_prefix(2);
        return 0x10000 + ((code - 0xD800) << 10) + (four_digits() - 0xDC00);
    }

    std::uint32_t four_digits() {
        std::uint32_t code = 0;
        if (rest_.size() < 4) refuse_column();
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + 4, code, 16);
        if (error != std::errc{} || end != rest_.data() + 4) refuse_column();
        rest_.remove_prefix(4);
        return code;
    }

    std::string_view rest_;
};

}  // namespace

std::string json_of(const Localized& words) {
    std::string out = "{";
    for (const auto& [language, text] : words.texts()) {
        if (out.size() > 1) out += ',';
        write(out, language.tag());
        out += ':';
        write(out, text);
    }
    return out + '}';
}

Localized localized_from(std::string_view json) {
    return Reader{json}.object();
}

}  // namespace medskapa::sql
