#include "domain/document/picture.hpp"

#include "base/text.hpp"
#include "base/text/picture_mark.hpp"
#include "domain/field.hpp"

#include <map>

namespace medskapa {
namespace {

constexpr std::string_view opens = "![";
constexpr std::string_view leads = "](bild:";

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

bool is_escaped(std::string_view words, std::size_t at) {
    std::size_t backslashes = 0;
    while (at > backslashes && words[at - backslashes - 1] == '\\') ++backslashes;
    return backslashes % 2 == 1;
}

/// The first place of a sign that no backslash takes the meaning from.
std::size_t find_mark(std::string_view words, std::string_view mark, std::size_t from) {
    auto at = words.find(mark, from);
    while (at != words.npos && is_escaped(words, at)) at = words.find(mark, at + 1);
    return at;
}

std::string without_escapes(std::string_view words) {
    std::string plain;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '\\' && i + 1 < words.size() && is_punctuation(words[i + 1])) ++i;
        plain += words[i];
    }
    return plain;
}

}  // namespace

std::vector<ShownPicture> pictures_in(std::string_view words) {
    std::vector<ShownPicture> found;
    for (auto close = find_mark(words, leads, 0); close != words.npos;
         close = find_mark(words, leads, close + 1)) {
        const auto end = words.find(')', close);
        if (end == words.npos) break;
        const auto name = picture_at(words.substr(close + 2, end - close - 2));
        // The picture's own beginning is the last one before its end.
        auto open = close;
        do open = open == 0 ? words.npos : words.rfind(opens, open - 1);
        while (open != words.npos && is_escaped(words, open));
        const auto from = found.empty() ? 0 : found.back().to;
        if (!name || open == words.npos || open < from) continue;
        const auto alternative = words.substr(open + opens.size(), close - open - opens.size());
        found.push_back({text::one_line(without_escapes(alternative)), *name, open, end + 1});
    }
    return found;
}

std::string words_of_pictures(std::string_view words) {
    std::string all{words};
    const auto shown = pictures_in(words);
    for (auto one = shown.rbegin(); one != shown.rend(); ++one)
        all.replace(one->from, one->to - one->from, one->alternative);
    return all;
}

Result<std::string> with_alternative(
    const std::string& words, std::size_t number, std::string_view alternative) {
    const auto shown = pictures_in(words);
    if (number == 0 || number > shown.size()) return refuse(Failure::Kind::not_found);
    const auto line = text::one_line(text::cleaned(alternative));
    if (line.empty())
        return refuse(Failure::Kind::invalid, {{Field::text, N_("Write what the picture shows")}});
    if (text::length(line) > longest_alternative)
        return refuse(Failure::Kind::invalid,
            {{Field::text, N_("Write at most {} characters"), {longest_alternative}}});
    const auto& at = shown[number - 1];
    return words.substr(0, at.from) + picture_mark(line, address_of(at.name)) + words.substr(at.to);
}

std::string alternative_field(const Node& node, std::size_t number) {
    return "bild-" + node.code + '-' + std::to_string(number);
}

std::vector<LackingPicture> without_alternative(const Lines& lines) {
    std::vector<LackingPicture> lacking;
    for (const auto& line : lines) {
        std::size_t number = 0;
        for (const auto& shown : pictures_in(line.text)) {
            ++number;
            if (shown.alternative.empty()) lacking.push_back({line, number, shown});
        }
    }
    return lacking;
}

Lines with_known_alternatives(Lines written, const Lines& known) {
    std::map<std::string, std::string> alternatives;  // by the picture's digest
    for (const auto& line : known)
        for (const auto& shown : pictures_in(line.text))
            if (!shown.alternative.empty()) alternatives.emplace(shown.name.digest, shown.alternative);
    for (auto& line : written) {
        const auto all = pictures_in(line.text);
        for (auto number = all.size(); number > 0; --number) {
            const auto& shown = all[number - 1];
            const auto said = alternatives.find(shown.name.digest);
            if (!shown.alternative.empty() || said == alternatives.end()) continue;
            if (auto words = with_alternative(line.text, number, said->second)) line.text = *std::move(words);
        }
    }
    return written;
}

}  // namespace medskapa
