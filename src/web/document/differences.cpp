#include "web/document/differences.hpp"

#include "web/document/views.hpp"
#include "web/inspel/addresses.hpp"
#include "web/ui/diff.hpp"

#include <algorithm>

namespace medskapa::web::document {
namespace {

constexpr int few = 3;

/// Why it was changed: what led to it, and the reason that was written.
Html reasons(const Visit& visit, const Difference& d, const std::map<Id<Node>, Change>& changes) {
    const auto found = changes.find(d.node.id);
    if (found == changes.end()) return {};
    const auto& change = found->second;
    const auto issues = store::issues_behind(visit.db, change.id, few + 1);
    Html led;
    for (std::size_t i = 0; i < std::min<std::size_t>(issues.size(), few); ++i)
        led += html(R"( · <a href="{}">{}</a>)", visit.href(address::inspel_page, issues[i].origin.number),
            issues[i].title);
    return html(R"(
<p>{reason}</p>
<p class="meta"><a href="{href}">{change}</a>{led}{more}</p>)",
        "reason"_a = change.reason, "href"_a = change_href(visit, change), "change"_a = reference(change),
        "led"_a = led, "more"_a = issues.size() > few ? html(" · {}", visit.words("and more")) : Html{});
}

/// Without the heading, which is above it already.
std::string name_under_heading(const Whereabouts& where, const Words& words) {
    return where.paragraph == 0 ? words("The heading") : words("Paragraph {}", where.paragraph);
}

Html difference_view(const Visit& visit, const Difference& d, const std::map<Id<Node>, Change>& changes) {
    return html(R"(
<article aria-labelledby="d-{code}">
  <h3 id="d-{code}"><a href="{href}">{name}</a>, {kind}</h3>
  {words}
  {reasons}
</article>)",
        "code"_a = d.node.code, "href"_a = paragraph_href(visit, d.node),
        "name"_a = name_under_heading(d.where, visit.words), "kind"_a = shown(d, visit.words),
        "words"_a = d.before == d.after ? html("<p class=\"body as-typed\">{}</p>", d.after)
                                        : ui::diff(d.before, d.after, visit.words),
        "reasons"_a = reasons(visit, d, changes));
}

}  // namespace

Html differences_view(const Visit& visit, const std::vector<Difference>& differences,
    const std::map<Id<Node>, Change>& changes) {
    Html all;
    std::string heading;
    for (const auto& d : differences) {
        if (d.where.heading != heading) all += html("<h2>{}</h2>", d.where.heading);
        heading = d.where.heading;
        all += difference_view(visit, d, changes);
    }
    return all;
}

}  // namespace medskapa::web::document
