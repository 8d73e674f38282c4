#include "web/frame/menus/menus.hpp"

#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/appearance_store.hpp"
#include "store/site/description_store.hpp"
#include "store/site/logotype_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/correction/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/frame/site_style.hpp"
#include "web/inspel/addresses.hpp"
#include "web/issue/addresses.hpp"
#include "web/law/addresses.hpp"
#include "web/log/addresses.hpp"
#include "web/mail/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/own_page/addresses.hpp"
#include "web/plan/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/search/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web {
namespace {

ui::Contact contact_of(const Visit& visit) {
    const auto& process = *visit.process;
    return {visit.in(process.contact_role), process.contact_phone, {}, process.contact_email};
}

Languages languages_offered(const Visit& visit) {
    return visit.process ? visit.process->languages : Process{}.languages;
}

constexpr std::size_t longest_description = 200;

std::string whole_address(const Visit& visit) {
    std::string address;
    for (const auto& segment : text::split(std::string_view{visit.request.path}.substr(1), '/'))
        address += '/' + percent_encoded(segment);
    return visit.site.base_url + (address.empty() ? "/" : address);
}

/// What a page that can be come back to says of itself; one that was narrowed by a query is left out of
/// indexes, which have the list that it came from.
void describe(ui::Page& content, const Visit& visit, int status) {
    auto& about = content.about;
    about.is_for_indexes = about.is_for_indexes && !content.is_desk && visit.request.query_text.empty();
    if (status != 200 || visit.request.method != http::Method::get || !about.is_for_indexes) return;
    about.address = whole_address(visit);
    about.picture = visit.site.base_url + asset_href("dela.png");
    if (about.description.empty() && visit.process)
        about.description = visit.process->summary.in(visit.words.language());
    about.description = text::excerpt(about.description, longest_description);
}

/// Whose site it is. The page that has to say that the database is lost must not ask it.
std::string name_of_site(const Visit& visit) {
    try {
        if (auto owner = store::site_description(visit.db).owner; !owner.empty()) return owner;
    } catch (const sql::Error&) {}
    return "Medskapa";
}

/// The region's colours. The page that has to say that the database is lost has Medskapa's own.
std::string own_style(const Visit& visit) {
    try {
        return style_href(store::site_appearance(visit.db));
    } catch (const sql::Error&) {
        return {};
    }
}

/// The region's own mark, likewise.
ui::Logotype own_logotype(const Visit& visit) {
    try {
        const auto logotype = store::site_logotype(visit.db);
        return {logotype_href(logotype), logotype.picture.width, logotype.picture.height};
    } catch (const sql::Error&) {
        return {};
    }
}

ui::LinkList about_the_site(const Visit& visit, std::vector<ui::Link> more) {
    const auto& words = visit.words;
    ui::LinkList list{
        words("About the site"), {{visit.href(address::contact_page), words("Contact")},
                                     {visit.href(address::accessibility_page), words("Accessibility")},
                                     {visit.href(address::personal_data_page), words("Personal data")},
                                     {visit.href(address::conduct_page), words("Rules for what you write")},
                                     {visit.href(address::cookies_page), words("Cookies")}}};
    list.links.insert(list.links.end(), more.begin(), more.end());
    return list;
}

ui::LinkList all_is_open(const Visit& visit, const std::string& log) {
    const auto& words = visit.words;
    return {words("Transparency"),
        {{log, words("The open log")}, {visit.href(address::check_receipt), words("Check a receipt")}}};
}

std::string no_tracking(const Words& words) {
    return words("No cookies for readers, no tracking. Built with Medskapa, free software.");
}

std::vector<ui::NavItem> process_menu(const Visit& visit, std::string_view current) {
    const auto& words = visit.words;
    return {
        {visit.href(address::start_page), words("Start"), mark("", current)},
        {visit.href(address::activities_page), words("Take part"), mark("delta", current)},
        {visit.href(address::inspel_list), words("Inspel"), mark("inspel", current)},
        {visit.href(address::documents_page), words("The text"), mark("dokument", current)},
        {visit.href(address::conditions_page), words("Analysis"), mark("forutsattningar", current)},
        {visit.href(address::calendar_page), words("Calendar"), mark("kalender", current)},
        {visit.href(address::organisation_page), words("Organisation"), mark("organisation", current)},
        {visit.href(address::about_page), words("About"), mark("om", current)},
    };
}

std::vector<ui::LinkList> process_footer(const Visit& visit) {
    const auto& words = visit.words;
    return {
        {words("Follow"), {{visit.href(address::find_receipt), words("Follow your inspel")},
                              {visit.href(address::own_page), words("My pages")},
                              {visit.href(address::changes_page), words("What was changed")},
                              {visit.href(address::decisions_page), words("Decisions")},
                              {visit.href(address::corrections_page), words("Corrections")},
                              {visit.href(address::news_page), words("News")},
                              {visit.href(address::follow_page), words("Get news by e-mail")},
                              {visit.href(address::organisation_page), words("Organisation")},
                              {visit.href(address::plan_page), words("Plan for participation")},
                              {visit.href(address::about_page), words("About the process")}}},
        all_is_open(visit, visit.href(address::process_log)),
        about_the_site(visit, {{visit.href(address::front_page), words("All processes")},
                                  {visit.href(address::calendar_feed), words("Calendar feed")},
                                  {visit.href(address::to_answer), words("For staff")}}),
    };
}

}  // namespace

ui::Current mark(std::string_view item, std::string_view current) {
    return item == current ? ui::Current::page : ui::Current::no;
}

std::vector<ui::LanguageLink> language_links(const Visit& visit) {
    std::vector<ui::LanguageLink> links;
    if (visit.request.method != http::Method::get) return links;
    const auto path = language_address(visit.request.path).path;
    const auto query = visit.request.query_text.empty() ? std::string{} : "?" + visit.request.query_text;
    for (const auto language : languages_offered(visit))
        links.push_back({language, in_language(language, path) + query});
    return links;
}

Response page(const ui::Page& content, const Visit& visit, int status) {
    Response response;
    response.status = status;
    auto whole = content;
    describe(whole, visit, status);
    whole.style = own_style(visit);
    whole.logotype = own_logotype(visit);
    response.body = ui::layout(whole, visit.words).markup();
    const bool is_personal = visit.signed_in || status != 200;
    response.headers.emplace_back(
        "Cache-Control", is_personal ? "no-store" : "public, max-age=0, must-revalidate");
    return response;
}

ui::Page process_page(const Visit& visit, std::string title, Html body, std::string_view current) {
    const auto& words = visit.words;
    const auto& process = *visit.process;
    ui::Page page{.title = std::move(title), .body = std::move(body)};
    page.nav = process_menu(visit, current);
    page.name = visit.in(process.name);
    page.tagline =
        process.tagline.empty() ? words("Regional development strategy") : visit.in(process.tagline);
    page.home = visit.href(address::start_page);
    page.search = {visit.href(address::search_page), process.slug};
    page.contact = contact_of(visit);
    page.footer_lists = process_footer(visit);
    const auto example =
        words("The content is an example: answers under the names of public bodies are invented.");
    page.note = html("{}{}", no_tracking(words), process.is_example ? " " + example : std::string{});
    page.languages = language_links(visit);
    page.head = html(R"(
  <link rel="alternate" type="application/atom+xml" title="{}" href="{}">)",
        words("News"), visit.href(address::news_feed));
    return page;
}

ui::Page site_page(const Visit& visit, std::string title, Html body) {
    ui::Page page{.title = std::move(title), .body = std::move(body)};
    page.name = name_of_site(visit);
    page.tagline = visit.words("Regional development strategy");
    page.home = visit.href(address::front_page);
    page.languages = language_links(visit);
    page.search = {visit.href(address::search_page), {}};
    page.footer_lists = {all_is_open(visit, visit.href(address::log_page)),
        about_the_site(visit, {{visit.href(address::own_page), visit.words("My pages")}})};
    page.note = html("{}", no_tracking(visit.words));
    return page;
}

}  // namespace medskapa::web
