#include "store/retention/retention_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/law/addresses.hpp"
#include "web/law/pages.hpp"
#include "web/law/personal_columns.hpp"
#include "web/law/retention_times.hpp"
#include "web/law/views.hpp"
#include "web/own_page/addresses.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::law {
namespace {

constexpr auto authority = "https://www.imy.se/";

/// What the program does by itself, and below it what the region has decided.
Html how_long_view(const PersonalThing& thing, const std::vector<RetentionRule>& rules,
    const std::vector<Process>& processes, const Words& words) {
    return html("{}{}", words(thing.how_long),
        each(times_of(thing, rules, processes, words),
            [](const std::string& time) { return html("<br>{}", time); }));
}

Html kept_table(const Visit& visit) {
    const auto& words = visit.words;
    const auto rules = store::retention_in_force(visit.db);
    const auto processes = store::processes(visit.db);
    ui::Table table{.caption = words("Personal data that we keep"),
        .columns = {{words("What")}, {words("Why")}, {words("How long")}, {words("Who sees it")}},
        .rows = {}};
    for (const auto& thing : personal_things())
        table.rows.push_back({html("{}", words(thing.what)), html("{}", words(thing.why)),
            how_long_view(thing, rules, processes, words), html("{}", words(thing.who_sees))});
    return ui::table(table);
}

/// The same by the names that the database has for it: for who wants to check that nothing is left out.
Html columns_view(const Visit& visit) {
    const auto& words = visit.words;
    return html(R"(
<details class="more"><summary>{}</summary><dl>{}</dl></details>)",
        words("Columns in the database"), each(personal_things(), [&](const auto& thing) {
            return html("<dt>{}</dt><dd>{}</dd>", words(thing.what),
                each(thing.columns, [](const auto& column) { return html("<code>{}</code> ", column); }));
        }));
}

Html responsible_view(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    const auto controller = lines_view({html("{}", visit.in(description.controller)),
        html("{}", description.owner), typed_lines(description.postal_address)});
    const auto officer =
        lines_view({mail_link(description.protection_email), phone_link(description.protection_phone)});
    Html all;
    if (!controller.empty()) all += html("<h2>{}</h2><p>{}</p>", words("Who is responsible?"), controller);
    if (!officer.empty()) all += html("<h2>{}</h2><p>{}</p>", words("Data protection officer"), officer);
    return all;
}

Html ground_view(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    return html(R"(<h2>{title}</h2>{own}<p>{general}</p><p>{opinions}</p><p>{public_document}</p>)",
        "title"_a = words("Legal ground"), "own"_a = text_view(visit, description.legal_ground),
        "general"_a = words("All of it is kept for a task of public interest (GDPR, article 6.1 e)."),
        "opinions"_a = words(
            "What you write, and how you answer statements, can show political opinions. Such things may be "
            "kept where the task needs them (GDPR, article 9.2 g, and chapter 3, section 3 of the act "
            "2018:218)."),
        "public_document"_a = words(
            "What you send in becomes a public document. We do not publish how you are reached, but we may "
            "have to hand it out to those who ask (the Freedom of the Press Act, chapter 2)."));
}

/// To whom one writes: the officer for protection of data, else the region.
Html whom_to_write_to(const Visit& visit, const SiteDescription& description) {
    const auto& officer =
        description.protection_email.empty() ? description.email : description.protection_email;
    if (!officer.empty()) return mail_link(officer);
    return html(
        R"(<a href="{}">{}</a>)", visit.href(address::contact_page), visit.words("See whom to write to"));
}

Html rights_view(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    return html(
        R"(<h2>{title}</h2><ul>{rights}</ul><p><a href="{own}">{to_own}</a></p><p>{write} {address}</p><p>{code}</p><p>{complain} {authority}</p>)",
        "title"_a = words("Your rights"), "own"_a = visit.href(address::own_page),
        "to_own"_a = words("See on My pages what is tied to your e-mail address, and fetch it as a file"),
        "rights"_a =
            each(std::vector{words("See all that we have about you"), words("Have what is wrong put right"),
                     words("Have your name hidden, or erased where the law on archives lets us"),
                     words("Object to how we use it, or ask us to use less of it")},
                [](const std::string& right) { return html("<li>{}</li>", right); }),
        "write"_a = words("Write to:"), "address"_a = whom_to_write_to(visit, description),
        "code"_a = words(
            "With the receipt code you can yourself follow, complete and withdraw an inspel. Answers to "
            "statements you can take back where you gave them."),
        "complain"_a =
            words("You can always complain to the Swedish Authority for Privacy Protection (IMY):"),
        "authority"_a = html(R"(<a href="{0}">www.imy.se</a>)", authority));
}

Html retention_part(const Visit& visit, const SiteDescription& description) {
    return html("\n<h2>{}</h2>{}<p>{}</p>", visit.words("How long"), text_view(visit, description.retention),
        visit.words("The open log keeps for ever what was destroyed, and by which decision, without saying "
                    "whose it was."));
}

Html personal_data_body(const Visit& visit, const SiteDescription& description) {
    const auto& words = visit.words;
    return html(R"(
<h1>{title}</h1><p class="lead">{lead}</p>{missing}{table}{retention}{ground}{rights}{responsible}
<p class="meta">{made}</p>{columns})",
        "title"_a = words("How we handle personal data"),
        "lead"_a =
            words("You can read everything without leaving any data. When you send something we keep what "
                  "you write, and nothing that you do not see in the form."),
        "missing"_a = notices_view(visit, description, LawPage::personal_data), "table"_a = kept_table(visit),
        "retention"_a = retention_part(visit, description), "ground"_a = ground_view(visit, description),
        "rights"_a = rights_view(visit, description), "responsible"_a = responsible_view(visit, description),
        "made"_a =
            words("The table shows all data about people that the program keeps. This is checked by machine. "
                  "Nothing is sold, given to others or sent outside the region's own server."),
        "columns"_a = columns_view(visit));
}

}  // namespace

Response personal_data(const Visit& visit) {
    const auto& words = visit.words;
    const auto body = personal_data_body(visit, store::site_description(visit.db));
    auto content = site_page(visit, words("How we handle personal data"), body);
    content.about.description =
        words("Which personal data we keep, why, how long, who sees them, and your rights.");
    return page(content, visit);
}

}  // namespace medskapa::web::law
