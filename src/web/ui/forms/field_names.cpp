#include "web/ui/forms/field_names.hpp"

namespace medskapa::web::ui {

std::string name_in_form(const Place& place) {
    if (!place.field) return place.part;
    return std::string{name_of(*place.field)} + (place.part.empty() ? "" : "-") + place.part;
}

std::string name_of_column(const Place& place) {
    if (place.field == Field::topic) return "ämne";
    if (place.field == Field::concerns) return "gäller";
    return name_in_form(place);
}

}  // namespace medskapa::web::ui
