#include "web/frame/kept_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>

namespace medskapa::web {
namespace {

using Clocked = std::chrono::steady_clock;

constexpr std::chrono::minutes longest_kept{10};
constexpr std::chrono::seconds between_looks{30};
constexpr std::size_t most_files = 8;  // formats and languages of what is read most

[[noreturn]] void fail(const char* what) {
    throw std::system_error{errno, std::generic_category(), what};
}

struct Kept {
    std::string state;
    std::shared_ptr<KeptFile> file;
    Clocked::time_point made;
};

}  // namespace

KeptFile::KeptFile(const std::filesystem::path& path) : file_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {
    struct stat found {};
    if (file_ < 0 || ::fstat(file_, &found) != 0) fail("a file that was made");
    size_ = static_cast<std::uint64_t>(found.st_size);
}

KeptFile::~KeptFile() {
    ::close(file_);
}

std::string KeptFile::block(std::uint64_t from, std::size_t most) const {
    std::string bytes(
        static_cast<std::size_t>(std::min<std::uint64_t>(most, size_ - std::min(from, size_))), '\0');
    for (std::size_t done = 0; done < bytes.size();) {
        const auto got =
            ::pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(from + done));
        if (got <= 0) fail("a file that is kept");
        done += static_cast<std::size_t>(got);
    }
    return bytes;
}

struct KeptFiles::Shelf {
    mutable std::mutex mutex;
    std::mutex making;
    std::condition_variable_any ended;
    std::map<std::string, Kept> files;
    std::jthread looks{[this](const std::stop_token& stop) { forget_in_time(stop); }};

    void forget_in_time(const std::stop_token& stop) {
        std::unique_lock lock{mutex};
        while (!ended.wait_for(lock, stop, between_looks, [&] { return stop.stop_requested(); }))
            std::erase_if(
                files, [](const auto& one) { return Clocked::now() - one.second.made > longest_kept; });
    }

    void keep(const std::string& kind, Kept kept) {
        const std::lock_guard lock{mutex};
        files.insert_or_assign(kind, std::move(kept));
        while (files.size() > most_files)
            files.erase(std::min_element(files.begin(), files.end(),
                [](const auto& a, const auto& b) { return a.second.made < b.second.made; }));
    }
};

KeptFiles::KeptFiles() : shelf_{std::make_unique<Shelf>()} {}
KeptFiles::~KeptFiles() = default;

std::shared_ptr<KeptFile> KeptFiles::kept(const std::string& kind, const std::string& state) const {
    const std::lock_guard lock{shelf_->mutex};
    const auto found = shelf_->files.find(kind);
    if (found == shelf_->files.end() || found->second.state != state) return nullptr;
    return found->second.file;
}

Result<std::shared_ptr<KeptFile>> KeptFiles::find(
    const std::string& kind, const std::string& state, const Make& make, const Failure& busy) {
    if (auto found = kept(kind, state)) return found;
    const std::unique_lock lock{shelf_->making, std::try_to_lock};
    if (!lock) return tl::unexpected{busy};
    auto made = make();
    if (made) shelf_->keep(kind, {state, *made, Clocked::now()});
    return made;
}

}  // namespace medskapa::web
