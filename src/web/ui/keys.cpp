#include "web/ui/keys.hpp"

#include "base/text.hpp"

namespace medskapa::web::ui {
namespace {

Html keys_of(const KeyHint& hint) {
    return each(
        text::split(hint.keys, ' '), [](const std::string& key) { return html("<kbd>{}</kbd> ", key); });
}

}  // namespace

Html key_hints(const std::vector<KeyHint>& hints) {
    return html(R"(<ul class="keys">{}</ul>)",
        each(hints, [](const KeyHint& hint) { return html("<li>{}{}</li>", keys_of(hint), hint.does); }));
}

Html all_keys(const std::string& title, const std::vector<KeyHint>& hints, const std::string& note) {
    return html(R"(
<details class="help" id="tangenter"><summary>{}</summary><dl>{}</dl><p class="meta">{}</p></details>)",
        title,
        each(hints,
            [](const KeyHint& hint) { return html("<dt>{}</dt><dd>{}</dd>", keys_of(hint), hint.does); }),
        note);
}

}  // namespace medskapa::web::ui
