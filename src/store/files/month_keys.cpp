#include "store/files/month_keys.hpp"

#include "store/files/durable_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace medskapa::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view key_ending = ".key";
constexpr std::string_view destroyed_ending = ".destroyed";

fs::path file_of(const fs::path& folder, const std::string& month, std::string_view ending) {
    return folder / (month + std::string{ending});
}

/// The first day after the month; nothing for what is no month.
std::optional<Day> day_after(const std::string& month) {
    const auto first = time::read_day(month + "-01");
    if (!first) return std::nullopt;
    const std::chrono::year_month_day date{*first};
    return Day{std::chrono::local_days{(date.year() / date.month() + std::chrono::months{1}) / 1}};
}

std::vector<std::string> months_in(const fs::path& folder, std::string_view ending) {
    std::vector<std::string> months;
    if (!fs::is_directory(folder)) return months;
    for (const auto& file : fs::directory_iterator{folder}) {
        auto name = file.path().filename().string();
        if (!name.ends_with(ending)) continue;
        name.resize(name.size() - ending.size());
        if (day_after(name)) months.push_back(std::move(name));
    }
    std::sort(months.begin(), months.end());
    return months;
}

}  // namespace

std::string month_of(Day day) {
    return time::iso(day).substr(0, std::string_view{"2026-11"}.size());
}

std::optional<Digest> known_month_key(const fs::path& folder, const std::string& month) {
    if (!day_after(month)) return std::nullopt;  // what a file calls a month leads nowhere else
    std::ifstream file{file_of(folder, month, key_ending)};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!text.ends_with('\n')) return std::nullopt;
    return as_digest(from_hex(std::string_view{text}.substr(0, text.size() - 1)).value_or(""));
}

Digest month_key(const fs::path& folder, const std::string& month) {
    if (const auto known = known_month_key(folder, month)) return *known;
    const auto path = file_of(folder, month, key_ending);
    if (fs::exists(path)) throw std::runtime_error{path.string() + " holds no key, or may not be read"};
    if (fs::exists(file_of(folder, month, destroyed_ending)))
        throw std::runtime_error{"The key of " + month + " was destroyed: nothing more is encrypted with it"};
    const auto key = as_digest(random_bytes(Digest{}.size())).value();
    write_durably(path, hex(as_text(key)) + '\n', Readers::owner);
    return key;
}

std::vector<std::string> outdated_months(const fs::path& folder, Day today, std::chrono::days kept) {
    auto months = months_in(folder, key_ending);
    std::erase_if(months, [&](const auto& month) { return today < *day_after(month) + kept; });
    return months;
}

void destroy_month_key(const fs::path& folder, const std::string& month) {
    const auto path = file_of(folder, month, key_ending);
    write_over(path);
    write_durably(file_of(folder, month, destroyed_ending), "", Readers::owner);
    remove_durably(path);
}

std::vector<std::string> destroyed_months(const fs::path& folder) {
    return months_in(folder, destroyed_ending);
}

}  // namespace medskapa::store
