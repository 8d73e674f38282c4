#include "jobs/remembered.hpp"
#include "jobs/backup.hpp"
#include "store/files/durable_file.hpp"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;
using store::Installation;

constexpr auto rehearsed = "rehearsed";
constexpr auto backed_up = "backed-up";

/// A file of the installation's folder that holds a moment, in milliseconds.
std::optional<Instant> moment_in(const Installation& installation, const char* name) {
    std::ifstream file{fs::path{installation.data} / name};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    std::int64_t at = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), at);
    if (read.ec != std::errc{}) return std::nullopt;
    return Instant{std::chrono::milliseconds{at}};
}

void remember(const Installation& installation, const char* name, Instant now) {
    store::write_durably((fs::path{installation.data} / name).string(),
        std::to_string(now.time_since_epoch().count()) + '\n', store::Readers::owner);
}

}  // namespace

std::optional<Instant> last_rehearsal(const Installation& installation) {
    return moment_in(installation, rehearsed);
}

void remember_rehearsal(const Installation& installation, const BackupReport& report, Instant now) {
    if (report.holds()) remember(installation, rehearsed, now);
}

std::optional<Instant> last_backup(const Installation& installation) {
    return moment_in(installation, backed_up);
}

void remember_backup(const Installation& installation, Instant now) {
    try {
        remember(installation, backed_up, now);
    } catch (const std::exception&) {
        // The backup is whole all the same: only doctor does not know of it.
    }
}

}  // namespace medskapa::jobs
