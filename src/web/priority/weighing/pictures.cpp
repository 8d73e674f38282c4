#include "web/priority/weighing/pictures.hpp"

#include "web/priority/weighing/picture_parts.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::priority {
namespace {

using statistics::RowPicture;
using statistics::Shape;

std::vector<Estimate> estimates_of(const opinion::WeighedTotal& total) {
    std::vector<Estimate> estimates;
    for (const auto& item : total.items) estimates.push_back({item.mean, item.low, item.high});
    return estimates;
}

std::vector<Estimate> estimates_of(const std::vector<app::WeighingResult::Share>& shares) {
    std::vector<Estimate> estimates;
    for (const auto& share : shares) estimates.push_back({share.share, share.low, share.high});
    return estimates;
}

std::vector<Estimate> estimates_of(const app::WeighingResult::Group& group) {
    std::vector<Estimate> estimates;
    for (const auto& item : group.points) estimates.push_back({item.mean, item.low, item.high});
    return estimates;
}

double highest_mean(const std::vector<Estimate>& estimates) {
    double highest = 0;
    for (const auto& one : estimates) highest = std::max(highest, one.mean);
    return highest;
}

double highest_end(const std::vector<Estimate>& estimates) {
    double highest = 0;
    for (const auto& one : estimates) highest = std::max(highest, one.high);
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
        std::vector<Html> row{html("{}", name_of_item(visit, asked, item))};
        for (const auto& [name, group] : result.by_sector)
            row.push_back(html("{}", number_text(group.points[item].mean, visit.words)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Html sector_marks(const app::WeighingResult& result, std::size_t item, const statistics::Scale& scale) {
    Html marks;
    std::size_t group = 0;
    for (const auto& [name, sector] : result.by_sector)
        marks +=
            statistics::dot(scale.at(sector.points[item].mean), mark_radius, shape_of_group(group++), false);
    return marks;
}

Html whisker(const Estimate& estimate, const statistics::Scale& scale) {
    return statistics::line("ci", scale.at(estimate.low), scale.at(estimate.high));
}

void say_what_points_are(RowPicture& picture, const Words& words) {
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
}

void say_who_answered(RowPicture& picture, std::size_t invited, std::size_t open, const Words& words) {
    picture.what =
        words("Mean of 100 points. Of {} answers we know who was asked, {} are open", invited, open);
    picture.says = words("Both are shown, so that you can see whether somebody has tried to tip the scales.");
    picture.why = {
        words("An open answer comes from a browser, and nobody knows whose it is. An invited one "
              "comes by a link that was sent to an organisation.")};
    picture.caption = words("Invited and open answers");
    picture.number_titles = {words("By invitation"), words("Open")};
    picture.key = {key_of(0, false, words("By invitation")), key_of(1, true, words("Open"))};
}

void say_what_shares_are(RowPicture& picture, std::size_t people, const Words& words) {
    picture.what =
        words("What {} people chose as the most and the least important of four, as shares of 100", people);
    picture.says = words("The longer the line, the less sure. Where lines overlap the order cannot be said.");
    picture.why = {
        words("A model gives each priority a worth, so that what was chosen becomes as likely as "
              "it can be. The result is the same in whatever order the answers are counted.")};
    picture.caption = words("Share for each priority");
    picture.number_titles = {words("Share"), words("95 %")};
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
    const auto all = estimates_of(*result.total);
    auto highest = highest_end(all);
    for (const auto& [name, group] : result.by_sector)
        highest = std::max(highest, highest_mean(estimates_of(group)));
    auto picture = begun(visit, "bild-poang", highest);
    picture.finding = finding_of(visit, asked, all);
    say_what_points_are(picture, words);
    for (const auto item : by_value(all))
        picture.bands.front().rows.push_back({.name = name_of_item(visit, asked, item),
            .strip =
                html("{}{}", whisker(all[item], picture.scale), sector_marks(result, item, picture.scale)),
            .numbers = {number_text(all[item].mean, words), interval_text(all[item], words)},
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
    const auto open = estimates_of(result.by_assurance.at(WeigherKind::open));
    const auto invited = estimates_of(result.by_assurance.at(WeigherKind::invited));
    double largest = 0;
    for (std::size_t item = 0; item < open.size(); ++item)
        largest = std::max(largest, std::abs(open[item].mean - invited[item].mean));
    auto picture = begun(visit, "bild-saker", std::max(highest_mean(open), highest_mean(invited)));
    picture.finding =
        words("Invited and open answers differ by at most {} points", number_text(largest, words));
    say_who_answered(picture, result.by_assurance.at(WeigherKind::invited).people,
        result.by_assurance.at(WeigherKind::open).people, words);
    for (const auto item : by_value(invited))
        picture.bands.front().rows.push_back({.name = name_of_item(visit, asked, item),
            .strip = html("{}{}",
                statistics::dot(picture.scale.at(invited[item].mean), mark_radius, Shape::circle, false),
                statistics::dot(picture.scale.at(open[item].mean), mark_radius, Shape::square, true)),
            .numbers = {number_text(invited[item].mean, words), number_text(open[item].mean, words)},
            .is_ours = true});
    return picture;
}

std::optional<RowPicture> choices_picture(
    const Visit& visit, const AskedWeighing& asked, const app::WeighingResult& result) {
    if (result.shares.empty()) return std::nullopt;
    const auto& words = visit.words;
    const auto shares = estimates_of(result.shares);
    auto picture = begun(visit, "bild-val", std::min(highest_end(shares), 100.0));
    picture.finding = finding_of(visit, asked, shares);
    say_what_shares_are(picture, result.chose_of_four, words);
    for (const auto item : by_value(shares))
        picture.bands.front().rows.push_back({.name = name_of_item(visit, asked, item),
            .strip = html("{}{}", whisker(shares[item], picture.scale),
                statistics::dot(picture.scale.at(shares[item].mean), mark_radius, Shape::circle, false)),
            .numbers = {number_text(shares[item].mean, words), interval_text(shares[item], words)},
            .is_ours = true});
    return picture;
}

}  // namespace medskapa::web::priority
