#include "engine/office/text/math.hpp"

#include "base/text.hpp"
#include "engine/office/text/scripts.hpp"

#include <algorithm>
#include <cctype>
#include <initializer_list>

namespace medskapa::office {
namespace {

bool is_simple(std::string_view part) {
    return text::length(part) <= 1 || std::all_of(part.begin(), part.end(), [](unsigned char c) {
        return c >= 0x80 || std::isalnum(c) != 0 || c == '.' || c == ',';
    });
}

std::string grouped(const std::string& part) {
    const bool is_grouped = part.starts_with('(') && part.ends_with(')');
    return is_simple(part) || is_grouped ? part : '(' + part + ')';
}

std::string all_of(const std::vector<std::string>& parts, std::string_view divider = {}) {
    std::string all;
    for (const auto& part : parts) {
        if (!all.empty() && !part.empty()) all += divider;
        all += part;
    }
    return all;
}

bool is_any(std::string_view element, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), element) != names.end();
}

/// Elements that say how the equation looks; nothing in them is text.
bool is_property(std::string_view element) {
    return (element.size() > 2 && element.ends_with("Pr")) || element.starts_with("annotation");
}

}  // namespace

void MathText::begin() {
    open_.assign(1, {});
    is_beyond_a_line_ = false;
}

void MathText::open(std::string_view element) {
    if (is_any(element, {"m", "eqArr", "mtable", "mstack", "mlongdiv"})) is_beyond_a_line_ = true;
    open_.push_back({std::string{element}});
}

void MathText::attribute(std::string_view name, std::string_view value) {
    const auto& element = open_.back().element;
    // Office's signs are elements with a value, within the properties of what they belong to.
    if (element == "mfenced") {
        if (name == "open") open_.back().before = value;
        if (name == "close") open_.back().after = value;
    }
    if (name != "val" || open_.size() < 3) return;
    if (element == "type" && value == "noBar") is_beyond_a_line_ = true;  // "n over k", which is no fraction
    auto& owner = open_[open_.size() - 3];
    if (element == "begChr" || element == "chr") owner.before = value.empty() ? "\x01" : std::string{value};
    if (element == "endChr") owner.after = value.empty() ? "\x01" : std::string{value};
    if (element == "sepChr") owner.divider = value;
}

void MathText::text(std::string_view words) {
    if (is_any(open_.back().element, {"t", "mi", "mn", "mo", "mtext", "ms"}))
        open_.back().parts.emplace_back(words);
}

void MathText::close() {
    if (open_.size() < 2) return;
    const auto node = std::move(open_.back());
    open_.pop_back();
    if (!is_property(node.element)) open_.back().parts.push_back(line_of(node));
}

std::string MathText::line() const {
    return text::one_line(all_of(open_.front().parts));
}

std::string MathText::line_of(const Node& node) {
    const auto& parts = node.parts;
    const auto part = [&](std::size_t n) { return n < parts.size() ? parts[n] : std::string{}; };
    const auto sign = [](const std::string& own, std::string usual) {
        return own.empty() ? usual : own == "\x01" ? std::string{} : own;
    };
    const auto raised = [](const std::string& what) { return on_the_line(what, Script::above); };
    const auto lowered = [](const std::string& what) { return on_the_line(what, Script::below); };
    if (is_any(node.element, {"f", "mfrac"})) return grouped(part(0)) + '/' + grouped(part(1));
    if (is_any(node.element, {"sSup", "msup"})) return grouped(part(0)) + raised(part(1));
    if (is_any(node.element, {"sSub", "msub"})) return grouped(part(0)) + lowered(part(1));
    if (is_any(node.element, {"sSubSup", "msubsup"}))
        return grouped(part(0)) + lowered(part(1)) + raised(part(2));
    if (node.element == "sPre") return lowered(part(0)) + raised(part(1)) + part(2);
    if (node.element == "rad") return raised(part(0)) + "√" + grouped(part(1));
    if (node.element == "msqrt") return "√" + grouped(all_of(parts));
    if (node.element == "mroot") return raised(part(1)) + "√" + grouped(part(0));
    if (node.element == "d")
        return sign(node.before, "(") + all_of(parts, sign(node.divider, "|")) + sign(node.after, ")");
    if (node.element == "mfenced")
        return sign(node.before, "(") + all_of(parts, ", ") + sign(node.after, ")");
    if (node.element == "nary")
        return sign(node.before, "∫") + lowered(part(0)) + raised(part(1)) + ' ' + part(2);
    if (is_any(node.element, {"limLow", "munder"})) return part(0) + lowered(part(1));
    if (is_any(node.element, {"limUpp", "mover"})) return part(0) + raised(part(1));
    if (node.element == "munderover") return part(0) + lowered(part(1)) + raised(part(2));
    if (node.element == "func") return part(0) + ' ' + part(1);
    if (is_any(node.element, {"mo"})) {
        const auto op = text::trimmed(all_of(parts));
        return op == "=" || op == "+" || op == "−" || op == "-" || op == "<" || op == ">" ? ' ' + op + ' '
                                                                                          : op;
    }
    if (is_any(node.element, {"mi", "mn", "mtext", "ms"})) return text::one_line(all_of(parts));
    return all_of(parts, is_any(node.element, {"mr", "mtr"}) ? " " : "");
}

}  // namespace medskapa::office
