#pragma once

#include "cli/regional/command.hpp"

namespace medskapa::cli {

/// A file that a run reads through `read`, or why not in a sentence that names it.
template <class Read>
auto read_input(const std::string& file, const char* role, std::vector<regional::Input>& inputs,
    const Read& read) -> Outcome<typename decltype(read(std::string_view{}))::value_type> {
    const auto bytes = load_input(inputs, role, file);
    if (!bytes) return tl::unexpected{bytes.error()};
    auto all = read(std::string_view{*bytes});
    if (!all) return because(all.error(), file);
    return std::move(*all);
}

/// Files of a folder by name, each with what writes it.
using Files = std::vector<std::pair<std::string, Writing>>;

/// Makes the folder where it is not there, and writes each file whole.
Completed write_files(const std::string& folder, const Files&);

}  // namespace medskapa::cli
