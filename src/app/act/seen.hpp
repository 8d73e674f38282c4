#pragma once

#include "app/act/act.hpp"
#include "store/sql/version.hpp"

/// Nobody writes over words, or decides about them, that they have not read. A verb that takes whole words or
/// decides a state demands what its reader saw; a page that leads to it carries that in its form.
namespace medskapa::app {

/// Throws SeenOtherwise when the act comes from a page that showed the row otherwise than it stands now, or
/// not at all; perform() lets it through when nothing has been kept. `standing`: the words in it, to compare
/// with. An act that comes from no page, such as an import, passes.
void demand_seen(const Act&, const sql::RowVersion& now, std::vector<std::string> standing = {});

template <const auto& table>
void demand_seen(const Act& act, const sql::RowOf<table>& row, std::vector<std::string> standing = {}) {
    demand_seen(act, sql::version_of<table>(row), std::move(standing));
}

}  // namespace medskapa::app
