#include "web/frame/routing/route_tree.hpp"

#include "web/routes.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using web::RouteTree;
using web::http::Method;

namespace {

/// What stands in the holes of the pattern that fits, as "route name=value ..."; empty when none does.
std::string found(const RouteTree& tree, std::string_view path, Method method = Method::get) {
    const auto at = tree.find(method, path);
    if (!at) return {};
    auto text = std::to_string(at->route);
    for (const auto& [name, value] : at->parts) text += ' ' + name + '=' + value;
    return text;
}

RouteTree tree_of(std::initializer_list<std::string_view> patterns) {
    RouteTree tree;
    std::size_t route = 0;
    for (const auto pattern : patterns) tree.add(Method::get, pattern, route++);
    return tree;
}

}  // namespace

TEST_CASE("a hole takes one segment, and what stands there is given under its name") {
    const auto tree = tree_of({"/", "/p/{process}", "/p/{process}/inspel/{number}"});
    CHECK(found(tree, "/") == "0");
    CHECK(found(tree, "/p/rus") == "1 process=rus");
    CHECK(found(tree, "/p/rus/inspel/12") == "2 number=12 process=rus");
    for (const auto* path : {"/p", "/p/rus/inspel", "/p/rus/inspel/12/mer", "/P/rus", "p/rus", ""}) {
        CAPTURE(path);
        CHECK(found(tree, path).empty());
    }
}

TEST_CASE("a word goes before a hole, whichever was added first, and a wrong way is left again") {
    const auto tree =
        tree_of({"/inspel/{number}", "/inspel/nytt", "/{page}/nytt/{step}", "/{page}/{number}/mer"});
    CHECK(found(tree, "/inspel/nytt") == "1");
    CHECK(found(tree, "/inspel/7") == "0 number=7");
    CHECK(found(tree, "/inspel/nytt/2") == "2 page=inspel step=2");
    CHECK(found(tree, "/inspel/nytt/mer") == "2 page=inspel step=mer");
    CHECK(found(tree, "/inspel/7/mer") == "3 number=7 page=inspel");
}

TEST_CASE("the rest takes all that is left, slashes too, and comes last") {
    const auto tree = tree_of({"/logg/{file...}", "/logg/{file}/om", "/logg/tile/{level}"});
    CHECK(found(tree, "/logg/checkpoint") == "0 file=checkpoint");
    CHECK(found(tree, "/logg/tile/0/x001/067") == "0 file=tile/0/x001/067");
    CHECK(found(tree, "/logg/tile/0") == "2 level=0");
    CHECK(found(tree, "/logg/a/om") == "1 file=a");
    CHECK(found(tree, "/logg").empty());
}

TEST_CASE("what is read and what is sent have trees of their own") {
    RouteTree tree;
    tree.add(Method::get, "/inspel", 1);
    tree.add(Method::post, "/inspel", 2);
    tree.add(Method::post, "/inspel", 3);
    CHECK(found(tree, "/inspel", Method::get) == "1");
    CHECK(found(tree, "/inspel", Method::post) == "2");
}

TEST_CASE("each address of the site is found as itself") {
    const auto routes = web::all_routes();
    RouteTree tree;
    for (std::size_t i = 0; i < routes.size(); ++i)
        tree.add(routes[i].method, routes[i].address.pattern(), i);
    for (std::size_t i = 0; i < routes.size(); ++i) {
        CAPTURE(routes[i].address.pattern());
        const auto at = tree.find(routes[i].method, routes[i].address.pattern());
        REQUIRE(at);
        CHECK(at->route == i);
    }
}
