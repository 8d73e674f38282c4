#include "app/conversation/alike_statements.hpp"

#include "store/inspel/search.hpp"

#include <algorithm>
#include <set>

namespace medskapa::app {
namespace {

constexpr double least_alike = 1.0 / 3;

std::set<std::string> stem_set(std::string_view text) {
    const auto stems = store::stems(text);
    return {stems.begin(), stems.end()};
}

/// Jaccard's index.
double overlap(const std::set<std::string>& a, const std::set<std::string>& b) {
    const auto shared =
        std::count_if(a.begin(), a.end(), [&](const std::string& stem) { return b.contains(stem); });
    const auto all = static_cast<std::ptrdiff_t>(a.size() + b.size()) - shared;
    return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace

std::vector<const Statement*> alike(
    const std::vector<Statement>& statements, std::string_view text, std::size_t most) {
    const auto words = stem_set(text);
    std::vector<std::pair<double, const Statement*>> found;
    for (const auto& statement : statements)
        if (const auto share = overlap(words, stem_set(statement.text)); share >= least_alike)
            found.emplace_back(share, &statement);
    std::stable_sort(
        found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (found.size() > most) found.resize(most);
    std::vector<const Statement*> statements_alike;
    for (const auto& [share, statement] : found) statements_alike.push_back(statement);
    return statements_alike;
}

}  // namespace medskapa::app
