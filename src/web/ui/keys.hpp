#pragma once

#include "web/markup/html.hpp"

#include <string>
#include <vector>

namespace medskapa::web::ui {

/// Keys, and what they do: {"J K", "next, previous"}.
struct KeyHint {
    std::string keys;  // a blank between each
    std::string does;
};

/// In a line below what they work on.
Html key_hints(const std::vector<KeyHint>&);
/// All of them, folded away under the title; "?" opens it.
Html all_keys(const std::string& title, const std::vector<KeyHint>&, const std::string& note);

}  // namespace medskapa::web::ui
