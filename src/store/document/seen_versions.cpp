#include "store/document/seen_versions.hpp"

#include <fmt/format.h>

namespace medskapa::store {

sql::RowVersion version_of(const Line& line) {
    return {fmt::format("line/{}", line.node.id.value),
        fmt::format("{}.{}", line.revision.value, name_of(line.node.type))};
}

sql::RowVersion version_of(const Version& draft, const Lines& lines) {
    std::string all;
    for (const auto& line : lines) {
        const auto one = version_of(line);
        all += fmt::format("{} {} {}\n", one.row, one.version, line.depth);
    }
    return {fmt::format("draft/{}", draft.id.value), sql::short_digest(all)};
}

}  // namespace medskapa::store
