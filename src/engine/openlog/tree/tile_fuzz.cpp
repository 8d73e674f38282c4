#include "engine/openlog/tree/tile.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

/// A path, or a bundle.
void try_input(std::string_view bytes) {
    if (const auto tile = read_tile_path(bytes)) must(path_of(*tile) == bytes);
    if (const auto tile = read_entries_path(bytes)) must(entries_path_of(*tile) == bytes);
    if (const auto entries = read_bundle(bytes)) {
        std::string written;
        for (const auto entry : *entries) add_to_bundle(written, entry);
        must(written == bytes);
    }
}
