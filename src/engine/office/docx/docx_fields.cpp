#include "engine/office/docx/docx_fields.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace medskapa::office {
namespace {

/// "HYPERLINK" of ` HYPERLINK "https://…" `.
std::string kind_of(std::string_view instruction) {
    const auto words = text::trimmed(instruction);
    auto kind = words.substr(0, words.find_first_of(" \t\r\n\"\\"));
    std::transform(kind.begin(), kind.end(), kind.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return kind;
}

/// What follows from the text, and is no text of its own.
bool is_contents(std::string_view kind) {
    static const std::set<std::string_view> kinds{"TOC", "INDEX", "TOA", "RD"};
    return kinds.contains(kind);
}

/// The first argument of an instruction, unless it is a switch.
std::string argument_of(std::string_view instruction) {
    auto words = text::trimmed(instruction);
    words.erase(0, std::min(words.find_first_of(" \t\""), words.size()));
    words = text::trimmed(words);
    if (words.starts_with('\\')) return {};
    if (!words.starts_with('"')) return words.substr(0, words.find_first_of(" \t"));
    return words.substr(1, words.find('"', 1) - 1);
}

/// The place in it that a link leads to: what follows the switch \l, unless the address names one.
std::string place_of(std::string_view instruction) {
    const auto at = instruction.find(" \\l ");
    return at == instruction.npos ? std::string{} : argument_of(instruction.substr(at + 1));
}

}  // namespace

void DocxFields::begin(std::string_view instruction) {
    open_.push_back({std::string{instruction}, !instruction.empty()});
}

void DocxFields::instruct(std::string_view text) {
    if (!open_.empty() && !open_.back().is_result) open_.back().instruction += text;
}

void DocxFields::separate() {
    if (!open_.empty()) open_.back().is_result = true;
}

std::optional<LeftOut> DocxFields::end() {
    if (open_.empty()) return std::nullopt;
    const auto field = open_.back();
    open_.pop_back();
    const auto kind = kind_of(field.instruction);
    if (is_contents(kind)) return LeftOut::contents;
    if (const auto leads = argument_of(field.instruction);
        kind == "HYPERLINK" && !leads.empty() && linkable(leads).empty())
        return LeftOut::address;
    if (kind == "EQ" && !field.has_text) return LeftOut::equation;
    if (kind == "SYMBOL" && !field.has_text) return LeftOut::symbol;
    if (kind.starts_with("FORM") && !field.has_text) return LeftOut::object;
    return std::nullopt;
}

bool DocxFields::are_text() const {
    return std::all_of(open_.begin(), open_.end(),
        [](const Field& field) { return field.is_result && !is_contents(kind_of(field.instruction)); });
}

std::string DocxFields::address() const {
    for (auto field = open_.rbegin(); field != open_.rend(); ++field)
        if (kind_of(field->instruction) == "HYPERLINK") {
            const auto leads = argument_of(field->instruction);
            const auto place = place_of(field->instruction);
            return leads.empty() || place.empty() || leads.find('#') != leads.npos ? leads
                                                                                   : leads + '#' + place;
        }
    return {};
}

void DocxFields::note_text() {
    for (auto& field : open_) field.has_text = true;
}

}  // namespace medskapa::office
