#include "engine/regional/projection/report_projection.hpp"

#include "engine/regional/projection/age_groups.hpp"

namespace medskapa::regional {
namespace {

std::vector<std::string> fields_of(const Population& people) {
    std::vector<std::string> fields;
    for (const auto& code : people.municipalities()) fields.push_back(csv::field(code));
    return fields;
}

Fact known(const std::optional<double>& value) {
    return value ? Fact{*value} : Fact{};
}

void add_errors(Facts& facts, const std::string& of, const ForecastErrors& errors) {
    facts.emplace_back(of + "_mape", known(errors.mape));
    facts.emplace_back(of + "_mpe", known(errors.mpe));
    facts.emplace_back(of + "_wmape_age", known(errors.wmape_age));
    facts.emplace_back(of + "_bias", known(errors.bias));
}

constexpr std::pair<const char*, std::vector<AgeGroup> (*)(std::size_t)> kinds_of_group[] = {
    {"five years", five_year_groups}, {"service", service_groups}};

}  // namespace

void write_projected_totals(std::ostream& out, const Projection& projection,
    const std::optional<BackTest>& test, std::int64_t start_year) {
    out << "municipality,year,people,low,high,tested_error\n";
    CsvLines lines(out);
    const auto codes = fields_of(projection.last);
    for (std::size_t m = 0; m < codes.size(); ++m) {
        for (std::size_t year = 0; year < projection.totals.size(); ++year) {
            const double people = projection.totals[year][m];
            const auto band = test ? band_of_year(*test, year) : std::nullopt;
            lines.text(codes[m]).whole(start_year + static_cast<std::int64_t>(year)).number(people);
            lines.number(band ? std::optional{people * (1 - *band)} : std::nullopt);
            lines.number(band ? std::optional{people * (1 + *band)} : std::nullopt);
            if (test && test->projection.relative[m]) {
                lines.number(test->projection.relative[m]);
            } else {
                lines.text("not tested");
            }
            lines.end();
        }
    }
}

void write_projected_events(std::ostream& out, const Projection& projection, std::int64_t start_year) {
    out << "municipality,year,births,deaths,in,out,adjusted,raised\n";
    CsvLines lines(out);
    const auto codes = fields_of(projection.last);
    for (std::size_t m = 0; m < codes.size(); ++m) {
        for (std::size_t year = 0; year < projection.events.size(); ++year) {
            const auto& of = projection.events[year][m];
            lines.text(codes[m]).whole(start_year + 1 + static_cast<std::int64_t>(year));
            for (const double people : {of.births, of.deaths, of.in, of.out, of.adjusted, of.raised})
                lines.number(people);
            lines.end();
        }
    }
}

CellLines::CellLines(std::ostream& out, std::int64_t start_year) : lines_{out}, start_year_{start_year} {
    out << "municipality,sex,age,year,people,shown\n";
}

void CellLines::write(std::size_t year, const Population& people) {
    const auto codes = fields_of(people);
    const auto groups = five_year_groups(people.ages());
    for (std::size_t m = 0; m < people.size(); ++m) {
        const double total = people.total(m);
        for (const auto sex : both_sexes) {
            const auto by_age = people.of(m, sex);
            const auto whole = whole_people(by_age);
            for (const auto& group : groups) {
                const bool may_show = may_show_ages(total, by_age, group);
                const auto end = group.last ? *group.last + 1 : people.ages();
                for (std::size_t x = group.first; x < end; ++x) {
                    lines_.text(codes[m]).text(name_of(sex)).whole(static_cast<std::int64_t>(x));
                    lines_.whole(start_year_ + static_cast<std::int64_t>(year)).number(by_age[x]);
                    may_show ? lines_.whole(whole[x]).end() : lines_.empty().end();
                }
            }
        }
    }
}

GroupLines::GroupLines(std::ostream& out, std::int64_t start_year) : lines_{out}, start_year_{start_year} {
    out << "municipality,sex,kind,group,year,people,shown\n";
}

void GroupLines::write(std::size_t year, const Population& people) {
    const auto codes = fields_of(people);
    for (std::size_t m = 0; m < people.size(); ++m) {
        for (const auto sex : both_sexes) {
            const auto by_age = people.of(m, sex);
            const auto whole = whole_people(by_age);
            const std::vector<double> shown(whole.begin(), whole.end());
            for (const auto& [kind, groups_of] : kinds_of_group) {
                for (const auto& group : groups_of(people.ages())) {
                    lines_.text(codes[m]).text(name_of(sex)).text(kind).text(group.name());
                    lines_.whole(start_year_ + static_cast<std::int64_t>(year));
                    lines_.number(sum_of(by_age, group)).number(sum_of(shown, group)).end();
                }
            }
        }
    }
}

void write_back_test(std::ostream& out, const Population& before, const Population& projected,
    const Population& actual, const BackTest& test) {
    out << "municipality,actual,projected,error,unchanged,unchanged_error\n";
    CsvLines lines(out);
    const auto codes = fields_of(actual);
    for (std::size_t m = 0; m < codes.size(); ++m) {
        lines.text(codes[m]).number(actual.total(m)).number(projected.total(m));
        lines.number(test.projection.relative[m]).number(before.total(m)).number(test.unchanged.relative[m]);
        lines.end();
    }
}

Facts facts_of(const Projection& projection, const std::optional<BackTest>& test) {
    Facts facts{{"municipalities", static_cast<std::int64_t>(projection.last.size())},
        {"ages", static_cast<std::int64_t>(projection.last.ages())},
        {"people_at_start", sum(projection.totals.front())},
        {"people_at_end", sum(projection.totals.back())}};
    if (!test) {
        facts.emplace_back("back_test", "not tested");
        return facts;
    }
    facts.emplace_back("back_test", static_cast<std::int64_t>(test->years));
    add_errors(facts, "projection", test->projection);
    add_errors(facts, "unchanged", test->unchanged);
    facts.emplace_back("skill", known(test->skill));
    facts.emplace_back("band", known(test->band));
    return facts;
}

}  // namespace medskapa::regional
