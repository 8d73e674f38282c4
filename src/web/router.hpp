#pragma once

#include "web/visit.hpp"

#include <functional>
#include <string>
#include <vector>

namespace medskapa::web {

/// An address with what one must be allowed to do to come there. {named} parts match one segment.
struct Route {
    http::Method method = http::Method::get;
    std::string pattern;
    Action action = Action::none;
    Response (*handler)(const Visit&) = nullptr;
};

/// Finds the route, the process and the person, asks authorize(), and only then calls the handler.
class Router {
public:
    /// Throws std::logic_error when a route names no action: then the server does not start.
    explicit Router(std::vector<Route>);

    Response answer(const Site&, sql::Connection&, const http::Request&) const;
    const std::vector<Route>& routes() const { return routes_; }

private:
    Response routed(const Site&, sql::Connection&, const http::Request&) const;

    std::vector<Route> routes_;
};

/// The cookie that carries the session's id.
std::string_view session_cookie_name(const Site&);

}  // namespace medskapa::web
