#include "store/moderation/conduct_store.hpp"
#include "store/site/site_store.hpp"
#include "web/law/views.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/pages.hpp"
#include "web/moderation/views.hpp"

namespace medskapa::web::moderation {
namespace {

/// Each process' numbers on how it has reviewed.
Html numbers_links(const Visit& visit) {
    const auto processes = store::processes(visit.db);
    return html("<ul>{}</ul>", each(processes, [&](const Process& process) {
        return html("<li><a href=\"{}\">{}</a></li>", visit.href_in(process, address::review_numbers),
            visit.in(process.name));
    }));
}

}  // namespace

Response rules(const Visit& visit) {
    const auto& words = visit.words;
    const auto conduct = store::conduct_in_force(visit.db);
    const auto items = each(conduct_rules, [&](const ConductRule& rule) {
        return html("<li>{} <span class=\"meta\">{}</span></li>", rule_text(visit, conduct, rule),
            words(rule.ground));
    });
    return law::law_page(visit, words("Rules for what you write"),
        html(R"(
<h1>{title}</h1><p class="lead">{lead}</p>{introduction}<ol>{items}</ol>
<h2>{how}</h2><p>{person}</p><p>{reasons}</p><p>{report}</p><h2>{numbers}</h2>{links})",
            "title"_a = words("Rules for what you write"),
            "lead"_a = words("What breaks these rules is not shown. Everything else is, whatever it says."),
            "introduction"_a = law::text_view(visit, conduct.introduction), "items"_a = items,
            "how"_a = words("How we decide"),
            "person"_a =
                words("A person takes every decision. A program may show staff what it has found, and "
                      "never takes anything away."),
            "reasons"_a = words(
                "Whoever sent something that is not shown can read why with the receipt code, and ask that "
                "somebody else than the one who decided looks again."),
            "report"_a = words("On the page of every inspel, and with every statement, is a link by which "
                               "anybody can report it without signing in."),
            "numbers"_a = words("How we have reviewed"), "links"_a = numbers_links(visit)),
        words("What may be written, why something is not shown, and how you report and appeal."));
}

}  // namespace medskapa::web::moderation
