#include "web/statistics/kinds/population/fan.hpp"
#include "web/statistics/kinds/population/projection_words.hpp"
#include "web/statistics/pictures.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

using Row = AnalysisResult::Row;

/// A place's change over the whole time, as shares of its people at the start.
struct Change {
    const Row* row = nullptr;
    double main = 0;
    std::optional<double> low;
    std::optional<double> high;

    enum class Surety { more, unsure, fewer, untested };
    Surety surety() const {
        if (!low || !high) return Surety::untested;
        if (*low > 0) return Surety::more;
        return *high < 0 ? Surety::fewer : Surety::unsure;
    }
};

std::vector<Change> changes_of(const AnalysisResult& result) {
    std::vector<Change> changes;
    for (const auto* row : result.noted("place")) {
        const double start = result.number(*row, "known").value_or(0);
        if (start <= 0) continue;
        const auto share = [&](const char* column) -> std::optional<double> {
            const auto people = result.number(*row, column);
            return people ? std::optional{*people / start - 1} : std::nullopt;
        };
        changes.push_back({row, share("main").value_or(0), share("band_low"), share("band_high")});
    }
    std::stable_sort(
        changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.main > b.main; });
    return changes;
}

std::int64_t count_of(const std::vector<Change>& changes, Change::Surety surety) {
    return std::count_if(
        changes.begin(), changes.end(), [&](const Change& one) { return one.surety() == surety; });
}

std::string finding_of(const std::vector<Change>& changes, const Words& words) {
    const auto all = static_cast<std::int64_t>(changes.size());
    const auto fewer = count_of(changes, Change::Surety::fewer);
    const auto more = count_of(changes, Change::Surety::more);
    if (count_of(changes, Change::Surety::untested) > 0) {
        const auto down =
            std::count_if(changes.begin(), changes.end(), [](const Change& one) { return one.main < 0; });
        return words(
            "{} of {} places become smaller in the main scenario", static_cast<std::int64_t>(down), all);
    }
    if (fewer == 0 && more == 0) return words("Of no place can it be said whether it grows or shrinks");
    return words("{} of {} places shrink and {} grow, by more than the usual error", fewer, all, more);
}

std::string title_of(Change::Surety surety, const Words& words) {
    switch (surety) {
        case Change::Surety::more: return words("More people, beyond the usual error");
        case Change::Surety::unsure: return words("Cannot be said");
        case Change::Surety::fewer: return words("Fewer people, beyond the usual error");
        case Change::Surety::untested: break;
    }
    return words("Not tested");
}

RowPicture::Row row_of(
    const AnalysisResult& result, const Change& change, const Scale& scale, const Words& words) {
    Html strip = line("stem", scale.at(0), scale.at(change.main));
    if (change.low && change.high) strip += line("ci", scale.at(*change.low), scale.at(*change.high));
    strip += dot(scale.at(change.main), 6, Shape::circle,
        change.surety() != Change::Surety::more && change.surety() != Change::Surety::fewer);
    const auto error = result.number(*change.row, "error");
    return {.name = change.row->label,
        .strip = strip,
        .numbers = {words.number(std::llround(result.number(*change.row, "known").value_or(0))),
            words.number(rounded_people(result.number(*change.row, "main").value_or(0))),
            error ? percent_text(*error, words) : words("not tested")},
        .id = "o-" + change.row->code};
}

RowPicture::Band left_out(const AnalysisResult& result, const Scale& scale, const Words& words) {
    RowPicture::Band band{words("Not projected"), {}};
    for (const auto* note : {"few", "withheld", "missing"})
        for (const auto* row : result.noted(note))
            band.rows.push_back({.name = row->label,
                .strip = line("ci none", scale.at(scale.ticks().front()), scale.at(scale.ticks().back())),
                .numbers = {absence(note, words), "–", "–"},
                .id = "o-" + row->code,
                .below = words(
                    "One of its numbers by age and sex is hidden or missing, or no rates of it are known")});
    return band;
}

/// "+10 %": as short as it can be, as ticks stand close on a phone.
std::string tick_text(double tick, const Words& words) {
    const auto whole = std::llround(std::abs(tick) * 100);
    if (std::abs(std::abs(tick) * 100 - static_cast<double>(whole)) > 1e-6) return percent_text(tick, words);
    return (whole == 0 ? "" : tick > 0 ? "+" : "−") + words.number(whole) + " %";
}

Scale scale_of(const std::vector<Change>& changes) {
    std::vector<double> values;
    for (const auto& one : changes)
        for (const auto& value : {std::optional{one.main}, one.low, one.high})
            if (value) values.push_back(*value);
    return Scale::around(values);
}

}  // namespace

RowPicture places_picture(const AnalysisResult& result, const Words& words) {
    const auto changes = changes_of(result);
    const auto scale = scale_of(changes);
    RowPicture picture{.id = "platser",
        .finding = finding_of(changes, words),
        .what = words("Change of the number of people {}–{} in the main scenario, per cent",
            result.text("from"), result.text("period")),
        .says = words(
            "The dot is the main scenario, the thick line as far as the method's errors have been. Where "
            "the line crosses zero, nobody can say which way it goes."),
        .why_name = words("how sure it is"),
        .why = projection_why(result, words),
        .caption = words("Places by how sure their change is"),
        .name_title = words.in("map", "Place"),
        .number_titles = {result.text("from"), result.text("period"), words("Error of the test")},
        .tick_labels = {},
        .scale = scale,
        .bands = {},
        .caveat = test_text(result, words)};
    for (const double tick : scale.ticks()) picture.tick_labels.push_back(tick_text(tick, words));
    for (const auto surety :
        {Change::Surety::more, Change::Surety::fewer, Change::Surety::unsure, Change::Surety::untested}) {
        RowPicture::Band band{title_of(surety, words), {}};
        for (const auto& one : changes)
            if (one.surety() == surety) band.rows.push_back(row_of(result, one, scale, words));
        if (!band.rows.empty()) picture.bands.push_back(std::move(band));
    }
    auto last = left_out(result, scale, words);
    if (!last.rows.empty()) picture.bands.push_back(std::move(last));
    return picture;
}

}  // namespace medskapa::web::statistics
