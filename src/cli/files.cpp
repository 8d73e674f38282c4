#include "cli/files.hpp"

#include "base/csv/records.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace medskapa::cli {
namespace {

tl::unexpected<Failure> refuse_file(const char* sentence, const std::string& path, const std::string& why) {
    return refuse(Failure::Kind::not_found, {{path, sentence, {path, why}}});
}

}  // namespace

Result<std::string> bytes_of(const std::string& path) {
    constexpr auto sentence = N_("{} could not be read: {}. Check the name and that you may read it.");
    if (std::filesystem::is_directory(path)) return refuse_file(sentence, path, "it is a folder");
    std::ifstream file(path, std::ios::binary);
    if (!file) return refuse_file(sentence, path, std::strerror(errno));
    std::string bytes;
    std::error_code unknown;
    const auto size = std::filesystem::file_size(path, unknown);
    if (!unknown) bytes.reserve(size);
    std::array<char, 1 << 16> part{};
    while (file.read(part.data(), part.size()), file.gcount() > 0)
        bytes.append(part.data(), static_cast<std::size_t>(file.gcount()));
    if (file.bad()) return refuse_file(sentence, path, std::strerror(errno));
    return bytes;
}

tl::expected<void, Failure> write_file(const std::string& path, const Writing& write) {
    constexpr auto sentence = N_("{} could not be written: {}. Check the folder and the space on the disk.");
    const auto partial = path + ".part";
    {
        std::ofstream file(partial, std::ios::binary | std::ios::trunc);
        if (!file) return refuse_file(sentence, path, std::strerror(errno));
        write(file);
        file.flush();
        if (!file) return refuse_file(sentence, path, std::strerror(errno));
    }
    std::error_code error;
    std::filesystem::rename(partial, path, error);
    if (error) return refuse_file(sentence, path, error.message());
    return {};
}

std::string aligned(std::string_view csv, std::size_t most_rows) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> widths;
    std::size_t all = 0;
    csv::Records records(csv, ',');
    while (const auto* fields = records.next()) {
        if (all++ > most_rows) continue;
        rows.emplace_back(fields->begin(), fields->end());
        widths.resize(std::max(widths.size(), fields->size()));
        for (std::size_t k = 0; k < fields->size(); ++k) {
            widths[k] = std::max(widths[k], text::length((*fields)[k]));
        }
    }
    std::string lines;
    for (const auto& row : rows) {
        for (std::size_t k = 0; k < row.size(); ++k) {
            lines += row[k];
            if (k + 1 < row.size()) lines += std::string(widths[k] - text::length(row[k]) + 2, ' ');
        }
        lines += '\n';
    }
    if (all > rows.size())
        lines += fmt::format("… {} more rows; --out FILE.csv gives them all\n", all - rows.size());
    return lines;
}

}  // namespace medskapa::cli
