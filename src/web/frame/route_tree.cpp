#include "web/frame/route_pattern.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace medskapa::web {
namespace {

bool is_hole(std::string_view part) {
    return part.starts_with('{');
}

bool takes_the_rest(std::string_view part) {
    return part.ends_with("...}");
}

}  // namespace

Segments segments(std::string_view path) {
    Segments all;
    while (true) {
        const auto slash = path.find('/');
        all.push_back(path.substr(0, slash));
        if (slash == path.npos) return all;
        path.remove_prefix(slash + 1);
    }
}

bool RoutePattern::fits(const Segments& given) const {
    const bool is_open = takes_the_rest(wanted_.back());
    if (is_open ? given.size() < wanted_.size() : given.size() != wanted_.size()) return false;
    for (std::size_t i = 0; i < wanted_.size(); ++i)
        if (!is_hole(wanted_[i]) && wanted_[i] != given[i]) return false;
    return true;
}

PathParts RoutePattern::parts(const Segments& given) const {
    PathParts parts;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        const auto& part = wanted_[i];
        if (takes_the_rest(part))
            parts[std::string{part.substr(1, part.size() - 5)}] = fmt::format(
                "{}", fmt::join(given.begin() + static_cast<std::ptrdiff_t>(i), given.end(), "/"));
        else if (is_hole(part))
            parts[std::string{part.substr(1, part.size() - 2)}] = std::string{given[i]};
    }
    return parts;
}

}  // namespace medskapa::web
