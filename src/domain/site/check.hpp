#pragma once

#include "base/names.hpp"
#include "base/result.hpp"

#include <string>
#include <vector>

namespace medskapa {

enum class CheckState { ok, warn, fail };

/// One thing that was looked at, and what was found. Where it is not well the sentence says what to do.
struct Check {
    std::string name;  // for programs: "log", "permissions"
    CheckState state = CheckState::ok;
    Complaint sentence;
};

using Checks = std::vector<Check>;

inline Check passed(std::string name, const char* sentence, Holes holes = {}) {
    return {std::move(name), CheckState::ok, {{}, sentence, std::move(holes)}};
}
inline Check warned(std::string name, const char* sentence, Holes holes = {}) {
    return {std::move(name), CheckState::warn, {{}, sentence, std::move(holes)}};
}
inline Check failed(std::string name, const char* sentence, Holes holes = {}) {
    return {std::move(name), CheckState::fail, {{}, sentence, std::move(holes)}};
}

inline bool all_hold(const Checks& checks) {
    for (const auto& check : checks)
        if (check.state == CheckState::fail) return false;
    return true;
}

}  // namespace medskapa

namespace medskapa {

template <>
inline constexpr auto names_of<CheckState> = names<CheckState>({
    {CheckState::ok, "ok"},
    {CheckState::warn, "warn"},
    {CheckState::fail, "fail"},
});

}  // namespace medskapa
