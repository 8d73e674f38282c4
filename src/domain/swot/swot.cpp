#include "domain/swot/swot.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_sentence = 300;

}  // namespace

std::string reference(const SwotItem& item) {
    return "S-" + std::to_string(item.number);
}

Result<SwotItem> checked(SwotItem item) {
    item.text.change_each([](const std::string& text) { return text::one_line(text::cleaned(text)); });
    if (item.text.empty())
        return refuse(Failure::Kind::invalid, {{Field::text, N_("Write what holds, in one sentence")}});
    const auto texts = item.text.texts();
    const bool is_long = std::any_of(texts.begin(), texts.end(),
        [](const Localized::Text& text) { return text::length(text.second) > longest_sentence; });
    if (is_long)
        return refuse(Failure::Kind::invalid,
            {{Field::text, N_("Write at most {} characters: one sentence, and the rest in another"),
                {longest_sentence}}});
    return item;
}

}  // namespace medskapa
