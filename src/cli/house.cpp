#include "cli/house.hpp"

#include "app/log.hpp"
#include "app/log_keys.hpp"
#include "base/digest.hpp"
#include "store/migrations.hpp"
#include "web/http/head.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace medskapa::cli {
namespace {

constexpr std::size_t secret_octets = 32;

std::string read_file(int file) {
    std::string octets(secret_octets, '\0');
    if (::read(file, octets.data(), octets.size()) != static_cast<ssize_t>(secret_octets))
        give_up(N_("The file “secret” in the data folder is broken. Put it back from a backup."));
    return octets;
}

}  // namespace

sql::Database Place::database() const {
    if (!database_url.empty()) return {database_url};
    return {(std::filesystem::path{data} / "medskapa.db").string()};
}

std::string Place::secret() const {
    std::filesystem::create_directories(data);
    const auto path = (std::filesystem::path{data} / "secret").string();
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        const auto octets = random_bytes(secret_octets);
        const bool kept =
            ::write(made, octets.data(), octets.size()) == static_cast<ssize_t>(octets.size()) &&
            ::fsync(made) == 0;
        ::close(made);
        if (!kept)
            give_up(N_("The folder {} cannot be written in. Check who owns it, and the space on the disk."),
                data);
        return octets;
    }
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) give_up(N_("The file {} cannot be read. Check who owns it."), path);
    auto octets = read_file(file);
    ::close(file);
    return octets;
}

std::string Place::log_folder() const {
    return (std::filesystem::path{data} / "logg").string();
}

std::string Place::log_key_file(std::size_t nth) const {
    const auto first = (std::filesystem::path{data} / "logg.key").string();
    return nth == 1 ? first : first + '.' + std::to_string(nth);
}

/// An old key's file may have been destroyed.
std::vector<std::string> Place::log_key_files() const {
    constexpr std::size_t most_keys = 1000;
    std::vector<std::string> files;
    for (std::size_t nth = 1; nth <= most_keys; ++nth)
        if (std::filesystem::exists(log_key_file(nth))) files.push_back(log_key_file(nth));
    return files;
}

jobs::LogPlace log_of(const Place& place, const std::string& base_url) {
    const auto start = base_url.find("//");
    const auto host = start == std::string::npos ? std::string{"localhost"}
                                                 : web::http::host_without_port(base_url.substr(start + 2));
    const auto name = host + "/medskapa/" + hex(random_bytes(4));
    const auto key_in = [&](const std::string& file) {
        return store::signing_key_in(file, name, openlog::KeyType::ed25519);
    };
    const auto files = place.log_key_files();
    jobs::LogPlace log{
        place.database(), place.log_folder(), key_in(files.empty() ? place.log_key_file() : files.front())};
    for (std::size_t i = 1; i < files.size(); ++i) log.later_keys.push_back(key_in(files[i]));
    return log;
}

void open_log(sql::Writer& writer, const jobs::LogPlace& log) {
    (void)writer.write([&](auto& tx) {
        return app::open_log(
            tx, operators_permit(Action::administer, {}), openlog::as_vkey(log.key.verifier()));
    });
}

Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Language language_of_environment() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view{value}.starts_with("sv") ? Language::sv : Language::en;
    return Language::en;
}

std::unique_ptr<sql::Connection> laid_out(const Place& place) {
    std::filesystem::create_directories(place.data);
    auto db = sql::open(place.database(), sql::Access::read_write);
    store::migrate(*db, now());
    return db;
}

Permit operators_permit(Action action, Id<Process> process) {
    return authorize(Actor::operating(), action, process).value();
}

const web::Words& words() {
    return web::words_of(language_of_environment());
}

int refused(const Failure& failure) {
    for (const auto& complaint : failure.complaints)
        std::cerr << complaint.field << ": " << words().complaint(complaint) << '\n';
    if (failure.complaints.empty())
        std::cerr << words()(N_("It was refused: there is nothing with that name, or it cannot be done now."))
                  << '\n';
    return 1;
}

}  // namespace medskapa::cli
