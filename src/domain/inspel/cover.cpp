#include "domain/inspel/cover.hpp"

#include "domain/field.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>

namespace medskapa {
namespace {

UChar32 character_at(const std::string& text, std::int32_t& at) {
    UChar32 c = 0;
    U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), c);
    return c;
}

bool has_words(const std::string& text, std::size_t begin, std::size_t end) {
    auto at = static_cast<std::int32_t>(begin);
    while (at < static_cast<std::int32_t>(end))
        if (u_isalnum(character_at(text, at)) != 0) return true;
    return false;
}

bool ends_sentence(UChar32 c) {
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

bool closes(UChar32 c) {
    return ends_sentence(c) || c == '"' || c == ')' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0xBB;
}

/// Where the sentence that begins here ends, before the blanks that follow it.
std::size_t end_of_sentence(const std::string& text, std::size_t begin, std::size_t last) {
    auto at = static_cast<std::int32_t>(begin);
    const auto end = static_cast<std::int32_t>(last);
    bool may_end = false;
    while (at < end) {
        const auto here = at;
        const auto c = character_at(text, at);
        const bool is_blank = u_isUWhiteSpace(c) != 0;
        if (c == '\n' || (is_blank && may_end)) return static_cast<std::size_t>(here);
        may_end = ends_sentence(c) || (may_end && closes(c));
    }
    return last;
}

std::size_t skip_blanks(const std::string& text, std::size_t begin, std::size_t end) {
    auto at = static_cast<std::int32_t>(begin);
    while (at < static_cast<std::int32_t>(end)) {
        const auto here = at;
        if (u_isUWhiteSpace(character_at(text, at)) == 0) return static_cast<std::size_t>(here);
    }
    return end;
}

/// A sentence without words goes with the one before it: "Nej. – –" has one.
void add_sentences(
    std::vector<CoverPart>& parts, const std::string& text, std::size_t begin, std::size_t end) {
    for (begin = skip_blanks(text, begin, end); begin < end;) {
        const auto sentence_end = end_of_sentence(text, begin, end);
        if (has_words(text, begin, sentence_end)) parts.push_back({begin, sentence_end, 0});
        begin = skip_blanks(text, std::max(sentence_end, begin + 1), end);
    }
}

std::vector<CoverPart> quoted(const std::string& text, const std::vector<Issue>& issues) {
    std::vector<CoverPart> parts;
    for (const auto& issue : issues) {
        if (issue.quote.empty()) continue;
        if (const auto at = text.find(issue.quote); at != text.npos)
            parts.push_back({at, at + issue.quote.size(), issue.position});
    }
    std::sort(
        parts.begin(), parts.end(), [](const CoverPart& a, const CoverPart& b) { return a.begin < b.begin; });
    return parts;
}

}  // namespace

std::vector<CoverPart> cover_of(const std::string& text, const std::vector<Issue>& issues) {
    std::vector<CoverPart> parts;
    std::size_t at = 0;
    for (const auto& part : quoted(text, issues)) {
        if (part.begin > at) add_sentences(parts, text, at, part.begin);
        parts.push_back(part);
        at = std::max(at, part.end);
    }
    add_sentences(parts, text, at, text.size());
    return parts;
}

bool is_covered(const std::string& text, const std::vector<Issue>& issues) {
    const auto parts = cover_of(text, issues);
    return std::none_of(parts.begin(), parts.end(), [](const CoverPart& part) { return part.is_left(); });
}

Result<std::string> quote_of(
    const std::string& text, const std::vector<CoverPart>& parts, const std::vector<std::size_t>& chosen) {
    const auto is_chosen = [&](const CoverPart& part) {
        return part.is_left() && std::find(chosen.begin(), chosen.end(), part.begin) != chosen.end();
    };
    const auto first = std::find_if(parts.begin(), parts.end(), is_chosen);
    if (first == parts.end())
        return refuse(Failure::Kind::invalid, {{Field::quote, N_("Mark the words that the issue is about")}});
    const auto last = std::find_if_not(first, parts.end(), is_chosen);
    if (std::any_of(last, parts.end(), is_chosen))
        return refuse(Failure::Kind::invalid,
            {{Field::quote,
                N_("Choose sentences that follow each other. Make an issue of each part that does not")}});
    return text.substr(first->begin, std::prev(last)->end - first->begin);
}

}  // namespace medskapa
