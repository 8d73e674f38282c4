#include "domain/inspel/copy.hpp"

#include <string_view>
#include <vector>

namespace medskapa {
namespace {

/// What stands between the masks of a copy.
std::vector<std::string_view> between_masks(std::string_view copy) {
    constexpr std::string_view begins = "[maskat: ";
    std::vector<std::string_view> parts;
    std::size_t from = 0;
    for (auto at = copy.find(begins); at != copy.npos; at = copy.find(begins, from)) {
        const auto end = copy.find(']', at);
        if (end == copy.npos) break;
        parts.push_back(copy.substr(from, at - from));
        from = end + 1;
    }
    parts.push_back(copy.substr(from));
    return parts;
}

}  // namespace

bool differs_only_by_masks(const std::string& original, const std::string& copy) {
    if (original == copy) return true;
    const auto parts = between_masks(copy);
    if (parts.size() < 2 || !original.starts_with(parts.front())) return false;
    auto at = parts.front().size();
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        const auto found = original.find(parts[i], at + 1);  // a mask hides something
        if (found == original.npos) return false;
        at = found + parts[i].size();
    }
    return original.size() > at + parts.back().size() && original.ends_with(parts.back());
}

}  // namespace medskapa
