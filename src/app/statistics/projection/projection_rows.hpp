#pragma once

#include "app/statistics/projection/age_rows.hpp"
#include "app/statistics/projection/projected.hpp"
#include "domain/statistics/analysis.hpp"

namespace medskapa::app {

/// Puts the result of a projection together: rows of years, ages and places, of the chosen region.
class ProjectionRows {
public:
    /// Whether there is a fourth scenario, in which nobody moves.
    enum class NoMoving { left_out, too };
    /// `region`: a municipality, a county, or empty for all. The input must outlive it.
    ProjectionRows(
        const PeopleInput&, const std::string& region, const Horizon&, NoMoving = NoMoving::left_out);

    bool is_chosen(const std::string& code) const;

    /// "y2049": what is known, the test, three scenarios and the band of the main one.
    /// The band only where add_test() found an error of the whole.
    void add_years(const regional::Population& start, const Scenarios&, const std::optional<Tested>&);
    /// "80–84", the oldest first: now, and in the later year of the main scenario.
    void add_ages(
        const regional::Population& start, const regional::Population& later, Dataset::SmallNumbers);
    /// The chosen places, and those that are left out with why.
    void add_places(const regional::Population& start, const Scenarios&, const std::optional<Tested>&);
    /// How many of the chosen places were tested; the error of them together, where they all were.
    void add_test(const regional::Population& start, const Tested&);

    AnalysisResult& result() { return result_; }

private:
    using Row = AnalysisResult::Row;

    std::vector<std::optional<double>> blanks() const;
    void set(Row&, std::string_view column, std::optional<double>) const;
    Row& row_of(std::map<int, Row>&, int year) const;
    int year_of(int step) const { return horizon_.start + step * input_.step; }
    double chosen_of(const regional::Population&, const std::vector<double>& totals) const;
    void add_known(std::map<int, Row>&, const regional::Population& start) const;
    std::size_t chosen_in(const regional::Population&) const;
    void add_past(std::map<int, Row>&, const Tested&) const;
    void add_band(Row&, double people, const Tested&, std::size_t step) const;
    void add_age(Row&, std::string_view column, double people, Dataset::Shown) const;
    void add_old(const PyramidAges&);

    const PeopleInput& input_;
    std::string region_;
    Horizon horizon_;
    AnalysisResult result_;
};

}  // namespace medskapa::app
