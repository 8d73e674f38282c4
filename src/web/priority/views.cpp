#include "web/priority/views.hpp"

#include "store/priority/priority_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/priority/addresses.hpp"
#include "web/site/open.hpp"
#include "web/ui/in_language.hpp"

namespace medskapa::web::priority {
namespace {

Html became_view(const Visit& visit, const Priority& priority) {
    Html links;
    for (const auto number : numbers_in(priority.became)) {
        const auto into = store::priority_numbered(visit.db, visit.process->id, number);
        if (!into) continue;
        links += html(R"({}<a href="{}">{}</a>)", links.empty() ? "" : ", ",
            visit.href(address::priority_page, number), ui::in_language(into->title, visit.words));
    }
    return links;
}

}  // namespace

std::optional<Priority> asked_priority(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("priority"));
    return number ? store::priority_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

Html outcome_view(const Visit& visit, const Priority& priority) {
    const auto outcome = html("<b>{}</b>", shown(priority.outcome, visit.words));
    const auto became = became_view(visit, priority);
    return became.empty() ? outcome : html("{}, {}", outcome, visit.words.rich("became {}", became));
}

std::string when_of(const Visit& visit, const Priority& priority) {
    auto text = shown(priority.kind, visit.words);
    if (priority.proposed_on)
        text += ", " + visit.words("proposed {}", visit.words.day(*priority.proposed_on));
    if (priority.decided_on) text += ", " + visit.words("decided {}", visit.words.day(*priority.decided_on));
    return text;
}

Html inspel_link(const Visit& visit, const std::string& about) {
    if (!site::open_activity(visit, *visit.process)) return {};
    return html(R"(<p><a class="alone" href="{}">{}</a></p>)",
        with_query(visit.href(address::inspel_form), {{"rubrik", about}}),
        visit.words("Give an inspel about this"));
}

}  // namespace medskapa::web::priority
