#include "domain/document/document.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_code = 60;
constexpr std::size_t longest_words = 50'000;
constexpr std::size_t longest_title = 300;

bool is_code(std::string_view code) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-';
    };
    return !code.empty() && code.size() <= longest_code && std::all_of(code.begin(), code.end(), fits);
}

bool is_taken(const std::string& code, const Lines& lines, const std::vector<std::string>& taken) {
    return std::find(taken.begin(), taken.end(), code) != taken.end() ||
           std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.node.code == code; });
}

}  // namespace

Result<Grounds> checked(Grounds grounds) {
    grounds.reason = text::trimmed(text::cleaned(grounds.reason));
    if (grounds.causes.empty() && grounds.reason.empty())
        return refuse(Failure::Kind::invalid,
            {{Field::reason,
                N_("Name the issues that it goes back to, or write why the words are changed")}});
    return grounds;
}

Result<Document> checked(Document document) {
    document.title = text::one_line(document.title);
    std::vector<Complaint> complaints;
    if (!is_code(document.code))
        complaints.push_back({Field::code, N_("Write a short code of letters and digits, for example RUS")});
    if (document.title.empty() || text::length(document.title) > longest_title)
        complaints.push_back({Field::title, N_("Write a title")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return document;
}

Result<std::string> checked_words(const std::string& typed) {
    auto words = text::trimmed(text::cleaned(typed));
    if (words.empty())
        return refuse(
            Failure::Kind::invalid, {{Field::text, N_("Write the words, or remove the paragraph")}});
    if (text::length(words) > longest_words)
        return refuse(
            Failure::Kind::invalid, {{Field::text, N_("Write at most {} characters"), {longest_words}}});
    return words;
}

std::optional<std::size_t> place_of(const Lines& lines, Id<Node> node) {
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.node.id == node; });
    if (found == lines.end()) return std::nullopt;
    return static_cast<std::size_t>(found - lines.begin());
}

std::size_t heading_over(const Lines& lines, std::size_t place) {
    while (place > 0 && lines[place].node.kind != Node::Kind::section) --place;
    return place;
}

Whereabouts whereabouts(const Lines& lines, std::size_t place) {
    const auto heading = heading_over(lines, place);
    return {lines[heading].text, static_cast<int>(place - heading)};
}

std::string next_paragraph_code(
    const Lines& lines, std::size_t place, const std::vector<std::string>& taken) {
    const auto& heading = lines[heading_over(lines, place)].node.code;
    for (int n = 1;; ++n) {
        auto code = heading + "-p" + std::to_string(n);
        if (!is_taken(code, lines, taken)) return code;
    }
}

Result<Lines> moved(Lines lines, Id<Node> node, Id<Node> after) {
    const auto from = place_of(lines, node);
    if (!from || !place_of(lines, after)) return refuse(Failure::Kind::not_found);
    if (node == after || lines[*from].node.kind == Node::Kind::section)
        return refuse(Failure::Kind::invalid, {{Field::after, N_("Choose another place for the paragraph")}});
    auto line = lines[*from];
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*from));
    const auto to = *place_of(lines, after);
    line.depth = lines[heading_over(lines, to)].depth;
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to) + 1, std::move(line));
    return lines;
}

}  // namespace medskapa
