#include "web/statistics/pictures.hpp"

#include "web/statistics/scatter.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

/// In bits, of at most some five: less than this nobody would notice, however many people it rests on.
constexpr double least_change = 0.05;

/// What a difference must pass to be more than chance: twice its standard error, and never less than that.
double least_notable(const AnalysisResult& result, const Row& first, const Row& last) {
    const double before = result.number(first, "error").value_or(0);
    const double after = result.number(last, "error").value_or(0);
    return std::max(least_change, 2 * std::hypot(before, after));
}

std::string variety_finding(const AnalysisResult& result, const Words& words) {
    const auto& from = result.rows.front();
    const auto& to = result.rows.back();
    const auto first = result.number(from, "entropy");
    const auto last = result.number(to, "entropy");
    if (!first || !last) return words("How the variety has changed cannot be said: numbers are missing");
    const double least = least_notable(result, from, to);
    if (*last - *first > least)
        return words("The industries have become more varied since {}", result.text("from"));
    if (*first - *last > least)
        return words("The industries have become less varied since {}", result.text("from"));
    return words("The industries are about as varied as in {}", result.text("from"));
}

std::vector<std::string> labels_of(const Scale& scale, int places, const Words& words) {
    std::vector<std::string> labels;
    for (const double tick : scale.ticks()) labels.push_back(words.decimal(tick, places));
    return labels;
}

RowPicture::Row missing_row(const Row& row, const Scale& scale, const Words& words) {
    const auto none = absence("missing", words);
    return {.name = row.label,
        .strip = line("ci none", scale.at(scale.ticks().front()), scale.at(scale.ticks().back())),
        .numbers = {none, none, none},
        .id = "p-" + row.code,
        .is_ours = true};
}

RowPicture::Row variety_row(
    const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    if (!result.number(row, "entropy")) return missing_row(row, scale, words);
    const double between = result.number(row, "between").value_or(0);
    const double within = result.number(row, "within").value_or(0);
    auto strip = bar(scale.at(0), scale.at(between), "all");
    strip += bar(scale.at(between), scale.at(between + within), "");
    return {.name = row.label,
        .strip = strip,
        .numbers = {words.decimal(between, 2), words.decimal(within, 2), words.decimal(between + within, 2)},
        .id = "p-" + row.code,
        .is_ours = true};
}

std::string field_title(std::string_view note, const Words& words) {
    if (note == "near_and_complex") return words("Near, and complex");
    if (note == "near_and_simple") return words("Near, but simple");
    if (note == "far_and_complex") return words("Complex, but far");
    return words("Far, and simple");
}

std::string opportunity_finding(const AnalysisResult& result, const Words& words) {
    const auto best = result.noted("near_and_complex");
    if (best.empty()) return words("Nothing that is missing is both near and complex");
    return words("Worth asking about: {} counts as near and complex", best.front()->label);
}

std::string opportunity_caveat(const AnalysisResult& result, const Words& words) {
    return words(
        "A trial: it rests on {} regions only, and says what to ask about, not what to choose. Near means "
        "a nearness of {} or more, the mean of the {} industries that are compared.",
        words.number(std::llround(result.number("regions"))), words.decimal(result.number("mean_density"), 2),
        words.number(static_cast<std::int64_t>(result.rows.size())));
}

/// The fields in the order of the rows.
constexpr const char* fields_in_order[] = {
    "near_and_complex", "near_and_simple", "far_and_complex", "far_and_simple"};

RowPicture::Row opportunity_row(
    const AnalysisResult& result, const Row& row, const Scale& scale, const Words& words) {
    const double density = result.number(row, "density").value_or(0);
    const auto because = result.text(row, "because");
    return {.name = row.label,
        .strip = dot(scale.at(density), 6, shape_of(row.code), false),
        .numbers = {words.decimal(density, 2),
            words.decimal(result.number(row, "complexity").value_or(0), 2)},
        .id = "n-" + row.code,
        .below = because.empty() ? std::string{} : words("because the region already has: {}", because)};
}

std::vector<RowPicture::Band> fields_of(
    const AnalysisResult& result, const Scale& scale, const Words& words) {
    std::vector<RowPicture::Band> bands;
    int number = 0;
    for (const auto* note : fields_in_order) {
        RowPicture::Band band{field_title(note, words), {}};
        for (const auto* row : result.noted(note))
            band.rows.push_back(opportunity_row(result, *row, scale, words)),
                band.rows.back().number = ++number;
        if (!band.rows.empty()) bands.push_back(std::move(band));
    }
    return bands;
}

/// The quadrant: near to the right, complex upward.
Html quadrant_of(const AnalysisResult& result, const Words& words) {
    Scatter scatter{.points = {},
        .x_cut = result.number("mean_density"),
        .y_cut = result.number("mean_complexity"),
        .x_name = words("Nearness"),
        .y_name = words("Complexity"),
        .good = words("Near, and complex"),
        .title = words("Opportunities by field")};
    for (const auto* note : fields_in_order)
        for (const auto* row : result.noted(note))
            scatter.points.push_back({result.number(*row, "density").value_or(0),
                result.number(*row, "complexity").value_or(0), row->label, "n-" + row->code,
                shape_of(row->code), static_cast<int>(scatter.points.size()) + 1});
    return drawing_of(scatter, words);
}

}  // namespace

std::vector<RowPicture> variety_pictures(const AnalysisResult& result, const Words& words) {
    std::vector<double> values;
    for (const auto& row : result.rows) values.push_back(result.number(row, "entropy").value_or(0));
    const auto scale = Scale::around(values);
    RowPicture picture{.id = "variation",
        .finding = variety_finding(result, words),
        .what = words("How varied the industries are (entropy, bits), {} {}–{}", result.text("region_label"),
            result.text("from"), result.text("period")),
        .says = words("The dark part is variety between unlike sectors, the light part within each sector."),
        .why_name = words("variety"),
        .why = {words("Variety is 0 where all are in one industry, and larger the more evenly they are "
                      "spread over many."),
            words("Formula: −Σ part × log2(part). The dark part is the same for sectors (sections of SNI "
                  "2007), the "
                  "light part the rest, within the sectors. The two add up to the whole."),
            words("It is missing where the region has no numbers that time."),
            words("A change is told when it is larger than chance (twice its standard error) and at least {} "
                  "bits. A smaller one is as good as none.",
                words.decimal(least_change, 2))},
        .caption = words("Variety by time"),
        .name_title = words("Time"),
        .number_titles = {words("Between"), words("Within"), words("Whole")},
        .tick_labels = labels_of(scale, 0, words),
        .scale = scale,
        .bands = {{"", {}}}};
    for (const auto& row : result.rows)
        picture.bands.front().rows.push_back(variety_row(result, row, scale, words));
    return {std::move(picture)};
}

std::vector<RowPicture> opportunity_pictures(const AnalysisResult& result, const Words& words) {
    const Scale scale{Scale::Kind::linear, 0, 1, {0, 0.25, 0.5, 0.75, 1}, result.number("mean_density")};
    return {{.id = "mojligheter",
        .finding = opportunity_finding(result, words),
        .what = words("Industries with a smaller share of the employed in {} than in all regions, {}: how "
                      "near they lie to what is there (0–1), and how complex they are",
            result.text("region_label"), result.text("period")),
        .says = words("Near to the right, complex upward. The tinted field is where to ask first."),
        .why_name = words("near and complex"),
        .why = {words("Two industries are near each other when the same regions tend to have both. The "
                      "number is the part of "
                      "an industry's nearness that the region already has, 0 to 1."),
            words("Complexity is high for industries that few and varied regions have. 0 is the mean, and "
                  "only the order "
                  "says anything."),
            words(
                "Near is at least {}, which is the mean nearness of the industries shown. Complex is at "
                "least "
                "{}, their mean complexity. With few regions the order may change with small changes of the "
                "data.",
                words.decimal(result.number("mean_density"), 2),
                words.decimal(result.number("mean_complexity"), 2))},
        .caption = words("Opportunities by field"),
        .name_title = words("Industry"),
        .number_titles = {words("Nearness"), words("Complexity")},
        .tick_labels = labels_of(scale, 2, words),
        .scale = scale,
        .bands = fields_of(result, scale, words),
        .key = sector_key(words),
        .drawing = quadrant_of(result, words),
        .caveat = opportunity_caveat(result, words)}};
}

}  // namespace medskapa::web::statistics
