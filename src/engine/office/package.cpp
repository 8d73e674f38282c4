#include "engine/office/package.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

constexpr auto too_large =
    N_("The file unpacks to far more than a text does. Save it again without pictures");
constexpr auto broken =
    N_("The file is broken. Open it in a word processor and save it again as DOCX or ODT");

bool is_macro(std::string_view name) {
    return name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml") || name.starts_with("Basic/") ||
           name.starts_with("Scripts/");
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
    if (any([](const zip::Entry& entry) { return is_macro(entry.name); }))
        return unfit(N_("The file holds macros, which could harm who opens it. Save it without them"));
    if (any([](const zip::Entry& entry) { return entry.is_encrypted; }))
        return unfit(N_("The file is locked with a password. Save it without one"));
    return Package{bytes, std::move(entries)};
}

bool Package::has(std::string_view name) const {
    return std::any_of(
        entries_.begin(), entries_.end(), [&](const zip::Entry& entry) { return entry.name == name; });
}

Result<std::string> Package::part(std::string_view name) const {
    const auto found = std::find_if(
        entries_.begin(), entries_.end(), [&](const zip::Entry& entry) { return entry.name == name; });
    if (found == entries_.end()) return std::string{};
    auto bytes = zip::content(bytes_, *found);
    if (!bytes) return unfit(broken);
    return *std::move(bytes);
}

std::vector<std::string> Package::names_ending(std::string_view end) const {
    std::vector<std::string> names;
    for (const auto& entry : entries_)
        if (entry.name.ends_with(end)) names.emplace_back(entry.name);
    return names;
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
