#pragma once

#include "domain/site/process.hpp"
#include "web/words/words.hpp"

#include <string>

namespace medskapa::web::site {

/// "januari–april 2019", "våren 2021", "2027": never more exact than the period is.
std::string shown(const Period&, const Words&);
/// "Ändrat 24 augusti, var 31 augusti–4 september"; empty when nothing was changed.
std::string shown(const std::optional<DateChange>&, const Words&);
/// "Inställt 24 november: för få anmälda"
std::string called_off(const Withdrawal&, const Words&);
/// "Utgår 24 november: beslutet togs tidigare"
std::string taken_out(const Withdrawal&, const Words&);
/// "Till och med 1 september. 8 dagar kvar", "Öppnar 7 september", "Alltid öppet", "Stängt 31 januari 2020".
std::string window(const Activity&, Day today, const Words&);

}  // namespace medskapa::web::site
