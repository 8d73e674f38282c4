#pragma once

#include <doctest/doctest.h>
#include "cli/regional/regional.hpp"
#include "support/command_line.hpp"
#include "support/shared_gold2.hpp"

namespace example::inline people_desk_shared {

using namespace medskapa;

using test::check_refused;

using test::Desk;

using test::Ended;

inline Ended run(std::vector<std::string> words, const char* language = "C") {
    words.insert(words.begin(), "regional");
    return test::run(cli::add_regional, std::move(words), language);
}

inline const std::string people =
    "municipality,sex,year,0,1,2\nA,women,2019,90,80,300\nA,men,2019,80,90,300\n"
    "A,women,2024,100,80,330\nA,men,2024,90,90,330\n";
inline const std::string rates =
    "municipality,what,sex,born,0,1,2\n(all),fertility,women,,0,0.5,0.1\n(all),death "
    "risk,women,0,0,0.01,0.1\n"
    "(all),death risk,men,0,0,0.01,0.1\nA,moving out,women,0,0,0.1,0\nA,moving out,men,0,0,0.1,0\n"
    "A,moving in,women,1,0,5,0\nA,moving in,men,1,0,5,0\n";
inline const std::string county = "year,sex,0,1,2\n2025,women,100,100,300\n2025,men,100,100,300\n";

}  // namespace example::inline people_desk_shared
