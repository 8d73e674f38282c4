#include "store/files/log_folder.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace medskapa::store {
namespace {

namespace fs = std::filesystem;

/// A log may name any path; none may lead out of the folder.
bool stays_inside(const fs::path& path) {
    return path.is_relative() &&
           std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
}

}  // namespace

openlog::Fetch files_in(const fs::path& folder) {
    return [folder](const std::string& path) -> std::optional<std::string> {
        const auto relative = path.starts_with('/') ? path.substr(1) : path;
        if (!stays_inside(relative) || !fs::is_regular_file(folder / relative)) return std::nullopt;
        std::ifstream file{folder / relative, std::ios::binary};
        std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        if (!file || file.bad())
            throw std::runtime_error{(folder / relative).string() + " could not be read"};
        return bytes;
    };
}

}  // namespace medskapa::store
