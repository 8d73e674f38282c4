#include "web/frame/visit.hpp"

#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/description_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/language_address.hpp"
#include "web/inspel/addresses.hpp"
#include "web/issue/addresses.hpp"
#include "web/law/addresses.hpp"
#include "web/log/addresses.hpp"
#include "web/mail/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/search/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"
#include "web/statistics/addresses.hpp"
#include "web/ui/assets.hpp"
#include "web/ui/form.hpp"

namespace medskapa::web {
namespace {

ui::Contact contact_of(const Visit& visit) {
    const auto& process = *visit.process;
    return {visit.in(process.contact_role), process.contact_phone, {}, process.contact_email};
}

ui::Current mark(std::string_view item, std::string_view current) {
    return item == current ? ui::Current::page : ui::Current::no;
}

Languages languages_offered(const Visit& visit) {
    return visit.process ? visit.process->languages : Process{}.languages;
}

/// This page in each language that is offered; none where nobody can come to the page by its address.
std::vector<ui::LanguageLink> language_links(const Visit& visit) {
    std::vector<ui::LanguageLink> links;
    if (visit.request.method != http::Method::get) return links;
    const auto path = language_address(visit.request.path).path;
    const auto query = visit.request.query_text.empty() ? std::string{} : "?" + visit.request.query_text;
    for (const auto language : languages_offered(visit))
        links.push_back({language, in_language(language, path) + query});
    return links;
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

ui::LinkList about_the_site(const Visit& visit, std::vector<ui::Link> more) {
    const auto& words = visit.words;
    ui::LinkList list{
        words("About the site"), {{visit.href(address::contact_page), words("Contact")},
                                     {visit.href(address::accessibility_page), words("Accessibility")},
                                     {visit.href(address::personal_data_page), words("Personal data")},
                                     {visit.href(address::cookies_page), words("Cookies")}}};
    list.links.insert(list.links.end(), more.begin(), more.end());
    return list;
}

ui::LinkList all_is_open(const Visit& visit, const std::string& log) {
    const auto& words = visit.words;
    return {words("Transparency"),
        {{log, words("The open log")}, {visit.href(address::check_receipt), words("Check a receipt")}}};
}

Html sign_out_form(const Visit& visit) {
    return html("<form method=\"post\" action=\"{}\">{}{}</form>", visit.href(address::sign_out),
        form_guard(visit, ""), ui::submit(visit.words("Sign out"), ui::Weight::small));
}

std::string with_count(const std::string& place, std::int64_t waiting) {
    return waiting == 0 ? place : place + " (" + std::to_string(waiting) + ")";
}

/// What those who may describe the site have to do there: answer reports, and fill in what the law asks for.
std::int64_t waiting_for_site(const Visit& visit) {
    if (!authorize(visit.actor(), Action::describe_site, visit.process->id)) return 0;
    const auto description = store::site_description(visit.db);
    const bool is_to_be_filled = !missing_settings(description).empty() || description.is_old(visit.now) ||
                                 description.is_examined_too_long_ago(visit.today());
    return store::open_lack_reports(visit.db) + (is_to_be_filled ? 1 : 0);
}

/// "To review (160)", where something waits.
std::string with_count(const std::string& place, const store::Tally& tally, std::string_view value) {
    const auto found = tally.find(value);
    return found == tally.end() ? place : with_count(place, found->second);
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
                              {visit.href(address::changes_page), words("What was changed")},
                              {visit.href(address::decisions_page), words("Decisions")},
                              {visit.href(address::news_page), words("News")},
                              {visit.href(address::follow_page), words("Get news by e-mail")},
                              {visit.href(address::organisation_page), words("Organisation")},
                              {visit.href(address::about_page), words("About the process")}}},
        all_is_open(visit, visit.href(address::process_log)),
        about_the_site(visit, {{visit.href(address::front_page), words("All processes")},
                                  {visit.href(address::calendar_feed), words("Calendar feed")},
                                  {visit.href(address::to_answer), words("For staff")}}),
    };
}

/// The desk's places, those that the reader may come to.
class DeskMenu {
public:
    DeskMenu(const Visit& visit, std::string_view current) : visit_{visit}, current_{current} {}

    std::vector<ui::NavItem> items() {
        offer_queues();
        offer_tools();
        return std::move(items_);
    }

private:
    void offer(Action action, AddressBelow<0> address, const char* place, const std::string& text) {
        if (visit_.signed_in && authorize(visit_.signed_in->actor, action, visit_.process->id))
            items_.push_back({visit_.href(address), text, mark(place, current_)});
    }

    /// Where something waits to be done.
    void offer_queues() {
        const auto& words = visit_.words;
        const auto desk = store::tally_of(visit_.db, visit_.process->id, store::Counter::desk);
        const auto states = store::tally_of(visit_.db, visit_.process->id, store::Counter::state);
        offer(Action::read_desk, address::to_answer, "",
            with_count(words("To answer"), desk, name_of(store::Waiting::unanswered)));
        offer(Action::read_desk, address::to_review, "granska",
            with_count(words("To review"), states, "received"));
        offer(Action::read_desk, address::to_split, "dela", words("To split"));
        offer(Action::read_desk, address::held_answers, "svar",
            with_count(words("Answers that wait to be published"), desk, name_of(store::Waiting::held)));
    }

    void offer_tools() {
        const auto& words = visit_.words;
        offer(Action::read_desk, address::text_blocks, "textblock", words("Text blocks"));
        offer(Action::read_desk, address::desk_conversations, "pastaenden", words("Statements"));
        offer(Action::enter_inspel, address::enter_inspel, "skriv-in", words("Register"));
        offer(Action::enter_inspel, address::import_inspel, "inlasning", words("Import from a file"));
        offer(Action::edit_text, address::drafts_page, "texter", words("Texts"));
        offer(Action::edit_text, address::statistics_desk, "underlag", words("Evidence"));
        offer(Action::read_desk, address::referrals_page, "remiss", words("Formal consultation"));
        offer(Action::read_desk, address::mail_page, "mejl", words("Mail"));
        offer(Action::read_desk, address::missing_page, "saknas", words("Still to answer"));
        offer(Action::decide, address::desk_decisions, "beslut", words("Decisions"));
        offer(Action::edit_site, address::edit_site, "webbplats",
            with_count(words("The site"), waiting_for_site(visit_)));
        offer(Action::manage_users, address::staff_page, "personal", words("Staff"));
    }

    const Visit& visit_;
    std::string_view current_;
    std::vector<ui::NavItem> items_;
};

}  // namespace

Response page(const ui::Page& content, const Visit& visit, int status) {
    Response response;
    response.status = status;
    auto whole = content;
    describe(whole, visit, status);
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

ui::Page desk_page(const Visit& visit, std::string title, Html body, std::string_view current) {
    const auto& words = visit.words;
    ui::Page page{.title = std::move(title), .body = html("{}{}", flash(visit), body)};
    page.is_desk = true;
    page.languages = language_links(visit);
    page.nav = DeskMenu{visit, current}.items();
    page.nav.push_back({visit.href(address::start_page), words("To the site"), ui::Current::no});
    if (visit.signed_in) {
        page.nav.push_back({visit.href(address::own_account), words("Your account"), ui::Current::no});
        page.after_nav = sign_out_form(visit);
    }
    page.name = words("The desk");
    const auto role = visit.signed_in ? visit.signed_in->user.name : std::string{};
    page.tagline = visit.in(visit.process->name) + (role.empty() ? "" : " · " + role);
    page.home = visit.href(address::to_answer);
    page.note = html(
        "{}", words("What you do here is written in the open log with your role, never with your name."));
    return page;
}

ui::Page site_page(const Visit& visit, std::string title, Html body) {
    ui::Page page{.title = std::move(title), .body = std::move(body)};
    page.name = name_of_site(visit);
    page.tagline = visit.words("Regional development strategy");
    page.home = visit.href(address::front_page);
    page.languages = language_links(visit);
    page.search = {visit.href(address::search_page), {}};
    page.footer_lists = {all_is_open(visit, visit.href(address::log_page)), about_the_site(visit, {})};
    page.note = html("{}", no_tracking(visit.words));
    return page;
}

}  // namespace medskapa::web
