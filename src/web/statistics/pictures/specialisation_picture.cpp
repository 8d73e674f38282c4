#include "web/statistics/pictures/pictures.hpp"

#include "web/ui/in_language.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

constexpr double lowest = 0.25;

/// To 2.5, or to 8 where something is larger.
Scale scale_for(const AnalysisResult& result) {
    constexpr double usual = 2.5;
    constexpr double wide = 8;
    double largest = 0;
    for (const auto& row : result.rows) largest = std::max(largest, result.number(row, "lq").value_or(0));
    if (largest <= usual) return {Scale::Kind::logarithmic, lowest, usual, {0.25, 0.5, 1, 2}, 1};
    return {Scale::Kind::logarithmic, lowest, wide, {0.25, 0.5, 1, 2, 4, 8}, 1};
}

double largest_amount(const AnalysisResult& result) {
    double largest = 1;
    for (const auto& row : result.rows) largest = std::max(largest, result.number(row, "amount").value_or(0));
    return largest;
}

/// The area is the amount, from 4 to 11 pixels of radius.
double radius_of(double amount, double largest) {
    constexpr double least = 4;
    constexpr double most = 11;
    return std::max(least, most * std::sqrt(amount / largest));
}

Html strip_of(const AnalysisResult& result, const Row& row, const Scale& scale, double largest) {
    const auto lq = result.number(row, "lq");
    if (!lq) return line("ci none", scale.at(lowest), scale.at(scale.ticks().back()));
    const double at = scale.at(*lq);
    auto strip = line("stem", scale.at(1), at);
    const auto low = result.number(row, "low");
    const auto high = result.number(row, "high");
    if (low && high) strip += line("ci", scale.at(*low), scale.at(*high));
    if (!scale.holds(*lq)) {
        strip += arrowhead(at, *lq > 1);
        return strip;
    }
    strip += dot(at, radius_of(result.number(row, "amount").value_or(0), largest), shape_of(row.code),
        row.note == "unsure");
    return strip;
}

constexpr int lq_places = 2;

RowPicture::Row row_of(
    const AnalysisResult& result, const Row& row, const Scale& scale, double largest, const Words& words) {
    const auto lq = result.number(row, "lq");
    const auto amount = result.number(row, "amount");
    return {.name = row.label,
        .strip = strip_of(result, row, scale, largest),
        .numbers = {lq ? words.decimal(*lq, lq_places) : absence(row.note, words),
            amount ? words.number(std::llround(*amount)) : absence(row.note, words)},
        .id = "n-" + row.code};
}

std::string band_title(std::string_view note, std::int64_t count, const Words& words) {
    if (note == "more")
        return words.count("Larger here, surely ({} industry)", "Larger here, surely ({} industries)", count);
    if (note == "unsure")
        return words.count("It cannot be said ({} industry)", "It cannot be said ({} industries)", count);
    if (note == "less")
        return words.count(
            "Smaller here, surely ({} industry)", "Smaller here, surely ({} industries)", count);
    if (note == "few")
        return words.count(
            "Fewer than 5, not shown ({} industry)", "Fewer than 5, not shown ({} industries)", count);
    if (note == "withheld")
        return words.count("Not shown, since a sum would give a number below five away ({} industry)",
            "Not shown, since a sum would give a number below five away ({} industries)", count);
    return words.count("Missing ({} industry)", "Missing ({} industries)", count);
}

std::string finding_of(const AnalysisResult& result, const Words& words) {
    const auto more = result.noted("more");
    if (more.empty()) return words("Nothing is surely larger here than elsewhere");
    const auto& first = *more.front();
    return words("{}: {} times the share of the employed here", first.label,
        words.decimal(result.number(first, "lq").value_or(0), 1));
}

std::string how_sure(const Row& row, const Words& words) {
    if (row.note == "more" || row.note == "less") return words("sure");
    if (row.note == "unsure") return words("cannot be said");
    return absence(row.note, words);
}

ui::Table whole_table(const AnalysisResult& result, const Words& words) {
    ui::Table table{.caption = words("Specialisation with intervals"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Industry")}, {words("Number"), ui::Cell::number}, {words("LQ"), ui::Cell::number},
            {words("Lowest"), ui::Cell::number}, {words("Highest"), ui::Cell::number}, {words("How sure")}}};
    for (const auto& row : result.rows) {
        std::vector<Html> cells{ui::in_language(row.label, "sv", words)};
        for (const auto* column : {"amount", "lq", "low", "high"}) {
            const auto number = result.number(row, column);
            const bool is_amount = std::string_view{column} == "amount";
            cells.push_back(html("{}", !number     ? absence(row.note, words)
                                       : is_amount ? words.number(std::llround(*number))
                                                   : words.decimal(*number, lq_places)));
        }
        cells.push_back(html("{}", how_sure(row, words)));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::vector<std::string> why(const Words& words) {
    return {
        words(
            "LQ compares how large a part of all here an industry is with how large a part it is in all the "
            "regions together. 2 means twice as large a part, 0.5 half."),
        words("Formula: (number in the industry here ÷ all here) ÷ (number in the industry in all regions ÷ "
              "all in all "
              "regions)."),
        words("The thick line is a 95 per cent interval. Where it holds 1, or the number is below ten, it "
              "cannot be said "
              "that the region differs, and the mark is hollow."),
        words("The value is missing where the source has no number. Numbers below five are not shown, and no "
              "sum holds "
              "them.")};
}

std::vector<RowPicture::Band> bands_of(const AnalysisResult& result, const Scale& scale, const Words& words) {
    const double largest = largest_amount(result);
    std::vector<RowPicture::Band> bands;
    for (const auto* note : {"more", "unsure", "less", "few", "withheld", "missing"}) {
        const auto rows = result.noted(note);
        if (rows.empty()) continue;
        RowPicture::Band band{band_title(note, static_cast<std::int64_t>(rows.size()), words), {}};
        for (const auto* row : rows) band.rows.push_back(row_of(result, *row, scale, largest, words));
        bands.push_back(std::move(band));
    }
    return bands;
}

}  // namespace

std::vector<RowPicture> specialisation_pictures(const AnalysisResult& result, const Words& words) {
    const auto scale = scale_for(result);
    RowPicture picture{.id = "specialisering",
        .finding = finding_of(result, words),
        .what =
            words("Specialisation (LQ) and number, {} {}. 1 is the same part as in all {} regions together.",
                result.text("region_label"), result.text("period"),
                words.number(std::llround(result.number("regions")))),
        .says = words(
            "{} industries are surely a larger part here, {} surely a smaller one. For {} it cannot be said.",
            words.number(std::llround(result.number("more"))),
            words.number(std::llround(result.number("less"))),
            words.number(std::llround(result.number("unsure")))),
        .why_name = words("specialisation, LQ"),
        .why = why(words),
        .caption = words("Industries by specialisation"),
        .name_title = words("Industry"),
        .number_titles = {words("LQ"), words("Number")},
        .tick_labels = {},
        .scale = scale,
        .bands = bands_of(result, scale, words),
        .key = sector_key(words),
        .more = whole_table(result, words)};
    for (const double tick : scale.ticks())
        picture.tick_labels.push_back(tick < 0.5 ? words.decimal(tick, 2)
                                      : tick < 1 ? words.decimal(tick, 1)
                                                 : words.number(std::llround(tick)));
    picture.key.emplace_back(html(R"(<circle class="open-key" cx="8" cy="8" r="5.5"/>)"),
        words("Hollow: the difference may be chance"));
    picture.key.emplace_back(Html{}, words("The area shows the number, the thick line how unsure it is"));
    return {std::move(picture)};
}

}  // namespace medskapa::web::statistics
