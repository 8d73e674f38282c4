#pragma once

#include "web/priority/weighing/forms.hpp"
#include "web/statistics/pictures/row_picture.hpp"

#include <string>
#include <utility>
#include <vector>

/// What the pictures of a weighing have in common.
namespace medskapa::web::priority {

struct Estimate {
    double mean = 0;  // of a hundred
    double low = 0;   // 95 % interval
    double high = 0;
};

inline constexpr double mark_radius = 5;
/// Each group has a shape of its own, by its place; the fifth begins anew.
statistics::Shape shape_of_group(std::size_t group);

/// Without rows, from 0 to a round number above the highest.
statistics::RowPicture begun(const Visit&, const std::string& id, double highest);
std::string number_text(double, const Words&);
std::string interval_text(const Estimate&, const Words&);
/// The places of the values, the highest first, ties in their order.
std::vector<std::size_t> by_value(const std::vector<Estimate>&);
/// Who weighs most, and whether that can be said.
std::string finding_of(const Visit&, const AskedWeighing&, const std::vector<Estimate>&);
std::pair<Html, std::string> key_of(std::size_t group, bool is_hollow, std::string text);
/// The name of the priority at that place.
std::string name_of_item(const Visit&, const AskedWeighing&, std::size_t item);

}  // namespace medskapa::web::priority
