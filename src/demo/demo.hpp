#pragma once

#include "store/files/installation.hpp"

#include <string>
#include <vector>

namespace medskapa::demo {

/// A way in for trying a role.
struct SignInLink {
    std::string role;
    std::string process;
    std::string path;
};

/// Fills an empty installation with the demo's two processes, through the verbs like anybody's data and each
/// act at its own time. Dates of the second process are relative to the day of `now`. Throws
/// std::runtime_error when a row of the content is refused.
std::vector<SignInLink> fill_demo(const store::Installation&, const std::string& base_url, Instant now);

}  // namespace medskapa::demo
