#include "base/text/passage.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <array>
#include <stdexcept>

namespace medskapa::text {
namespace {

/// A character as it is compared, and the bytes that it stands for.
struct Seen {
    char32_t character = 0;
    Span span;
};
using SeenText = std::vector<Seen>;

const UNormalizer2& decomposition() {
    static const auto* normalizer = [] {
        auto status = U_ZERO_ERROR;
        const auto* found = unorm2_getNFKDInstance(&status);
        if (U_FAILURE(status)) throw std::runtime_error{"ICU has no NFKD"};
        return found;
    }();
    return *normalizer;
}

bool is_blank(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_mark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_unseen(char32_t c) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

char32_t compared(char32_t c, Capitals capitals) {
    if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DASH) != 0) return '-';
    if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC || c == 0xB4 || c == '`') return '\'';
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB) return '"';
    return capitals == Capitals::any
               ? static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT))
               : c;
}

void append(SeenText& seen, char32_t c, const Span& span, Capitals capitals) {
    if (is_unseen(c)) return;
    if (!is_blank(c)) {
        seen.push_back({compared(c, capitals), span});
    } else if (!seen.empty() && seen.back().character == ' ') {
        seen.back().span.end = span.end;
    } else {
        seen.push_back({' ', span});
    }
}

SeenText seen_text(std::string_view text, Capitals capitals) {
    SeenText seen;
    seen.reserve(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const Span begun{static_cast<std::size_t>(at), 0};
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        const Span span{begun.begin, static_cast<std::size_t>(at)};
        if (c < 0) continue;
        std::array<char16_t, 32> parts{};
        auto status = U_ZERO_ERROR;
        const auto length = unorm2_getDecomposition(
            &decomposition(), c, parts.data(), static_cast<std::int32_t>(parts.size()), &status);
        if (length < 0 || U_FAILURE(status)) {
            append(seen, static_cast<char32_t>(c), span, capitals);
            continue;
        }
        for (std::int32_t i = 0; i < length;) {
            UChar32 part = 0;
            U16_NEXT(parts.data(), i, length, part);
            append(seen, static_cast<char32_t>(part), span, capitals);
        }
    }
    return seen;
}

SeenText without_outer_blanks(SeenText seen) {
    if (!seen.empty() && seen.back().character == ' ') seen.pop_back();
    if (!seen.empty() && seen.front().character == ' ') seen.erase(seen.begin());
    return seen;
}

bool is_same(const Seen& one, const Seen& other) {
    return one.character == other.character;
}

/// Whether a letter begins here: a mark belongs to the letter before it.
bool is_border(const SeenText& text, std::size_t at) {
    return at >= text.size() || !is_mark(text[at].character);
}

bool is_in_word(const SeenText& text, std::size_t at) {
    return u_isalnum(static_cast<UChar32>(text[at].character)) != 0 || is_mark(text[at].character);
}

}  // namespace

std::vector<Span> spans_of(std::string_view passage, std::string_view text, Capitals capitals) {
    const auto wanted = without_outer_blanks(seen_text(passage, capitals));
    const auto seen = seen_text(text, capitals);
    std::vector<Span> spans;
    if (wanted.empty()) return spans;
    for (auto at = seen.begin();;) {
        at = std::search(at, seen.end(), wanted.begin(), wanted.end(), is_same);
        if (at == seen.end()) return spans;
        const auto first = static_cast<std::size_t>(at - seen.begin());
        if (!is_border(seen, first) || !is_border(seen, first + wanted.size())) {
            ++at;
            continue;
        }
        spans.push_back({at->span.begin, seen[first + wanted.size() - 1].span.end});
        at += static_cast<std::ptrdiff_t>(wanted.size());
    }
}

std::vector<Span> cut_span_of(std::string_view passage, std::string_view text, Capitals capitals) {
    constexpr std::string_view cut = "…";
    constexpr std::size_t fewest = 2;
    if (!text.ends_with(cut)) return {};
    const auto wanted = without_outer_blanks(seen_text(passage, capitals));
    const auto seen = seen_text(text.substr(0, text.size() - cut.size()), capitals);
    for (auto length = std::min(wanted.size(), seen.size()); length >= fewest; --length) {
        const auto first = seen.size() - length;
        const bool is_inside = first > 0 && is_in_word(seen, first - 1) && is_in_word(seen, first);
        if (is_inside || !is_border(seen, first)) continue;
        if (std::equal(
                seen.begin() + static_cast<std::ptrdiff_t>(first), seen.end(), wanted.begin(), is_same))
            return {{seen[first].span.begin, seen.back().span.end}};
    }
    return {};
}

}  // namespace medskapa::text
