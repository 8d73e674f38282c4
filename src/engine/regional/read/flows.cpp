#include "engine/regional/read/flows.hpp"

#include "base/text.hpp"
#include "engine/regional/read/format.hpp"
#include "engine/regional/read/table_file.hpp"

#include <algorithm>

namespace medskapa::regional::read {
namespace {

/// The dimensions that distinguish rows: so many, or why not. Those with one member distinguish nothing,
/// unless there are no others.
Result<std::vector<std::size_t>> distinguishing(const Statistic& statistic, std::size_t wanted) {
    std::vector<std::size_t> found;
    const auto all = statistic.dimensions.size();
    for (std::size_t k = 0; k < all; ++k) {
        if (all == wanted || statistic.dimensions[k].size() > 1) found.push_back(k);
    }
    if (found.size() == wanted) return found;
    return refuse(Failure::Kind::invalid, {{"dimensions",
                                              N_("The file tells its numbers apart by {} dimensions, but {} "
                                                 "are needed here. Choose one member of the others."),
                                              {found.size(), wanted}}});
}

/// From stands before to, unless they are named so and stand the other way round.
bool is_turned(const Statistic& statistic, const std::vector<std::size_t>& ends) {
    return text::lower(statistic.dimensions[ends[0]].name) == "to" &&
           text::lower(statistic.dimensions[ends[1]].name) == "from";
}

/// Whether the columns of a table stand for places that its rows know nothing of: then they are no places.
bool is_no_square(const Statistic& statistic, const std::vector<std::size_t>& ends) {
    const auto& across = statistic.dimensions[ends[1]];
    if (across.name != across_columns) return false;
    const auto& rows = statistic.dimensions[ends[0]].members();
    return std::none_of(across.members().begin(), across.members().end(), [&](const auto& column) {
        return std::any_of(
            rows.begin(), rows.end(), [&](const auto& row) { return row.code == column.code; });
    });
}

const Complaint one_sided{"columns",
    N_("No column stands for one of the places in the rows. Name the columns from, to and commuters, or give "
       "a square table."),
    {}};

}  // namespace

Result<Flows> read_flows(std::string_view bytes, const Choices& choices) {
    const auto statistic = read_statistic(bytes, choices);
    if (!statistic) return tl::unexpected{statistic.error()};
    if (statistic->rows() == 0) return FlowBuilder{}.finish();
    auto ends = distinguishing(*statistic, 2);
    if (!ends) return tl::unexpected{ends.error()};
    if (is_turned(*statistic, *ends)) std::swap((*ends)[0], (*ends)[1]);
    if (is_no_square(*statistic, *ends)) return refuse(Failure::Kind::invalid, {one_sided});
    FlowBuilder builder;
    for (std::size_t row = 0; row < statistic->rows(); ++row) {
        builder.add(statistic->member(row, (*ends)[0]).code, statistic->member(row, (*ends)[1]).code,
            statistic->value(row));
    }
    return builder.finish();
}

Result<Employed> read_employed(std::string_view bytes, const Choices& choices) {
    const auto statistic = read_statistic(bytes, choices);
    if (!statistic) return tl::unexpected{statistic.error()};
    const auto place = distinguishing(*statistic, 1);
    if (!place) return tl::unexpected{place.error()};
    Employed employed;
    for (std::size_t row = 0; row < statistic->rows(); ++row) {
        const auto value = statistic->value(row);
        const auto& code = statistic->member(row, place->front()).code;
        if (!value) continue;
        if (*value < 0 || !employed.emplace(code, *value).second) {
            return refuse(Failure::Kind::invalid,
                {{code, N_("The employed of {} are negative or stand twice. Give one number of 0 or more."),
                    {code}}});
        }
    }
    return employed;
}

}  // namespace medskapa::regional::read
