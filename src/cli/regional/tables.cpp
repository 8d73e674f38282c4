#include "cli/regional/tables.hpp"

#include "base/digest.hpp"
#include "engine/regional/read/columns.hpp"
#include "engine/regional/read/format.hpp"

#include <filesystem>
#include <fstream>

namespace medskapa::cli {
namespace {

constexpr std::uintmax_t read_whole_up_to = std::uintmax_t{16} << 20;  // bytes
constexpr std::size_t piece_bytes = std::size_t{1} << 20;

}  // namespace

std::optional<regional::read::TableSource> large_table(
    const std::string& file, const char* role, std::vector<regional::Input>& inputs) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(file, unknown);
    if (unknown || size <= read_whole_up_to) return std::nullopt;
    Sha256 digest;
    std::ifstream bytes{file, std::ios::binary};
    std::vector<char> piece(piece_bytes);
    for (bool is_first = true; bytes.read(piece.data(), piece_bytes), bytes.gcount() > 0; is_first = false) {
        const std::string_view read{piece.data(), static_cast<std::size_t>(bytes.gcount())};
        if (is_first && regional::read::format_of(read) != regional::read::Format::table) return std::nullopt;
        digest.add(read);
    }
    auto source = regional::read::TableSource::of_file(file);
    if (source) inputs.push_back({role, hex(as_text(digest.finish())), size});
    return source;
}

Outcome<regional::Table> table_in(
    const TableAsked& asked, const char* role, std::vector<regional::Input>& inputs) {
    const auto read = [&]() -> Outcome<Result<regional::Table>> {
        if (const auto large = large_table(asked.file, role, inputs))
            return regional::read::read_amounts(*large, asked.period, asked.choices);
        const auto bytes = load_input(inputs, role, asked.file);
        if (!bytes) return tl::unexpected{bytes.error()};
        return regional::read::read_amounts(*bytes, asked.period, asked.choices);
    };
    auto table = read();
    if (!table) return tl::unexpected{table.error()};
    if (!*table) return because(table->error(), asked.file);
    return std::move(**table);
}

}  // namespace medskapa::cli
