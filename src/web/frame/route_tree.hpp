#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web {

/// What stands between the slashes of a path: views into it.
using Segments = std::vector<std::string_view>;
Segments segments(std::string_view path);

/// The named parts of an address.
using PathParts = std::map<std::string, std::string, std::less<>>;

/// The pattern of an address, such as "/processer/{process}/inspel/{number}", taken apart once. A hole
/// matches one segment, and a last {hole...} all that are left. The pattern's text must outlive it.
class RoutePattern {
public:
    explicit RoutePattern(std::string_view pattern) : wanted_{segments(pattern)} {}

    bool fits(const Segments& path) const;
    /// What stands in the holes, of a path that fits.
    PathParts parts(const Segments& path) const;

private:
    Segments wanted_;
};

}  // namespace medskapa::web
