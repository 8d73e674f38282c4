#include "web/frame/routing/router.hpp"

#include "base/text.hpp"
#include "store/log/log_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/forms/ask_again.hpp"
#include "web/frame/forms/excel_form.hpp"
#include "web/frame/forms/not_saved.hpp"
#include "web/frame/routing/admission.hpp"
#include "web/frame/routing/handled.hpp"
#include "web/frame/routing/kept_pages.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/frame/sign_in/passkey_try.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/http/target.hpp"
#include "web/markup/language_marks.hpp"
#include "web/ui/assets.hpp"

namespace medskapa::web {
namespace {

Response asset_response(const http::Request& request, const Asset& asset) {
    Response response;
    response.content_type = std::string{asset.content_type};
    const bool is_packed = takes_gzip(request);
    response.unchanging_body = is_packed ? asset.packed : asset.bytes;
    if (is_packed) response.headers.emplace_back("Content-Encoding", "gzip");
    response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back(
        "Cache-Control", asset.may_be_kept ? "public, max-age=31536000, immutable" : "no-cache");
    return response;
}

/// A page has one address; who writes a slash after it is shown the way.
Response without_last_slash(const http::Request& request) {
    std::string address;
    for (const auto& segment : text::split(std::string_view{request.path}.substr(1), '/'))
        if (!segment.empty()) address += '/' + percent_encoded(segment);
    Response response;
    response.status = 308;
    response.headers = {{"Location", address + (request.query_text.empty() ? "" : "?" + request.query_text)}};
    return response;
}

/// That a session was used is worth a write, but no page: what cannot be written must not stop who reads.
void touch(const Visit& visit) {
    try {
        (void)visit.write([&](auto& act) { return app::touch(act, visit.session); });
    } catch (const sql::Error&) {}
}

/// A form that says what its page showed can be sent again with other words: its verb compares.
bool says_what_was_seen(const Visit& visit) {
    return !visit.field(seen_name).empty() || !visit.field("sett").empty();
}

/// What is grave is not done by a session that somebody may have left behind, or taken.
bool wants_proof(const Route& route, const Visit& visit) {
    return visit.request.method == http::Method::post && asks_again(route.action) && visit.signed_in &&
           !visit.signed_in->is_fresh;
}

Response go_on() {
    Response response;
    response.status = 100;
    return response;
}

/// What a route spends that does not say: who has been let in as staff may write as much as there is to do.
http::Spending spending_of(const Route& route) {
    if (route.spends) return *route.spends;
    if (route.method == http::Method::get) return http::Spending::reading;
    return authorize(Actor::anybody(), route.action, {}) ? http::Spending::writing : http::Spending::nothing;
}

std::size_t largest_body(const Route& route, const http::Options& options) {
    const bool is_for_anybody = authorize(Actor::anybody(), route.action, {});
    switch (route.takes.value_or(is_for_anybody ? Takes::short_form : Takes::long_form)) {
        case Takes::short_form: return options.max_form;
        case Takes::long_form: return options.max_body;
        case Takes::file: return options.max_upload;
    }
    return 0;
}

/// The response with lang where its words are in another language than its page, if it is a page.
Response in_languages(Response response) {
    if (response.content_type.find("charset=utf-8") == response.content_type.npos) return response;
    if (!has_language_marks(response.body)) return response;
    response.body = response.content_type.starts_with("text/html") ? marks_to_lang(response.body)
                                                                   : without_language_marks(response.body);
    return response;
}

/// Nobody is signed in: a public page is the same for all of them.
bool is_anybody(const Site& site, const http::Request& request) {
    return request.cookie(name_of_cookie(site, session_cookie)).empty();
}

}  // namespace

struct Router::Found {
    const Route* route;
    PathParts parts;
};

Router::Router(std::vector<Route> routes, const http::Budgets& budgets)
    : routes_{std::move(routes)}, limit_{budgets} {
    for (const auto& route : routes_)
        if (route.action == Action::none || route.handler == nullptr)
            throw std::logic_error{"the route names no action: " + std::string{route.address.pattern()}};
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        const auto& route = routes_[i];
        tree_.add(route.method, route.address.pattern(), i);
        if (route.reads == Reads::files) file_tree_.add(route.method, route.address.pattern(), i);
    }
}

Response Router::answer(const Site& site, sql::Connection& db, const http::Request& request) const {
    if (request.method == http::Method::get)
        if (const auto asset = find_asset(request.path)) return asset_response(request, *asset);
    if (request.method == http::Method::get && request.path.size() > 1 && request.path.ends_with('/'))
        return without_last_slash(request);
    if (request.method == http::Method::get)
        if (auto file = from_files(site, db, request)) return *std::move(file);
    try {
        if (request.method == http::Method::get && is_anybody(site, request))
            return unless_known(request, read(site, db, request));
        return in_languages(routed(site, db, request));
    } catch (const sql::Error& error) {
        log(request, error);
        return without_database(site, db, request, error);
    }
}

std::shared_ptr<const Response> Router::ready(const Site& site, const http::Request& request) const {
    if (request.method != http::Method::get) return {};
    if (const auto asset = find_asset(request.path))
        return std::make_shared<const Response>(asset_response(request, *asset));
    if (!is_anybody(site, request)) return {};
    const auto find = [&](const std::string& address) {
        return pages_.find_at_once(address, site.writer.changes(), minute_of(site));
    };
    const bool is_packed = takes_gzip(request);
    auto page = is_packed ? find(packed_address_of(request)) : find(address_of(request));
    if (!page && is_packed)
        if (page = find(address_of(request)); page && is_worth_packing(*page)) return {};
    if (page && is_known(request, *page)) return std::make_shared<const Response>(nothing_new(*page));
    return page;
}

/// Not even the process is known; what was sent is given back all the same.
Response Router::without_database(
    const Site& site, sql::Connection& db, const http::Request& request, const sql::Error& error) const {
    if (request.method == http::Method::get) {
        auto response = status_page(status_of(error), request.id);
        response.headers.emplace_back("Retry-After", "5");
        return response;
    }
    if (request.stage == http::Request::Stage::head) return go_on();
    const auto& words = page_words_of(language_address(request.path).language);
    const Visit visit{site, db, request, words, site.now(), {}, {}, {}, {}};
    return in_languages(not_saved(visit, status_of(error), outcome_of(error)));
}

std::optional<Router::Found> Router::find(http::Method method, std::string_view path) const {
    auto found = tree_.find(method, path);
    if (!found) return std::nullopt;
    return Found{&routes_[found->route], std::move(found->parts)};
}

/// What lies ready on the disk needs neither the database nor anybody's right.
std::optional<Response> Router::from_files(
    const Site& site, sql::Connection& db, const http::Request& request) const {
    const auto asked = language_address(request.path);
    auto found = file_tree_.find(request.method, asked.path);
    if (!found) return std::nullopt;
    const Visit visit{
        site, db, request, page_words_of(asked.language), site.now(), std::move(found->parts), {}, {}, {}};
    return in_languages(routes_[found->route].handler(visit));
}

/// While the database cannot be asked a page is as good as it was when nothing has been changed here since.
std::optional<Response> Router::kept_meanwhile(const Site& site, const http::Request& request) const {
    return pages_.find_older(address_of(request), site.writer.changes());
}

/// Nobody is signed in: a public page may have been made already.
Response Router::read(const Site& site, sql::Connection& db, const http::Request& request) const {
    auto version = version_of(site);
    try {
        version.log_size = store::log_size(db);
    } catch (const sql::Unavailable&) {
        if (auto kept = kept_meanwhile(site, request)) return *std::move(kept);
        throw;
    }
    if (auto kept = kept_page(pages_, request, version)) return *std::move(kept);

    auto response = in_languages(routed(site, db, request));
    if (!is_public(response)) return response;
    add_tag(response);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    pages_.keep(address_of(request), version, response);
    // A large page takes longer on its way than the packing does.
    constexpr std::size_t large = 40'000;
    if (!takes_gzip(request) || response.body.size() < large || !is_worth_packing(response)) return response;
    return packed_and_kept(pages_, request, version, std::move(response));
}

Response Router::routed(const Site& site, sql::Connection& db, const http::Request& request) const {
    const auto asked = language_address(request.path);
    Visit visit{site, db, request, page_words_of(asked.language), site.now(), {}, {}, {},
        request.cookie(name_of_cookie(site, session_cookie))};
    std::optional<sql::Snapshot> snapshot;
    if (request.method == http::Method::get) snapshot.emplace(db);

    auto found = find(request.method, asked.path);
    if (found) visit.path = std::move(found->parts);
    if (visit.path.contains("process")) visit.process = store::process_named(db, visit.path.at("process"));
    if (!found) return problem(visit, Failure::Kind::not_found);
    if (visit.path.contains("process") && !visit.process) return unknown_process(*found->route, visit);
    return permitted(*found->route, visit);
}

/// Only who may do what the route does comes further, and only as often as the budget lets them.
Response Router::permitted(const Route& route, Visit& visit) const {
    recognise(visit);
    if (auto hidden = hidden_until_opening(route, visit)) return *std::move(hidden);
    if (!authorize(visit.actor(), route.action, visit.process ? visit.process->id : Id<Process>{}))
        return not_permitted(visit, route.action);
    if (auto refused = refused_sending(visit, route.action)) return *std::move(refused);

    const auto& request = visit.request;
    using Stage = http::Request::Stage;
    if (request.stage != Stage::let_in)
        if (const auto wait = limit_.spend(spending_of(route), request.remote_address, visit.now)) {
            count_security(visit, SecurityEvent::budget_spent, ProgramWord::of(spending_of(route)));
            return too_much(visit, *wait);
        }
    if (request.stage == Stage::head) return go_on();
    if (visit.signed_in && visit.signed_in->wants_touch) touch(visit);
    auto response = wants_proof(route, visit) ? sent_again(route, visit) : sent(route, visit);
    return asks_for_excel(request) ? in_excel_form(std::move(response), visit.words) : response;
}

/// Something grave by who has been signed in for a while: with a passphrase and code, or a passkey, on the
/// form it is done, in a new session.
Response Router::sent_again(const Route& route, Visit& visit) const {
    const bool has_passkey = !visit.field(passkey_field).empty();
    if (!has_passkey && visit.field(passphrase_field).empty()) {
        note_security(
            visit, {.event = SecurityEvent::asked_again, .resource = ProgramWord::of(route.action)});
        return ask_again(visit);
    }
    const auto device = visit.signed_in->device;
    const auto tried =
        has_passkey ? prove_by_passkey(visit) : try_passphrase(visit, visit.signed_in->user.email, device);
    if (tried.session.empty()) return ask_again(visit, tried);
    visit.session = tried.session;
    visit.signed_in = app::signed_in(visit.db, visit.session, visit.now);
    const auto process = visit.process ? visit.process->id : Id<Process>{};
    auto response = authorize(visit.actor(), route.action, process) ? sent(route, visit)
                                                                    : not_permitted(visit, route.action);
    set_session_cookie(response, visit.site, visit.session, device);
    return response;
}

/// What is asked for, or a form of the staff's that was sent: twice the same is once.
Response Router::sent(const Route& route, const Visit& visit) const {
    const auto key = visit.field("nyckel");
    const bool has_key =
        visit.request.method == http::Method::post && visit.signed_in && visit.is_form_key(key);
    // An extract of what is kept about somebody does not lie in memory besides: sent twice it is made twice.
    if (!has_key || route.action == Action::extract_person) return handled(route, visit);
    const auto contents = contents_of(visit.request);
    // Whose it is too: what one was answered is not for a colleague who has the form.
    const auto form =
        std::to_string(visit.signed_in->user.id.value) + ' ' + std::string{key} + visit.request.path;
    return sent_.answer(
        form + (says_what_was_seen(visit) ? contents : ""), contents, [&] { return handled(route, visit); },
        [&] { return sent_before(visit); });
}

http::BodyRule Router::body_rule(const http::Request& head, const http::Options& options) const {
    const auto found = find(head.method, language_address(head.path).path);
    return found ? http::BodyRule{0, largest_body(*found->route, options)} : http::BodyRule{404, 0};
}

}  // namespace medskapa::web
