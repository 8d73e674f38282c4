#include "web/markup/html.hpp"

#include <charconv>

namespace medskapa::web {
namespace {

constexpr std::string_view reference(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

constexpr auto is_dangerous = [] {
    std::array<bool, 256> dangerous{};
    for (std::size_t c = 0; c < dangerous.size(); ++c)
        dangerous[c] = !reference(static_cast<char>(c)).empty();
    return dangerous;
}();

// Most text has nothing to escape, so what lies between the dangerous characters is copied in one piece.
void escape(std::string& out, std::string_view text) {
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_dangerous[static_cast<unsigned char>(text[i])]) continue;
        out += text.substr(copied, i - copied);
        out += reference(text[i]);
        copied = i + 1;
    }
    out += text.substr(copied);
}

}  // namespace

std::string_view Filling::in_figures(std::int64_t number) {
    const auto end = std::to_chars(figures_.begin(), figures_.end(), number).ptr;
    return {figures_.begin(), end};
}

std::string_view Filling::in_figures(std::uint64_t number) {
    const auto end = std::to_chars(figures_.begin(), figures_.end(), number).ptr;
    return {figures_.begin(), end};
}

void Filling::write(std::string& out) const {
    if (is_markup_)
        out += text_;
    else
        escape(out, text_);
}

// The compiler has read the form: each brace opens or closes a hole, or is doubled and stands for itself.
Html filled(const HtmlForm& form, std::initializer_list<const Filling*> fillings) {
    const auto text = form.text;
    auto size = text.size();
    for (const auto* filling : fillings) size += filling->size();
    std::string out;
    out.reserve(size);
    std::size_t hole = 0;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '{' && text[i] != '}') continue;
        out += text.substr(copied, i - copied);
        if (text[i + 1] == text[i]) {
            out += text[i++];
        } else {
            fillings.begin()[form.values[hole++]]->write(out);
            i = text.find('}', i);
        }
        copied = i + 1;
    }
    out += text.substr(copied);
    return Html{std::move(out)};
}

}  // namespace medskapa::web
