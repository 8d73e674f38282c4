#include "web/priority/desk/words.hpp"

#include "web/ui/in_language.hpp"

namespace medskapa::web::priority::desk {
namespace {

Html entry(const std::string& name, const Html& text) {
    if (text.empty()) return {};
    return html(R"(
<dt>{}</dt><dd class="as-typed">{}</dd>)",
        name, text);
}

Html entry(const std::string& name, const Localized& text, const Words& words) {
    return text.empty() ? Html{} : entry(name, ui::in_language(text, words));
}

Html entry(const std::string& name, const std::string& text, const Words& words) {
    return text.empty() ? Html{} : entry(name, ui::in_language(text, "sv", words));
}

}  // namespace

site::desk::Values values_of(const std::optional<Priority>& priority) {
    site::desk::Values values;
    if (!priority) return values;
    site::desk::put(values, "titel", priority->title);
    site::desk::put(values, "text", priority->text);
    site::desk::put(values, "vision", priority->vision);
    site::desk::put(values, "behov", priority->needs);
    values["slag"] = name_of(priority->kind);
    values["jobb"] = priority->jobs ? std::to_string(*priority->jobs) : "";
    values["kritisk-massa"] = priority->mass;
    values["slaktskap"] = priority->relatedness;
    values["invandningar"] = priority->objections;
    site::desk::put(values, "foreslagen", priority->proposed_on);
    values["utfall"] = name_of(priority->outcome);
    values["blev"] = priority->became;
    values["motiv"] = priority->motive;
    site::desk::put(values, "beslutat", priority->decided_on);
    return values;
}

Html words_view(const Visit& visit, const Priority& priority) {
    const auto& words = visit.words;
    auto all = entry(words("What it is called"), priority.title, words);
    all += entry(words("What it is about"), priority.text, words);
    all += entry(words("Vision"), priority.vision, words);
    all += entry(words("What it needs"), priority.needs, words);
    if (priority.jobs) all += entry(words("How many work in it?"), html("{}", words.number(*priority.jobs)));
    all += entry(words("Critical mass"), priority.mass, words);
    all += entry(words("Relatedness"), priority.relatedness, words);
    all += entry(words("What speaks against it"), priority.objections, words);
    return html(R"(
<details class="more" open><summary>{}</summary><dl>{}
</dl></details>)",
        words("The current text"), all);
}

}  // namespace medskapa::web::priority::desk
