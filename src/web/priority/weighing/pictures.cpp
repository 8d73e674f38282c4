#include "web/priority/weighing/pictures.hpp"

#include "engine/opinion/weighing/points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::web::priority {
namespace {

using statistics::RowPicture;
using statistics::Scale;
using statistics::Shape;

constexpr double mark = 5;

constexpr std::array shapes{Shape::circle, Shape::square, Shape::triangle, Shape::diamond};

Shape shape_of(std::size_t group) {
    return shapes[group % shapes.size()];
}

/// From 0 to a round number above all, of a hundred points.
Scale scale_to(double highest) {
    constexpr double step = 10;
    const auto high = std::max(step, std::ceil(highest / step) * step);
    std::vector<double> ticks;
    for (double at = 0; at <= high; at += high > 50 ? 2 * step : step) ticks.push_back(at);
    return {Scale::Kind::linear, 0, high, ticks, 0};
}

std::string number(double value, const Words& words) {
    return words.decimal(value, 1);
}

std::string interval(double low, double high, const Words& words) {
    return number(low, words) + "–" + number(high, words);
}

/// The items, the one that has most first.
std::vector<std::size_t> by_value(std::size_t items, const auto& value) {
    std::vector<std::size_t> order(items);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
    return order;
}

struct Estimate {
    double mean;
    double low;
    double high;
};

/// Who has most, and whether that is sure.
std::string finding_of(const Visit& visit, const AskedWeighing& asked, const std::vector<std::size_t>& order,
    const auto& estimate) {
    const auto title = [&](std::size_t place) { return visit.in(asked.items[order[place]].title); };
    const auto first = estimate(order[0]);
    const auto second = estimate(order[1]);
    if (first.low > second.high)
        return visit.words("{} weighs most: {} of 100", title(0), number(first.mean, visit.words));
    return visit.words("{} and {} weigh most: which of them cannot be said", title(0), title(1));
}

RowPicture begun(const Visit& visit, const std::string& id) {
    return {.id = id,
        .finding = {},
        .what = {},
        .says = {},
        .why_name = visit.words("the weighing"),
        .why = {},
        .caption = {},
        .name_title = visit.words("Priority"),
        .number_titles = {},
        .tick_labels = {},
        .scale = scale_to(0),
        .bands = {{}}};
}

void put_scale(RowPicture& picture, double highest, const Words& words) {
    picture.scale = scale_to(highest);
    for (const auto tick : picture.scale.ticks())
        picture.tick_labels.push_back(words.number(static_cast<std::int64_t>(tick)));
}

std::pair<Html, std::string> key_of(std::size_t group, bool is_hollow, std::string text) {
    constexpr double middle = 50;
    return {html(R"(<svg y="-5" height="26">{}</svg>)",
                statistics::dot(middle, mark, shape_of(group), is_hollow)),
        std::move(text)};
}

double highest_in(const app::WeighingResult& result) {
    double highest = 0;
    for (const auto& [name, group] : result.by_sector)
        for (const auto& item : group.points) highest = std::max(highest, item.mean);
    for (const auto& item : result.total->items) highest = std::max(highest, item.high);
    return highest;
}

/// All means, a column for each group.
ui::Table points_table(const Visit& visit, const AskedWeighing& asked, const app::WeighingResult& result) {
    ui::Table table{.caption = visit.words("Points by kind of actors, mean of 100"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{visit.words("Priority")}}};
    for (const auto& [name, group] : result.by_sector)
        table.columns.push_back({title_of_group(name, visit.words), ui::Cell::number});
    for (std::size_t item = 0; item < asked.items.size(); ++item) {
        std::vector<Html> row{html("{}", visit.in(asked.items[item].title))};
        for (const auto& [name, group] : result.by_sector)
            row.push_back(html("{}", number(group.points[item].mean, visit.words)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Html sector_marks(const app::WeighingResult& result, std::size_t item, const Scale& scale) {
    Html marks;
    std::size_t group = 0;
    for (const auto& [name, sector] : result.by_sector)
        marks += statistics::dot(scale.at(sector.points[item].mean), mark, shape_of(group++), false);
    return marks;
}

}  // namespace

std::string title_of_group(const std::string& name, const Words& words) {
    Sector sector{};
    if (find_name<Sector>(name, sector)) return shown(sector, words);
    return words("Several kinds together");
}

std::optional<RowPicture> points_picture(
    const Visit& visit, const AskedWeighing& asked, const app::WeighingResult& result) {
    if (!result.total) return std::nullopt;
    const auto& words = visit.words;
    const auto& total = result.total->items;
    const auto estimate = [&](std::size_t item) {
        return Estimate{total[item].mean, total[item].low, total[item].high};
    };
    const auto order = by_value(total.size(), [&](std::size_t item) { return total[item].mean; });
    auto picture = begun(visit, "bild-poang");
    put_scale(picture, highest_in(result), words);
    picture.finding = finding_of(visit, asked, order, estimate);
    picture.what = words("Points of 100 by kind of actors. Each kind counts the same, however many answered");
    picture.says = words(
        "Each mark is a kind of actors. Where they lie close the kinds agree. The thick line "
        "is the 95 per cent interval of all together.");
    picture.why = {
        words("Everybody shares out 100 points. A kind of actors gets the mean of its answers, and "
              "the whole the mean of the kinds, so that many answers of one kind do not outweigh "
              "the others."),
        words("Fewer than five of one kind are counted together with others, or not at all.")};
    picture.caption = words("Points for each priority");
    picture.number_titles = {words("All"), words("95 %")};
    for (const auto item : order)
        picture.bands.front().rows.push_back({.name = visit.in(asked.items[item].title),
            .strip = html("{}{}",
                statistics::line("ci", picture.scale.at(total[item].low), picture.scale.at(total[item].high)),
                sector_marks(result, item, picture.scale)),
            .numbers = {number(total[item].mean, words), interval(total[item].low, total[item].high, words)},
            .is_ours = true});
    std::size_t group = 0;
    for (const auto& [name, sector] : result.by_sector)
        picture.key.push_back(
            key_of(group++, false, words("{}, {} answers", title_of_group(name, words), sector.people)));
    picture.more = points_table(visit, asked, result);
    return picture;
}

std::optional<RowPicture> assurance_picture(
    const Visit& visit, const AskedWeighing& asked, const app::WeighingResult& result) {
    if (result.by_assurance.size() < 2) return std::nullopt;
    const auto& words = visit.words;
    const auto& open = result.by_assurance.at(WeigherKind::open);
    const auto& invited = result.by_assurance.at(WeigherKind::invited);
    double largest = 0;
    double highest = 0;
    for (std::size_t item = 0; item < asked.items.size(); ++item) {
        largest = std::max(largest, std::abs(open.points[item].mean - invited.points[item].mean));
        highest = std::max({highest, open.points[item].mean, invited.points[item].mean});
    }
    auto picture = begun(visit, "bild-saker");
    put_scale(picture, highest, words);
    picture.finding =
        words("Invited and open answers differ by at most {} points", words.decimal(largest, 1));
    picture.what = words(
        "Mean of 100 points. Of {} answers we know who was asked, {} are open", invited.people, open.people);
    picture.says = words("Both are shown, so that you can see whether somebody has tried to tip the scales.");
    picture.why = {
        words("An open answer comes from a browser, and nobody knows whose it is. An invited one "
              "comes by a link that was sent to an organisation.")};
    picture.caption = words("Invited and open answers");
    picture.number_titles = {words("Invited"), words("Open")};
    for (const auto item :
        by_value(asked.items.size(), [&](std::size_t one) { return invited.points[one].mean; }))
        picture.bands.front().rows.push_back({.name = visit.in(asked.items[item].title),
            .strip = html("{}{}",
                statistics::dot(picture.scale.at(invited.points[item].mean), mark, Shape::circle, false),
                statistics::dot(picture.scale.at(open.points[item].mean), mark, Shape::square, true)),
            .numbers = {number(invited.points[item].mean, words), number(open.points[item].mean, words)},
            .is_ours = true});
    picture.key = {key_of(0, false, words("Invited")), key_of(1, true, words("Open"))};
    return picture;
}

std::optional<RowPicture> choices_picture(
    const Visit& visit, const AskedWeighing& asked, const app::WeighingResult& result) {
    if (result.shares.empty()) return std::nullopt;
    const auto& words = visit.words;
    const auto& shares = result.shares;
    const auto estimate = [&](std::size_t item) {
        return Estimate{shares[item].share, shares[item].low, shares[item].high};
    };
    const auto order = by_value(shares.size(), [&](std::size_t item) { return shares[item].share; });
    double highest = 0;
    for (const auto& share : shares) highest = std::max(highest, share.high);
    auto picture = begun(visit, "bild-val");
    put_scale(picture, std::min(highest, 100.0), words);
    picture.finding = finding_of(visit, asked, order, estimate);
    picture.what = words("What {} people chose as the most and the least important of four, as shares of 100",
        result.chose_of_four);
    picture.says = words("The longer the line, the less sure. Where lines overlap the order cannot be said.");
    picture.why = {
        words("A model gives each priority a worth, so that what was chosen becomes as likely as "
              "it can be. The result is the same in whatever order the answers are counted.")};
    picture.caption = words("Share for each priority");
    picture.number_titles = {words("Share"), words("95 %")};
    for (const auto item : order)
        picture.bands.front().rows.push_back({.name = visit.in(asked.items[item].title),
            .strip = html("{}{}",
                statistics::line(
                    "ci", picture.scale.at(shares[item].low), picture.scale.at(shares[item].high)),
                statistics::dot(picture.scale.at(shares[item].share), mark, Shape::circle, false)),
            .numbers = {number(shares[item].share, words),
                interval(shares[item].low, shares[item].high, words)},
            .is_ours = true});
    return picture;
}

}  // namespace medskapa::web::priority
