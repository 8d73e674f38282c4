#pragma once

#include "domain/statistics/analysis.hpp"
#include "web/statistics/row_picture.hpp"

/// What each kind of analysis looks like. A picture's heading is what its numbers show.
namespace medskapa::web::statistics {

/// At least one; the first stands for the run where there is room for one only.
std::vector<RowPicture> pictures_of(AnalysisRun::Kind, const AnalysisResult&, const Words&);

std::vector<RowPicture> specialisation_pictures(const AnalysisResult&, const Words&);
std::vector<RowPicture> change_pictures(const AnalysisResult&, const Words&);
std::vector<RowPicture> labour_market_pictures(const AnalysisResult&, const Words&);
std::vector<RowPicture> variety_pictures(const AnalysisResult&, const Words&);
std::vector<RowPicture> opportunity_pictures(const AnalysisResult&, const Words&);

std::vector<RowPicture> map_pictures(const AnalysisResult&, const Words&);
std::vector<RowPicture> entry_exit_pictures(const AnalysisResult&, const Words&);
std::vector<RowPicture> neighbour_pictures(const AnalysisResult&, const Words&);
std::vector<RowPicture> projection_pictures(const AnalysisResult&, const Words&);

/// What a run is about, for a title: "Specialisation, Jämtlands län 2019".
std::string title_of(AnalysisRun::Kind, const AnalysisResult&, const Words&);

/// A figure of a run that a text may cite, with what it is called and how it is written.
struct CitableFigure {
    std::string key;  // see figure_in()
    std::string name;
    std::string value;
    std::string unit;  // what the value counts; never empty
};
/// Those that may be cited, in the order of the picture.
std::vector<CitableFigure> citable_figures(AnalysisRun::Kind, const AnalysisResult&, const Words&);
/// One of them by its key; none where the result does not have it.
std::optional<CitableFigure> citable_figure(
    AnalysisRun::Kind, const AnalysisResult&, std::string_view key, const Words&);

/// The shape of an industry's sector, by the section of SNI of its code.
Shape shape_of(std::string_view industry);
/// A mark for each sector and what it is.
std::vector<std::pair<Html, std::string>> sector_key(const Words&);
/// +195, −7, 0
std::string signed_number(double, const Words&);
/// What a number is shown as that is not known: "fewer than 5", "not shown" or "missing".
std::string absence(std::string_view note, const Words&);

}  // namespace medskapa::web::statistics
