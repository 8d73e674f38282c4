#include "web/frame/visit.hpp"

#include "base/digest.hpp"
#include "base/signer.hpp"
#include "base/text.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/description_store.hpp"
#include "web/conversation/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/flash.hpp"
#include "web/frame/forms/not_saved.hpp"
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
#include "web/ui/keys.hpp"

#include <charconv>

namespace medskapa::web {
namespace {

constexpr std::string_view form_purpose = "medskapa.form.v1";

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
    return {words("All is open"),
        {{log, words("The open log")}, {visit.href(address::check_receipt), words("Check a receipt")}}};
}

Html sign_out_form(const Visit& visit) {
    return html("<form method=\"post\" action=\"{}\">{}{}</form>", visit.href(address::sign_out),
        form_guard(visit, ""), ui::submit(visit.words("Sign out"), ui::Weight::small));
}

/// Every key of the desk, opened by "?".
Html all_keys(const Words& words) {
    return ui::all_keys(words("All keys"),
        {{"J", words("next row or sentence")}, {"K", words("previous row or sentence")},
            {"X", words("choose")}, {"Shift X", words("choose to here")}, {"A", words("choose the page")},
            {"Enter", words("open")}, {"P", words("publish")},
            {"M", words("mask what was found, and publish")}, {"G", words("join in a group")},
            {"T", words("assign")}, {"H", words("the whole is one")}, {"N", words("mark and next")},
            {"R", words("the rest is none")}, {"1 2 3 4", words("outcome")}, {"B", words("text block")},
            {"S", words("write")}, {"Ctrl Enter", words("save and go to the next")}, {"Z", words("undo")},
            {"/", words("search")}},
        words("Keys work outside fields. Esc leaves a field."));
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

struct Problem {
    const char* title;
    const char* text;
};

/// What somebody wrote to may have gone while they wrote.
constexpr Problem gone{
    N_("It is not there any longer"), N_("Somebody has removed it, or changed it so that your words have no "
                                         "place, while you wrote. Nothing was "
                                         "saved. Copy what you wrote, and look at the page again.")};

Problem problem_of(Failure::Kind kind) {
    switch (kind) {
        case Failure::Kind::not_found:
            return {N_("The trail ends here"),
                N_("The page does not exist. It may have moved, or the address is misspelt.")};
        case Failure::Kind::not_allowed:
            return {N_("You may not do this"), N_("The page is for those who work with the process. Sign in "
                                                  "with a link that you get by e-mail, or "
                                                  "ask the process leader for one.")};
        case Failure::Kind::closed:
            return {N_("This is closed"),
                N_("The time for this is over, or has not come. Look at what is open now.")};
        case Failure::Kind::conflict:
            return {N_("Somebody was here before you"),
                N_("What you wanted to change has been changed already. Go back and look at it again.")};
        case Failure::Kind::invalid: break;
    }
    return {N_("Something is missing"), N_("We could not read what was sent. Go back and try again.")};
}

}  // namespace

std::string Visit::href(const std::string& path_from_root) const {
    return in_language(words.language(), path_from_root);
}

std::string_view Visit::field(std::string_view name) const {
    for (const auto& [key, value] : request.form)
        if (key == name) return value;
    return {};
}

std::string_view Visit::query(std::string_view name) const {
    for (const auto& [key, value] : request.query)
        if (key == name) return value;
    return {};
}

std::vector<std::string> Visit::fields(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [key, value] : request.form)
        if (key == name) values.push_back(value);
    return values;
}

std::optional<app::Seen> Visit::seen() const {
    if (!signed_in || request.method != http::Method::post) return std::nullopt;
    app::Seen showed;
    for (const auto& value : fields(seen_name))
        if (const auto colon = value.rfind(':'); colon != value.npos)
            showed[value.substr(0, colon)] = value.substr(colon + 1);
    return showed;
}

std::optional<int> Visit::number(std::string_view s) {
    int n = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
    if (error != std::errc{} || end != s.data() + s.size() || n <= 0 || s.front() == '0') return std::nullopt;
    return n;
}

std::string Visit::new_form_key() const {
    return sign(form_purpose, base32(random_bytes(15)), site.secret);
}

bool Visit::is_form_key(std::string_view typed) const {
    return verify(form_purpose, typed, site.secret).has_value();
}

std::string Visit::csrf_token() const {
    return session.empty() ? std::string{} : signature("medskapa.csrf.v1", session, site.secret);
}

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
    ui::Page page{.title = std::move(title), .body = std::move(body)};
    page.nav = {
        {visit.href(address::start_page), words("Start"), mark("", current)},
        {visit.href(address::activities_page), words("Take part"), mark("delta", current)},
        {visit.href(address::inspel_list), words("Inspel"), mark("inspel", current)},
        {visit.href(address::documents_page), words("The text"), mark("dokument", current)},
        {visit.href(address::conditions_page), words("Analysis"), mark("forutsattningar", current)},
        {visit.href(address::calendar_page), words("Calendar"), mark("kalender", current)},
        {visit.href(address::organisation_page), words("Organisation"), mark("organisation", current)},
        {visit.href(address::about_page), words("About"), mark("om", current)},
    };
    page.name = visit.in(visit.process->name);
    page.tagline = visit.process->tagline.empty() ? words("We write the strategy together")
                                                  : visit.in(visit.process->tagline);
    page.home = visit.href(address::start_page);
    page.search = {visit.href(address::search_page), visit.process->slug};
    page.contact = contact_of(visit);
    page.footer_lists = {
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
    const auto note = words("No cookies for readers, no tracking. Built with Medskapa, free software.");
    page.note =
        visit.process->is_example
            ? html("{} {}", note,
                  words("The content is an example: answers under the names of public bodies are invented."))
            : html("{}", note);
    page.languages = language_links(visit);
    page.head = html(R"(
  <link rel="alternate" type="application/atom+xml" title="{}" href="{}">)",
        words("News"), visit.href(address::news_feed));
    return page;
}

ui::Page desk_page(const Visit& visit, std::string title, Html body, std::string_view current) {
    const auto& words = visit.words;
    ui::Page page{.title = std::move(title), .body = html("{}{}{}", flash(visit), body, all_keys(words))};
    page.is_desk = true;
    page.languages = language_links(visit);
    const auto offer = [&](Action action, AddressBelow<0> address, const char* place,
                           const std::string& text) {
        if (visit.signed_in && authorize(visit.signed_in->actor, action, visit.process->id))
            page.nav.push_back({visit.href(address), text, mark(place, current)});
    };
    const auto desk = store::tally_of(visit.db, visit.process->id, store::Counter::desk);
    const auto states = store::tally_of(visit.db, visit.process->id, store::Counter::state);
    offer(Action::read_desk, address::desk_list, "lista", words("The list"));
    offer(Action::read_desk, address::to_answer, "",
        with_count(words("To answer"), desk, name_of(store::Waiting::unanswered)));
    offer(
        Action::read_desk, address::to_review, "granska", with_count(words("To review"), states, "received"));
    offer(Action::read_desk, address::to_split, "dela", words("To split"));
    offer(Action::read_desk, address::held_answers, "svar",
        with_count(words("Held answers"), desk, name_of(store::Waiting::held)));
    offer(Action::read_desk, address::desk_progress, "laget", words("Progress"));
    offer(Action::read_desk, address::text_blocks, "textblock", words("Text blocks"));
    offer(Action::read_desk, address::desk_conversations, "pastaenden", words("Statements"));
    offer(Action::enter_inspel, address::enter_inspel, "skriv-in", words("Enter"));
    offer(Action::enter_inspel, address::import_inspel, "inlasning", words("Read in"));
    offer(Action::edit_text, address::drafts_page, "texter", words("Texts"));
    offer(Action::edit_text, address::statistics_desk, "underlag", words("Evidence"));
    offer(Action::read_desk, address::referrals_page, "remiss", words("Referral"));
    offer(Action::read_desk, address::mail_page, "mejl", words("Mail"));
    offer(Action::read_desk, address::missing_page, "saknas", words("What is missing"));
    offer(Action::decide, address::desk_decisions, "beslut", words("Decisions"));
    offer(Action::edit_site, address::edit_site, "webbplats",
        with_count(words("The site"), waiting_for_site(visit)));
    offer(Action::manage_users, address::staff_page, "personal", words("Staff"));
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
    page.tagline = visit.words("We write the strategy together");
    page.home = visit.href(address::front_page);
    page.languages = language_links(visit);
    page.search = {visit.href(address::search_page), {}};
    page.footer_lists = {all_is_open(visit, visit.href(address::log_page)), about_the_site(visit, {})};
    page.note =
        html("{}", visit.words("No cookies for readers, no tracking. Built with Medskapa, free software."));
    return page;
}

Response see_other(const std::string& location) {
    Response response;
    response.status = 303;
    response.headers = {{"Location", location}, {"Cache-Control", "no-store"}};
    return response;
}

Response not_stored(Response response) {
    for (auto& [name, value] : response.headers)
        if (name == "Cache-Control") value = "no-store";
    return response;
}

int status_of(Failure::Kind kind) {
    switch (kind) {
        case Failure::Kind::invalid: return 422;
        case Failure::Kind::not_found: return 404;
        case Failure::Kind::not_allowed: return 403;
        case Failure::Kind::closed:
        case Failure::Kind::conflict: return 409;
    }
    return 500;
}

Response problem(const Visit& visit, Failure::Kind kind) {
    const auto typed = written(visit);
    const bool is_gone = kind == Failure::Kind::not_found && !typed.empty();
    const auto said = is_gone ? gone : problem_of(kind);
    const auto home = visit.process ? visit.href(address::start_page) : visit.href(address::front_page);
    const auto sign_in = when(kind == Failure::Kind::not_allowed && !visit.signed_in,
        ui::button_link(visit.href(address::ask_for_link), visit.words("Sign in"), ui::Weight::quiet));
    const auto body = html(R"(
<div class="lost"><div>
<h1>{title}</h1>
<p class="lead">{text}</p>{written}
<p>{home}</p>
<p class="meta">{code}</p>
</div>{cairn}</div>)",
        "title"_a = visit.words(said.title), "text"_a = visit.words(said.text), "written"_a = typed,
        "home"_a = html(
            "{} {}", ui::button_link(home, visit.words("To the start page"), ui::Weight::filled), sign_in),
        "code"_a = visit.words("Code {}", status_of(kind)), "cairn"_a = ui::broken_cairn());
    auto content = visit.process ? process_page(visit, visit.words(said.title), body, "-")
                                 : site_page(visit, visit.words(said.title), body);
    return page(content, visit, status_of(kind));
}

Html form_guard(const Visit& visit, const std::string& form_key) {
    const bool needs_key = form_key.empty() && visit.signed_in;
    auto guard = ui::hidden_field("nyckel", needs_key ? visit.new_form_key() : form_key);
    if (!visit.session.empty()) guard += ui::hidden_field("bevis", visit.csrf_token());
    return guard;
}

Html seen_field(const Visit& visit, const sql::RowVersion& now) {
    auto version = now.version;
    if (const auto showed = visit.seen())
        if (const auto known = showed->find(now.row); known != showed->end()) version = known->second;
    return ui::hidden_field(std::string{seen_name}, now.row + ':' + version);
}

Html form_guard(const Visit& visit, const std::vector<sql::RowVersion>& seen) {
    return html("{}{}", form_guard(visit, ""),
        each(seen, [&](const auto& shown) { return seen_field(visit, shown); }));
}

Response status_page(int status, const std::string& request_id) {
    const auto& words = words_of(Language::sv);
    const bool is_read_only = status == 507;
    const auto title = is_read_only    ? words("Right now you can only read")
                       : status == 503 ? words("Many are here right now")
                       : status == 504 ? words("It took too long")
                       : status >= 500 ? words("Something went wrong with us")
                       : status == 404 ? words("The trail ends here")
                       : status == 413 ? words("It is too large")
                                       : words("The request could not be read");
    const auto text =
        is_read_only
            ? words(
                  "Nothing you sent was saved. Everything saved before is there. Go back, keep what you "
                  "wrote and try again later.")
        : status == 503 ? words("Wait a moment and load the page again. Nothing has been lost.")
        : status == 504
            ? words(
                  "If you sent something, we do not know whether it was saved. Look before you send "
                  "it again.")
        : status == 404 ? words("The page does not exist. It may have moved, or the address is misspelt.")
        : status == 413
            ? words(
                  "A file may be 10 MB at most, and a form without a file much less. Go back and send "
                  "less at a time.")
        : status >= 500
            ? words("We have noted the error. Go back and try again, or ring us and say the number below.")
            : words("It was broken off, too large or malformed. Go back and try again.");
    ui::Page content{.title = title,
        .body = html(R"(<h1>{}</h1><p class="lead">{}</p><p class="meta">{}</p>)", title, text,
            words("Code {}, number {}", status, request_id))};
    content.name = "Medskapa";
    Response response;
    response.status = status;
    response.body = ui::layout(content, words).markup();
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

}  // namespace medskapa::web
