#include "cli/site/checks.hpp"

#include "base/text.hpp"
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <iostream>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

std::string verdict(CheckState state) {
    switch (state) {
        case CheckState::ok: return words()(N_("ok"));
        case CheckState::warn: return words()(N_("note"));
        case CheckState::fail: break;
    }
    return words()(N_("WRONG"));
}

/// A damaged database says of itself what no text can hold.
std::string sentence_of(const medskapa::Check& check) {
    return text::for_xml(words().complaint(check.sentence));
}

}  // namespace

void print(const Checks& checks) {
    for (const auto& check : checks)
        std::cout << fmt::format("{:<6}{}\n", verdict(check.state), sentence_of(check));
}

nlohmann::ordered_json as_json(const Checks& checks) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& check : checks)
        list.push_back(
            {{"name", check.name}, {"state", name_of(check.state)}, {"sentence", sentence_of(check)}});
    return list;
}

}  // namespace medskapa::cli
