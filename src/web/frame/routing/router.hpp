#pragma once

#include "base/address.hpp"
#include "web/frame/forms/sent_forms.hpp"
#include "web/frame/routing/page_cache.hpp"
#include "web/frame/routing/route_tree.hpp"
#include "web/frame/visit.hpp"
#include "web/http/options.hpp"
#include "web/http/rate_limit.hpp"

#include <functional>
#include <string>
#include <vector>

namespace medskapa::web {

/// How large a form may be: http::Options has the sizes. Who may not do what a route does cannot send it more
/// than max_form.
enum class Takes { short_form, long_form, file };
/// What a handler needs in order to answer. One that reads files answers also while there is no database.
enum class Reads { database, files };

/// An address with what one must be allowed to do to come there. A hole matches one segment, and a last
/// {hole...} all that are left.
struct Route {
    http::Method method = http::Method::get;
    Address address;
    Action action = Action::none;
    Response (*handler)(const Visit&) = nullptr;
    std::optional<http::Spending> spends = {};  // not said: reading what is got, writing what anybody sends
    std::optional<Takes> takes = {};            // not said: a short form from anybody, a long one from staff
    Reads reads = Reads::database;
};

/// Finds the route, the process and the person, asks authorize(), and only then calls the handler. A page
/// that is kept is sent however often somebody asks; what has to be made or written is spent from a budget.
class Router {
public:
    /// Throws std::logic_error when a route names no action: then the server does not start.
    explicit Router(std::vector<Route>, const http::Budgets& = {});

    /// Of a request whose body has not been read: status 100 when it may come.
    Response answer(const Site&, sql::Connection&, const http::Request&) const;
    /// A style sheet or picture, or a page that was kept, for anybody who asks for it; null when it has to be
    /// made, or when the database has not been asked for a moment whether others have written.
    std::shared_ptr<const Response> ready(const Site&, const http::Request&) const;
    /// How large the body of a request may be, which nobody has been asked about yet.
    http::BodyRule body_rule(const http::Request& head, const http::Options&) const;
    const std::vector<Route>& routes() const { return routes_; }

private:
    std::optional<Response> from_files(const Site&, sql::Connection&, const http::Request&) const;
    Response read(const Site&, sql::Connection&, const http::Request&) const;
    Response without_database(const Site&, sql::Connection&, const http::Request&, const sql::Error&) const;
    std::optional<Response> kept_meanwhile(const Site&, const http::Request&) const;
    Response routed(const Site&, sql::Connection&, const http::Request&) const;
    Response permitted(const Route&, Visit&) const;
    struct Found;
    std::optional<Found> find(http::Method, std::string_view path) const;
    Response sent(const Route&, const Visit&) const;
    Response sent_again(const Route&, Visit&) const;

    static constexpr std::size_t bytes_kept = 8 * 1024 * 1024;

    std::vector<Route> routes_;
    RouteTree tree_;
    RouteTree file_tree_;  // of what needs no database
    mutable PageCache pages_{bytes_kept};
    mutable http::RateLimit limit_;
    mutable SentForms sent_{bytes_kept};
};

}  // namespace medskapa::web
