#include "cli/site/checks.hpp"

#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

std::string verdict(jobs::CheckState state) {
    switch (state) {
        case jobs::CheckState::ok: return words()(N_("ok"));
        case jobs::CheckState::warn: return words()(N_("note"));
        case jobs::CheckState::fail: break;
    }
    return words()(N_("WRONG"));
}

}  // namespace

void print(const jobs::Checks& checks) {
    for (const auto& check : checks)
        std::cout << fmt::format("{:<6}{}\n", verdict(check.state), words().complaint(check.sentence));
}

nlohmann::ordered_json as_json(const jobs::Checks& checks) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& check : checks)
        list.push_back({{"name", check.name}, {"state", name_of(check.state)},
            {"sentence", words().complaint(check.sentence)}});
    return list;
}

}  // namespace medskapa::cli
