#include "web/priority/weighing/picture_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace medskapa::web::priority {
namespace {

using statistics::RowPicture;
using statistics::Scale;
using statistics::Shape;

constexpr std::array shapes{Shape::circle, Shape::square, Shape::triangle, Shape::diamond};

Scale scale_to(double highest) {
    constexpr double step = 10;
    constexpr double much = 50;
    const auto high = std::max(step, std::ceil(highest / step) * step);
    std::vector<double> ticks;
    for (double at = 0; at <= high; at += high > much ? 2 * step : step) ticks.push_back(at);
    return {Scale::Kind::linear, 0, high, ticks, 0};
}

}  // namespace

Shape shape_of_group(std::size_t group) {
    return shapes[group % shapes.size()];
}

RowPicture begun(const Visit& visit, const std::string& id, double highest) {
    RowPicture picture{.id = id,
        .finding = {},
        .what = {},
        .says = {},
        .why_name = visit.words("the weighing"),
        .why = {},
        .caption = {},
        .name_title = visit.words("Priority"),
        .number_titles = {},
        .tick_labels = {},
        .scale = scale_to(highest),
        .bands = {{}}};
    for (const auto tick : picture.scale.ticks())
        picture.tick_labels.push_back(visit.words.number(static_cast<std::int64_t>(tick)));
    return picture;
}

std::string number_text(double value, const Words& words) {
    return words.decimal(value, 1);
}

std::string interval_text(const Estimate& estimate, const Words& words) {
    return number_text(estimate.low, words) + "–" + number_text(estimate.high, words);
}

std::vector<std::size_t> by_value(const std::vector<Estimate>& estimates) {
    std::vector<std::size_t> order(estimates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return estimates[a].mean > estimates[b].mean; });
    return order;
}

std::string finding_of(
    const Visit& visit, const AskedWeighing& asked, const std::vector<Estimate>& estimates) {
    const auto order = by_value(estimates);
    const auto& first = estimates[order[0]];
    if (first.low > estimates[order[1]].high)
        return visit.words("{} weighs most: {} of 100", name_of_item(visit, asked, order[0]),
            number_text(first.mean, visit.words));
    return visit.words("{} and {} weigh most: which of them cannot be said",
        name_of_item(visit, asked, order[0]), name_of_item(visit, asked, order[1]));
}

std::pair<Html, std::string> key_of(std::size_t group, bool is_hollow, std::string text) {
    constexpr double middle = 50;
    return {html(R"(<svg y="-5" height="26">{}</svg>)",
                statistics::dot(middle, mark_radius, shape_of_group(group), is_hollow)),
        std::move(text)};
}

std::string name_of_item(const Visit& visit, const AskedWeighing& asked, std::size_t item) {
    return visit.in(asked.items[item].title);
}

}  // namespace medskapa::web::priority
