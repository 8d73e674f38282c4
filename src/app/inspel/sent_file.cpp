#include "app/inspel/sent_file.hpp"

#include "base/system/child_process.hpp"
#include "domain/field.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

namespace medskapa::app {
namespace {

namespace fs = std::filesystem;

/// Next to the program that runs, as it is built, or where the package puts it.
// A sanitizer maps terabytes of addresses in each program, which it never uses.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr auto most_memory = std::numeric_limits<std::uint64_t>::max();
#else
constexpr std::uint64_t most_memory = 512ULL << 20;
#endif

std::string redrawer() {
    constexpr auto name = "medskapa-redraw";
    std::error_code none;
    const auto next_to_us = fs::read_symlink("/proc/self/exe", none).parent_path() / name;
    return fs::exists(next_to_us, none) ? next_to_us.string() : std::string{"/usr/libexec/medskapa/"} + name;
}

std::string bytes_in(const fs::path& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

const char* fault_of(ChildExit exit, const fs::path& drawn) {
    switch (exit) {
        case ChildExit::success: return nullptr;
        case ChildExit::failure: break;
        case ChildExit::timeout:
            return N_("“{}” could not be drawn in time. Send it again, or save the picture smaller");
        case ChildExit::not_installed:
            return N_("Pictures cannot be taken right now, as “{}”. Save it as PDF, or send it later");
    }
    if (fs::exists(drawn)) return N_("“{}” has too many pixels. Save the picture smaller");
    return N_("“{}” could not be drawn. Save the picture again, as JPEG or PNG");
}

}  // namespace

bool can_redraw() {
    std::error_code none;
    return fs::exists(redrawer(), none);
}

SentFile redrawn(SentFile sent) {
    const auto format = format_of(sent.octets);
    if (!format || !is_picture(*format) || sent.octets.size() > largest_files) return sent;
    constexpr ChildLimits limits{std::chrono::seconds{10}, most_memory, 64ULL << 20};
    const ScratchFolder scratch;
    const auto from = scratch.path() / "sent";
    const auto to = scratch.path() / "drawn";
    if (!(std::ofstream{from, std::ios::binary} << sent.octets).flush())
        throw std::runtime_error{"a picture could not be laid out to be drawn"};
    sent.fault = fault_of(run_confined({redrawer(), from, to}, scratch.path(), limits), to);
    if (!sent.fault) sent.octets = bytes_in(to);
    return sent;
}

Result<std::vector<CheckedFile>> checked(const std::vector<SentFile>& sent, FileKinds kinds) {
    std::vector<CheckedFile> files;
    std::vector<Complaint> complaints;
    std::size_t bytes = 0;
    for (const auto& one : sent) {
        bytes += one.octets.size();
        if (one.fault) {
            complaints.push_back({Field::file, one.fault, {one.name}});
            continue;
        }
        auto file = checked_original(one.name, one.octets, kinds);
        if (file)
            files.push_back({*std::move(file), one.octets});
        else
            complaints.push_back(file.error().complaints.front());
    }
    for (auto& fault : faults_together(sent.size(), bytes)) complaints.push_back(std::move(fault));
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return files;
}

bool are_the_same(const std::vector<OriginalFile>& kept, const std::vector<CheckedFile>& sent) {
    return std::equal(kept.begin(), kept.end(), sent.begin(), sent.end(),
        [](const OriginalFile& one, const CheckedFile& other) { return one.digest == other.file.digest; });
}

}  // namespace medskapa::app
