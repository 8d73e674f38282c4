#pragma once

#include "cli/house.hpp"

#include <string>
#include <vector>

namespace medskapa::cli {

/// A way in for trying a role.
struct SignInLink {
    std::string role;
    std::string process;
    std::string path;
};

/// Fills an empty installation with the demo's two processes, through the verbs like anybody's data. Dates of the
/// second one are relative to `today`. Throws std::runtime_error when the content is refused.
std::vector<SignInLink> fill_demo(sql::Writer&, sql::Connection& reader, const std::string& secret, Day today);

}  // namespace medskapa::cli
