#pragma once

#include "base/names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

/// The four kinds of actors that smart specialisation asks to work together (the quadruple helix: Carayannis
/// and Campbell 2009).
enum class Sector { business, public_sector, research, civil_society };
template <>
inline constexpr auto names_of<Sector> = names<Sector>({
    {Sector::business, "business", N_("Companies")},
    {Sector::public_sector, "public_sector", N_("Public bodies")},
    {Sector::research, "research", N_("Research and education")},
    {Sector::civil_society, "civil_society", N_("Associations and private persons")},
});

/// The sectors named in a text such as "business research", each once and in their order. Other words are
/// left out.
std::vector<Sector> sectors_in(std::string_view);
std::string text_of(const std::vector<Sector>&);

}  // namespace medskapa
