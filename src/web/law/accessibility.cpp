#include "app/site/description.hpp"
#include "store/site/description_store.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/law/addresses.hpp"
#include "web/law/pages.hpp"
#include "web/law/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::law {
namespace {

constexpr auto supervisor = "https://www.digg.se/tdosanmalan";

Html facts_view(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    Html facts = html(
        "<dt>{}</dt><dd>{}</dd>", words("How accessible is the site?"), shown(description.compliance, words));
    if (description.examined_on)
        facts += html("<dt>{}</dt><dd>{}</dd>", words("Last examined"), words.day(*description.examined_on));
    if (description.id)
        facts += html("<dt>{}</dt><dd>{}</dd>", words("This page was last changed"),
            words.day(visit.site.clock.day(description.written_at)));
    return html("<dl class=\"facts\">{}</dl>", facts);
}

Html lead(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    if (description.owner.empty())
        return html("{}", words("We want everybody to be able to use the site. Here we say what does not "
                                "work, and how you get help."));
    return html("{}", words("{} runs the site. We want everybody to be able to use it. Here we say what does "
                            "not work, and how you get help.",
                          description.owner));
}

Html report_form(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto fields = html("{}{}",
        ui::text_area({.name = "text",
                          .label = words("What did not work?"),
                          .value = std::string{visit.field("text")},
                          .hint = words("Say which page, and what you used to read it, if you can.")},
            5, complaints, words),
        ui::text_field({.name = "kontakt",
                           .label = words("E-mail or telephone"),
                           .value = std::string{visit.field("kontakt")},
                           .hint = words("If you want an answer. It is not published, but may have to be "
                                         "handed out as part of a public document."),
                           .is_optional = true},
            ui::Input::text, complaints, words));
    return post_form(visit, {.action = visit.href(address::accessibility_page),
                                .fields = fields,
                                .button = ui::submit(words("Send"), ui::Weight::filled),
                                .key = visit.new_form_key()});
}

Html other_ways(const Visit& visit, const SiteDescription& description) {
    const auto phone = phone_link(description.phone);
    const auto mail = mail_link(description.email);
    if (phone.empty() && mail.empty()) return {};
    return html(
        "<p>{}<br>{}</p>", visit.words("You can also ring or write to us:"), lines_view({phone, mail}));
}

Html lacks_part(const Visit& visit, const SiteDescription& description) {
    return html("\n<h2>{}</h2>{}", visit.words("What does not work"),
        description.lacks.empty() ? html("<p>{}</p>", visit.words("Nothing has been written here yet."))
                                  : text_view(visit, description.lacks));
}

/// Where to turn with an answer that one is not content with.
Html supervision_part(const Words& words) {
    return html("\n<h2>{}</h2><p>{}</p>", words("Are you not content with the answer?"),
        words.rich("The Agency for Digital Government supervises the law (2018:1937). {}",
            html(R"(<a href="{}">{}</a>)", supervisor, words("Complain to the agency"))));
}

Html examined_part(const Visit& visit, const SiteDescription& description) {
    return html("\n<h2>{}</h2>{}<p>{}</p>", visit.words("How we have examined the site"),
        text_view(visit, description.examined_how),
        visit.words("Every kind of page is examined by a program whenever the site's program changes, and "
                    "works by keyboard, without scripts and in 400 per cent's size."));
}

Html body_of(const Visit& visit, const ui::Complaints& complaints, const Html& thanks) {
    const auto& words = visit.words;
    const auto description = store::site_description(visit.db);
    return html(R"({errors}{thanks}
<h1 class="long-word">{title}</h1><p class="lead">{lead}</p>{missing}{facts}{lacks}
<h2 id="anmal">{report}</h2>{form}{ways}{supervision}{examined})",
        "errors"_a = ui::error_summary(complaints, words), "thanks"_a = thanks,
        "title"_a = words("Accessibility statement"), "lead"_a = lead(visit, description),
        "missing"_a = notices_view(visit, description, LawPage::accessibility),
        "facts"_a = facts_view(visit, description), "lacks"_a = lacks_part(visit, description),
        "report"_a = words("Tell us when you cannot use something"),
        "form"_a = report_form(visit, complaints), "ways"_a = other_ways(visit, description),
        "supervision"_a = supervision_part(words), "examined"_a = examined_part(visit, description));
}

Html thanks_view(const Visit& visit) {
    const auto number = Visit::number(visit.query("tack"));
    if (!number) return {};
    return ui::status(html("<p>{}</p>",
        visit.words(
            "Thank you. Your report is kept as number {}. If you left an address we answer you.", *number)));
}

Response answered(const Visit& visit, const ui::Complaints& complaints, int status) {
    auto content = site_page(
        visit, visit.words("Accessibility statement"), body_of(visit, complaints, thanks_view(visit)));
    content.width = ui::Width::column;
    content.about.description =
        visit.words("How accessible the site is, what does not work, and how you tell us about it.");
    return page_with_form(std::move(content), visit, complaints, status);
}

}  // namespace

Response accessibility(const Visit& visit) {
    return answered(visit, {}, 200);
}

Response report_lack(const Visit& visit) {
    const auto key = std::string{visit.field("nyckel")};
    if (!visit.is_form_key(key))
        return answered(visit, {{"text", N_("The form has expired. Send it again")}}, 422);
    LackReport typed;
    typed.text = visit.field("text");
    typed.contact = visit.field("kontakt");
    const auto report = visit.write([&](auto& act) { return app::report_lack(act, typed, key); });
    if (!report) return answered(visit, report.error().complaints, status_of(report.error().kind));
    return see_other(
        with_query(visit.href(address::accessibility_page), {{"tack", std::to_string(report->id.value)}}));
}

}  // namespace medskapa::web::law
