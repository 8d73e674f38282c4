#pragma once

#include "store/inspel/inspel_store.hpp"
#include "web/inspel/views.hpp"

#include <string_view>

/// What is asked for of the public list.
namespace medskapa::web::inspel {

/// Asked for as an outcome, though it is the lack of one.
inline constexpr std::string_view late = "forsenat";

/// Asked for as a kind of organisation: whichever.
inline constexpr std::string_view any_organisation = "nagon";

/// As the address says it; what nobody knows narrows nothing.
store::InspelFilter filter_of(const Visit&, const Surroundings&);
/// The form that asks, with what is asked for now.
Html filter_view(const Visit&, const Surroundings&);

}  // namespace medskapa::web::inspel
