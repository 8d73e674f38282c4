#include "web/markup/html.hpp"

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

// Most text has nothing to escape, so what lies between the dangerous signs is copied in one piece.
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

std::size_t room_for(std::string_view form, std::span<const Filling> fillings) {
    auto room = form.size();
    for (const auto& filling : fillings) room += filling.size();
    return room;
}

std::size_t index(std::string_view figures) {
    std::size_t n = 0;
    for (const char c : figures) n = 10 * n + static_cast<std::size_t>(c - '0');
    return n;
}

}  // namespace

void Filling::write(std::string& out) const {
    if (is_markup_)
        out += text_;
    else
        escape(out, text_);
}

// The compiler has checked the form: each brace opens or closes a hole, or is doubled and stands for itself.
std::string fill(std::string_view form, std::span<const Filling> fillings) {
    std::string out;
    out.reserve(room_for(form, fillings));
    std::size_t next = 0;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '{' && form[i] != '}') continue;
        out += form.substr(copied, i - copied);
        if (form[i + 1] == form[i]) {
            out += form[i++];
        } else {
            const auto end = form.find('}', i);
            const auto number = form.substr(i + 1, end - i - 1);
            fillings[number.empty() ? next++ : index(number)].write(out);
            i = end;
        }
        copied = i + 1;
    }
    out += form.substr(copied);
    return out;
}

}  // namespace medskapa::web
