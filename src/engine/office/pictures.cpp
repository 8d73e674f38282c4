#include "engine/office/pictures.hpp"

#include <set>

namespace medskapa::office {
namespace {

using namespace std::string_view_literals;

bool is_jpeg_or_png(std::string_view bytes) {
    return bytes.starts_with("\xFF\xD8\xFF"sv) || bytes.starts_with("\x89PNG\r\n\x1A\n"sv);
}

}  // namespace

void leave_out_picture(Reading& reading, const std::string& part) {
    const auto gone = std::erase_if(reading.blocks,
        [&](const Block& block) { return block.kind == Block::Kind::picture && block.address == part; });
    if (gone > 0) reading.left_out[LeftOut::picture] += static_cast<int>(gone);
}

void take_pictures(const Package& package, Reading& reading) {
    std::set<std::string> parts;
    for (const auto& block : reading.blocks)
        if (block.kind == Block::Kind::picture) parts.insert(block.address);
    std::uint64_t all = 0;
    for (const auto& part : parts) {
        const auto size = package.bytes_of(part);
        const bool fits = size > 0 && size <= largest_picture && all + size <= largest_pictures &&
                          reading.pictures.size() < most_pictures;
        auto bytes = fits ? package.part(part) : Result<std::string>{};
        if (!bytes || !is_jpeg_or_png(*bytes)) {
            leave_out_picture(reading, part);
            continue;
        }
        all += size;
        reading.pictures.push_back({part, *std::move(bytes)});
    }
}

}  // namespace medskapa::office
