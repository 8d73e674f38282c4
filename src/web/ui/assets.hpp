#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web {

/// A style sheet, script or picture. The bytes live as long as the program.
struct Asset {
    std::string_view content_type;
    std::string_view bytes;
    std::string_view packed;  // the same, in gzip
    bool may_be_kept = true;  // false for an address from before an upgrade: right name, other bytes
};

/// "stil.css" -> "/resurser/<hash>/stil.css": a new address whenever a byte of any asset has changed.
/// Throws std::logic_error when there is no such asset.
std::string asset_href(std::string_view name);

std::optional<Asset> find_asset(std::string_view path);

std::vector<std::string> asset_names();

}  // namespace medskapa::web
