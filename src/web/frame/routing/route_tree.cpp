#include "web/frame/routing/route_tree.hpp"

#include <array>
#include <utility>

namespace medskapa::web {
namespace {

bool is_hole(std::string_view segment) {
    return segment.starts_with('{');
}

bool takes_the_rest(std::string_view segment) {
    return segment.ends_with("...}");
}

/// The segment before the first slash, which is taken away from the path; the path is nothing after its last.
std::string_view next_segment(std::optional<std::string_view>& path) {
    const auto slash = path->find('/');
    const auto segment = path->substr(0, slash);
    if (slash == path->npos)
        path.reset();
    else
        path->remove_prefix(slash + 1);
    return segment;
}

/// What a pattern's holes are called, from left to right.
std::vector<std::string_view> names_in(std::string_view pattern) {
    std::vector<std::string_view> names;
    std::optional<std::string_view> left = pattern;
    while (left) {
        const auto segment = next_segment(left);
        const std::size_t around = takes_the_rest(segment) ? 5 : 2;
        if (is_hole(segment)) names.push_back(segment.substr(1, segment.size() - around));
    }
    return names;
}

}  // namespace

struct RouteTree::Node {
    /// A pattern that ends here.
    struct End {
        std::size_t route = 0;
        std::vector<std::string_view> names;
    };
    using Ends = std::array<std::optional<End>, 2>;  // by method

    std::map<std::string_view, Node> words;
    std::unique_ptr<Node> hole;
    Ends ends;
    Ends ends_with_rest;

    /// The pattern that fits what is left of the path; `values` are those of its holes so far.
    const End* find(std::size_t method, std::optional<std::string_view> path,
        std::vector<std::string_view>& values) const {
        if (!path) return ends[method] ? &*ends[method] : nullptr;
        const auto whole = *path;
        const auto segment = next_segment(path);
        if (const auto word = words.find(segment); word != words.end())
            if (const auto* end = word->second.find(method, path, values)) return end;
        values.push_back(segment);
        if (hole)
            if (const auto* end = hole->find(method, path, values)) return end;
        values.back() = whole;
        if (ends_with_rest[method]) return &*ends_with_rest[method];
        values.pop_back();
        return nullptr;
    }
};

RouteTree::RouteTree() : root_{std::make_unique<Node>()} {}
RouteTree::~RouteTree() = default;
RouteTree::RouteTree(RouteTree&&) noexcept = default;
RouteTree& RouteTree::operator=(RouteTree&&) noexcept = default;

void RouteTree::add(http::Method method, std::string_view pattern, std::size_t route) {
    auto* node = root_.get();
    auto* ends = &node->ends;
    std::optional<std::string_view> left = pattern;
    while (left) {
        const auto segment = next_segment(left);
        if (takes_the_rest(segment)) {
            ends = &node->ends_with_rest;
            break;
        }
        if (is_hole(segment) && !node->hole) node->hole = std::make_unique<Node>();
        node = is_hole(segment) ? node->hole.get() : &node->words[segment];
        ends = &node->ends;
    }
    auto& end = (*ends)[static_cast<std::size_t>(method)];
    if (!end) end = Node::End{route, names_in(pattern)};
}

std::optional<RouteTree::Found> RouteTree::find(http::Method method, std::string_view path) const {
    std::vector<std::string_view> values;
    const auto* end = root_->find(static_cast<std::size_t>(method), path, values);
    if (!end) return std::nullopt;
    Found found{end->route, {}};
    for (std::size_t i = 0; i < end->names.size(); ++i)
        found.parts.emplace(std::string{end->names[i]}, std::string{values[i]});
    return found;
}

}  // namespace medskapa::web
