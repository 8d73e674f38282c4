#include "engine/office/package.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

constexpr auto too_large =
    N_("The file unpacks to far more than a text does. Save it again without pictures");
constexpr auto broken =
    N_("The file is broken. Open it in a word processor and save it again as DOCX or ODT");

std::string plain_name(std::string_view name) {
    auto plain = text::lower(name);
    std::replace(plain.begin(), plain.end(), '\\', '/');
    return plain.starts_with('/') ? plain.substr(1) : plain;
}

/// The lists of a Basic library, and folders, hold no macro: LibreOffice leaves them where there is none.
bool is_macro(std::string_view name) {
    if (name.ends_with("vbaproject.bin") || name.ends_with("vbadata.xml")) return true;
    if (!name.starts_with("basic/") && !name.starts_with("scripts/")) return false;
    return !name.ends_with('/') && !name.ends_with("/script-lc.xml") && !name.ends_with("/script-lb.xml");
}

bool is_bomb(const zip::Entry& entry) {
    return entry.unpacked > largest_part ||
           (entry.unpacked > small_part &&
               entry.unpacked > highest_ratio * std::max<std::uint64_t>(entry.packed, 1));
}

std::uint64_t size_of(const std::vector<zip::Entry>& entries) {
    std::uint64_t size = 0;
    for (const auto& entry : entries) size += entry.unpacked;
    return size;
}

}  // namespace

tl::unexpected<Failure> unfit(const char* why) {
    return refuse(Failure::Kind::invalid, {{"fil", why}});
}

Result<Package> Package::opened(std::string_view bytes) {
    auto entries = zip::directory(bytes);
    const auto any = [&](auto is) { return std::any_of(entries.begin(), entries.end(), is); };
    if (entries.empty()) return unfit(broken);
    if (entries.size() > most_entries || size_of(entries) > largest_package || any(is_bomb))
        return unfit(too_large);
    if (any([](const zip::Entry& entry) { return entry.is_encrypted; })) return unfit(locked);
    std::vector<Part> parts;
    for (const auto& entry : entries) parts.push_back({plain_name(entry.name), entry});
    if (std::any_of(parts.begin(), parts.end(), [](const Part& part) { return is_macro(part.name); }))
        return unfit(N_("The file holds macros, which could harm who opens it. Save it without them"));
    return Package{bytes, std::move(parts)};
}

const Package::Part* Package::find(std::string_view name) const {
    const auto plain = plain_name(name);
    const auto found =
        std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.name == plain; });
    return found == parts_.end() ? nullptr : &*found;
}

std::uint64_t Package::bytes_of(std::string_view name) const {
    const auto* found = find(name);
    return found == nullptr ? 0 : found->entry.unpacked;
}

Result<std::string> Package::part(std::string_view name) const {
    const auto* found = find(name);
    if (found == nullptr) return std::string{};
    auto bytes = zip::content(bytes_, found->entry);
    if (!bytes) return unfit(broken);
    return *std::move(bytes);
}

Result<bool> walk(const Package& package, std::string_view name, const XmlEvents& events) {
    if (!package.has(name)) return false;
    const auto bytes = package.part(name);
    if (!bytes) return tl::unexpected{bytes.error()};
    const auto fault = read_xml(*bytes, events);
    if (fault == XmlFault::too_deep)
        return unfit(N_("The file has lists or tables nested deeper than anybody reads. Make them flatter"));
    if (fault) return unfit(broken);
    return true;
}

}  // namespace medskapa::office
