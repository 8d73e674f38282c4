#pragma once

#include "web/http/message.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web {

/// The named parts of an address.
using PathParts = std::map<std::string, std::string, std::less<>>;

/// The patterns of all addresses, such as "/processer/{process}/inspel/{number}", taken apart once: a path is
/// found in as many steps as it has segments. A hole matches one segment, and a last {hole...} all that are
/// left; a word goes before a hole, and a hole before the rest.
class RouteTree {
public:
    RouteTree();
    ~RouteTree();
    RouteTree(RouteTree&&) noexcept;
    RouteTree& operator=(RouteTree&&) noexcept;

    /// The pattern's text must outlive the tree. Of two with the same pattern the first counts.
    void add(http::Method, std::string_view pattern, std::size_t route);

    struct Found {
        std::size_t route = 0;
        PathParts parts;
    };
    std::optional<Found> find(http::Method, std::string_view path) const;

private:
    struct Node;
    std::unique_ptr<Node> root_;
};

}  // namespace medskapa::web
