#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "web/law/addresses.hpp"
#include "web/law/pages.hpp"
#include "web/law/views.hpp"
#include "web/site/addresses.hpp"
#include "web/site/views.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::law {
namespace {

Html panel(const std::string& title, const Html& content) {
    if (content.empty()) return {};
    return html(R"(
<section><h2>{}</h2>{}</section>)",
        title, content);
}

Html region_view(const Visit& visit, const SiteDescription& description) {
    return lines_view({html("{}", description.owner), phone_link(description.phone),
        html("{}", visit.in(description.hours)), mail_link(description.email),
        description.organisation_number.empty()
            ? Html{}
            : html("{}", visit.words("Organisation number {}", description.organisation_number))});
}

Html process_view(const Visit& visit, const Process& process) {
    return html(R"(
<section><h2><a href="{href}">{name}</a></h2><p>{lines}</p></section>)",
        "href"_a = visit.href_in(process, address::start_page), "name"_a = visit.in(process.name),
        "lines"_a = lines_view({html("{}", visit.in(process.contact_role)), site::contact_lines(process)}));
}

Html letter_view(const Visit& visit, const SiteDescription& description) {
    if (description.postal_address.empty()) return {};
    return html("<p>{}</p><p class=\"small\">{}</p>", typed_lines(description.postal_address),
        visit.words(
            "Write what it is about on the letter, and how we reach you. Then we send a number by which "
            "you can follow it."));
}

Html documents_view(const Visit& visit, const SiteDescription& description) {
    const auto lines =
        lines_view({mail_link(description.registrar_email), phone_link(description.registrar_phone)});
    if (lines.empty()) return {};
    return html("<p>{}</p><p class=\"small\">{}</p>", lines,
        visit.words("You need not say who you are, or why you ask."));
}

Html wrong_view(const Visit& visit) {
    const auto& words = visit.words;
    const std::vector<ui::Link> ways{
        {visit.href(address::accessibility_page) + "#anmal", words("I cannot use a page")},
        {visit.href(address::personal_data_page), words("It is about my personal data")},
        {visit.href(address::security_text), words("I have found a security fault")}};
    return html("<ul>{}</ul>", each(ways, [](const ui::Link& way) {
        return html(R"(<li><a href="{}">{}</a></li>)", way.href, way.text);
    }));
}

/// Each process, who runs the site, and how to reach them.
Html panels_view(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    const auto region = region_view(visit, description);
    auto panels = each(store::processes(visit.db), [&](const Process& p) { return process_view(visit, p); });
    panels += panel(words("Who runs the site"), region.empty() ? Html{} : html("<p>{}</p>", region));
    panels += panel(words("Send a letter"), letter_view(visit, description));
    panels += panel(words("Ask for a public document"), documents_view(visit, description));
    panels += panel(words("Something is wrong"), wrong_view(visit));
    return panels;
}

}  // namespace

Response contact(const Visit& visit) {
    const auto& words = visit.words;
    const auto description = store::site_description(visit.db);
    auto content = site_page(visit, words("Contact"),
        html(R"(
<h1>{title}</h1><p class="lead">{lead}</p>{missing}<div class="columns">{panels}</div>)",
            "title"_a = words("Contact"),
            "lead"_a =
                words("Ring, write or send a letter. You can give an inspel by telephone or letter too: we "
                      "write down what you say."),
            "missing"_a = notices_view(visit, description, LawPage::contact),
            "panels"_a = panels_view(visit, description)));
    content.about.description =
        words("Telephone, e-mail and postal address, and how you ask for a public document.");
    return page(content, visit);
}

}  // namespace medskapa::web::law
