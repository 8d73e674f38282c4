#include "web/statistics/kinds/population/fan.hpp"
#include "web/statistics/kinds/population/projection_words.hpp"
#include "web/statistics/kinds/population/pyramid.hpp"
#include "web/statistics/pictures.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

std::string people_text(const std::optional<double>& people, const Words& words) {
    return people ? words.number(rounded_people(*people)) : std::string{"–"};
}

Fan fan_of(const AnalysisResult& result, const Words& words) {
    Fan fan;
    for (const auto* row : result.noted("year")) {
        const auto number = [&](const char* column) { return result.number(*row, column); };
        fan.years.push_back({std::stoi(row->label), number("known"), number("past"), number("main"),
            number("low"), number("high"), number("band_low"), number("band_high")});
    }
    fan.start = std::stoi(result.text("from"));
    fan.names = {words("Main"), words("Low"), words("High")};
    fan.title = fan_in_words(result, words);
    return fan;
}

Html line_mark(const char* kind) {
    return html(R"(<path class="{}" d="M0 8H16"/>)", kind);
}

std::vector<std::pair<Html, std::string>> fan_key(const AnalysisResult& result, const Words& words) {
    std::vector<std::pair<Html, std::string>> key{{line_mark("known"), words("known")},
        {line_mark("mid"), words("main scenario")}, {line_mark("edge-line"), words("other assumptions")}};
    if (!is_tested(result)) return key;
    key.emplace_back(html(R"(<rect class="fan" y="3" width="16" height="10"/>)"),
        words("as wide as the method's errors have been"));
    key.emplace_back(line_mark("past"), words("what the same method said of years that have passed"));
    return key;
}

/// The three ends, what comes of age alone where somebody asked, and the error as the last number.
Html scenario_facts(const AnalysisResult& result, const Words& words) {
    const auto& last = *result.noted("year").back();
    const auto fact = [&](const std::string& name, const std::string& number, const std::string& how) {
        return html(R"(<div><dt>{}</dt><dd class="to">{}</dd><dd>{}</dd></div>)", name, number, how);
    };
    const auto scenario = [&](const char* column, const std::string& name) {
        return fact(name, people_text(result.number(last, column), words),
            words("people in {}, {}", result.text("period"),
                change_text(result.number(last, column).value_or(0) - people_at_start(result), words)));
    };
    auto facts = scenario("low", words("Low"));
    facts += scenario("main", words("Main"));
    facts += scenario("high", words("High"));
    if (has_no_moving(result)) facts += scenario("no_moving", words("If nobody moved"));
    facts += is_tested(result)
                 ? fact(words("Error of the test"), percent_text(result.number("error"), words),
                       words("after {} years", words.number(std::llround(result.number("test_years")))))
                 : fact(words("Error of the test"), untested_text(result, words), {});
    return html(R"(
<dl class="scenarios">{}</dl>)",
        facts);
}

RowPicture::Row year_row(
    const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    const auto number = [&](const char* column) { return result.number(row, column); };
    // What is known is exact, and so is where the scenarios begin.
    const auto text = [&](const char* column) {
        const auto people = number(column);
        return people && number("known") ? words.number(std::llround(*people)) : people_text(people, words);
    };
    Html strip;
    if (number("band_low") && number("band_high"))
        strip += line("ci", scale.at(*number("band_low")), scale.at(*number("band_high")));
    for (const auto* column : {"low", "high"})
        if (number(column)) strip += dot(scale.at(*number(column)), 4, Shape::circle, true);
    for (const auto* column : {"main", "known"})
        if (number(column)) strip += dot(scale.at(*number(column)), 5, Shape::circle, false);
    if (number("past")) strip += dot(scale.at(*number("past")), 5, Shape::diamond, true);
    RowPicture::Row drawn{.name = row.label,
        .strip = strip,
        .numbers = {text("known"), text("low"), text("main"), text("high"), text("band_low"),
            text("band_high")},
        .id = "y-" + row.label,
        .is_ours = true};
    if (has_no_moving(result)) drawn.numbers.push_back(text("no_moving"));
    return drawn;
}

RowPicture fan_picture(const AnalysisResult& result, const Words& words) {
    const auto fan = fan_of(result, words);
    const auto axis = axis_of(fan);
    const Scale scale{Scale::Kind::linear, axis.low, axis.high, {axis.low, axis.high}, axis.low};
    const auto wide = drawn(fan, DrawnSize::wide, words);
    RowPicture picture{.id = "scenarier",
        .finding = fan_finding(result, words),
        .what = words("People in {}, {}–{}: what is known and three scenarios. The axis begins at {}",
            place_text(result, words), result.noted("year").front()->label, result.text("period"),
            words.number(std::llround(axis.low))),
        .says =
            is_tested(result)
                ? words("The field is as wide as the method's own errors have been. The dashed lines are "
                        "other assumptions, not errors.")
                : words("The dashed lines are other assumptions. How wrong the method may be is not known."),
        .why_name = words("the scenarios"),
        .why = projection_why(result, words),
        .caption = words("People year by year"),
        .name_title = words("Year"),
        .number_titles = {words("Known"), words("Low"), words("Main"), words("High"), words("Field from"),
            words("Field to")},
        .tick_labels = {words.number(std::llround(axis.low)), words.number(std::llround(axis.high))},
        .scale = scale,
        .bands = {{"", {}}},
        .key = fan_key(result, words),
        .drawing = html(R"(
<div class="draw">{}{}</div>)",
            wide, drawn(fan, DrawnSize::slim, words)),
        .caveat = test_text(result, words),
        .facts = scenario_facts(result, words),
        .alone = wide,
        .alone_height = 340};
    if (has_no_moving(result)) picture.number_titles.push_back(words("If nobody moved"));
    for (const auto* row : result.noted("year"))
        picture.bands.front().rows.push_back(year_row(result, *row, scale, words));
    return picture;
}

Pyramid pyramid_of(const AnalysisResult& result, const Words& words) {
    Pyramid pyramid;
    pyramid.title = words("Population pyramid: filled bars {}, outline {}. {}", result.text("from"),
        result.text("later"), pyramid_finding(result, words));
    for (const auto* row : result.noted("age"))
        pyramid.rows.push_back({row->label, result.number(*row, "men"), result.number(*row, "women"),
            result.number(*row, "later_men"), result.number(*row, "later_women")});
    return pyramid;
}

/// A number of the pyramid, or why it is not shown.
std::string age_text(const AnalysisResult& result, const Row& row, const char* column, const Words& words) {
    const auto people = result.number(row, column);
    if (people) return words.number(std::llround(*people));
    return absence(
        result.text(row, std::string_view{column}.ends_with("women") ? "hidden_women" : "hidden_men"), words);
}

RowPicture::Row age_row(
    const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    Html strip;
    const auto side = [&](const char* now, const char* later, double sign, const char* kind) {
        if (const auto people = result.number(row, now))
            strip += bar(scale.at(0), scale.at(sign * *people), kind);
        if (const auto people = result.number(row, later))
            strip += dot(scale.at(sign * *people), 4, Shape::circle, true);
    };
    side("men", "later_men", -1, "men");
    side("women", "later_women", 1, "women");
    return {.name = row.label,
        .strip = strip,
        .numbers = {age_text(result, row, "men", words), age_text(result, row, "women", words),
            age_text(result, row, "later_men", words), age_text(result, row, "later_women", words)},
        .id = "a-" + row.code,
        .is_ours = true};
}

std::vector<std::pair<Html, std::string>> pyramid_key(
    const AnalysisResult& result, const Pyramid& pyramid, const Words& words) {
    std::vector<std::pair<Html, std::string>> key{
        {html(R"(<rect class="men" width="16" height="16"/>)"), words("men {}", result.text("from"))},
        {html(R"(<rect class="women" width="16" height="16"/>)"), words("women {}", result.text("from"))},
        {html(R"(<path class="later" d="M1 14V5h10V1"/>)"), words("main scenario {}", result.text("later"))}};
    const bool has_hidden = std::any_of(pyramid.rows.begin(), pyramid.rows.end(),
        [](const auto& row) { return !row.men || !row.women || !row.later_men || !row.later_women; });
    if (has_hidden)
        key.emplace_back(
            line_mark("hidden"), words("not shown: fewer than five, or it would give such a number away"));
    return key;
}

RowPicture pyramid_picture(const AnalysisResult& result, const Words& words) {
    const auto pyramid = pyramid_of(result, words);
    const double most = pyramid.most();
    const Scale scale{Scale::Kind::linear, -most, most, {0}, 0};
    const auto wide = drawn(pyramid, DrawnSize::wide, words);
    RowPicture picture{.id = "pyramid",
        .finding = pyramid_finding(result, words),
        .what = words("People in {} by age and sex, {} and in the main scenario {}",
            place_text(result, words), result.text("from"), result.text("later")),
        .says = words("Where the line lies outside the bar they become more, where it lies inside fewer."),
        .why_name = words("the pyramid"),
        .why = pyramid_why(words),
        .caption = words("People by age and sex"),
        .name_title = words("Age"),
        .number_titles = {words("Men {}", result.text("from")), words("Women {}", result.text("from")),
            words("Men {}", result.text("later")), words("Women {}", result.text("later"))},
        .tick_labels = {"0"},
        .scale = scale,
        .bands = {{"", {}}},
        .key = pyramid_key(result, pyramid, words),
        .drawing = html(R"(
<div class="draw">{}{}</div>)",
            wide, drawn(pyramid, DrawnSize::slim, words)),
        .caveat = test_text(result, words),
        .alone = wide,
        .alone_height = height_of(pyramid, DrawnSize::wide)};
    for (const auto* row : result.noted("age"))
        picture.bands.front().rows.push_back(age_row(result, *row, scale, words));
    return picture;
}

}  // namespace

std::vector<RowPicture> projection_pictures(const AnalysisResult& result, const Words& words) {
    std::vector<RowPicture> pictures{fan_picture(result, words), pyramid_picture(result, words)};
    constexpr std::size_t least_compared = 2;
    if (result.noted("place").size() >= least_compared) pictures.push_back(places_picture(result, words));
    return pictures;
}

}  // namespace medskapa::web::statistics
