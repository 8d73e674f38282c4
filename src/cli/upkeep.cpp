#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "store/migrations.hpp"

#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

extern char** environ;

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_log_keys = 1000;
constexpr std::uintmax_t room_wanted = 200U * 1024 * 1024;

/// Runs a program of PostgreSQL's and waits. Its own messages go to stderr.
void run_program(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    int status = 0;
    if (posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0 ||
        waitpid(child, &status, 0) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error{words.front() + " could not do it. Is PostgreSQL's client installed?"};
}

std::string secret_beside(const std::string& file) {
    return file + ".secret";
}

/// A key that the open log is or was signed with, beside the backup: "FILE.logg.key", "FILE.logg.key.2".
std::string log_key_beside(const std::string& file, const std::string& key_file) {
    return file + '.' + fs::path{key_file}.filename().string();
}

/// The database as it is at one moment, while it is served, and the secret that receipt codes hang on.
int back_up(const Place& place, const std::string& file) {
    if (fs::exists(file)) throw std::runtime_error{file + " is there already. Name a file that is not."};
    if (place.database().is_postgres()) {
        run_program({"pg_dump", "--format=custom", "--no-owner", "--file=" + file, place.database_url});
    } else {
        const auto db = sql::open(place.database(), sql::Access::read_write);
        db->run("VACUUM INTO $1", file);
    }
    (void)place.secret();
    fs::copy_file(fs::path{place.data} / "secret", secret_beside(file));
    ::chmod(file.c_str(), 0600);
    for (const auto& key : place.log_key_files()) fs::copy_file(key, log_key_beside(file, key));
    std::cout << "Backed up to " << file << ", " << secret_beside(file) << " and, when the log has begun, "
              << log_key_beside(file, place.log_key_file()) << ". Keep them together.\n";
    return 0;
}

void refuse_broken(const std::string& file) {
    const auto db = sql::open_sqlite(file, sql::Access::read_only);
    if (db->run("PRAGMA integrity_check").front().text("integrity_check") != "ok")
        throw std::runtime_error{file + " is damaged. Take an older backup."};
    (void)store::layout_of(*db);
}

void restore_log_keys(const Place& place, const std::string& file) {
    for (std::size_t nth = 1; nth <= most_log_keys; ++nth) {
        const auto key = place.log_key_file(nth);
        if (fs::exists(log_key_beside(file, key)) && !fs::exists(key))
            fs::copy_file(log_key_beside(file, key), key);
    }
}

int restore(const Place& place, const std::string& file) {
    if (!fs::exists(file) || !fs::exists(secret_beside(file)))
        throw std::runtime_error{"Both " + file + " and " + secret_beside(file) + " are needed."};
    fs::create_directories(place.data);
    if (place.database().is_postgres()) {
        run_program({"pg_restore", "--no-owner", "--exit-on-error", "--dbname=" + place.database_url, file});
    } else {
        const auto target = place.database().place;
        if (fs::exists(target))
            throw std::runtime_error{
                "There is a database in " + place.data + " already. Name an empty folder."};
        refuse_broken(file);
        fs::copy_file(file, target);
    }
    fs::copy_file(secret_beside(file), fs::path{place.data} / "secret", fs::copy_options::overwrite_existing);
    ::chmod((fs::path{place.data} / "secret").c_str(), 0600);
    restore_log_keys(place, file);
    (void)laid_out(place);
    std::cout << "Restored. If there is a copy of the folder logg from after the backup, put it in "
              << place.data << " before you start. Start with: medskapa serve --data " << place.data << '\n';
    return 0;
}

bool say(bool good, const std::string& what, const std::string& advice) {
    std::cout << (good ? "ok    " : "WRONG ") << what << (good ? "" : ". " + advice) << '\n';
    return good;
}

bool database_is_whole(const Place& place) {
    const auto db = sql::open(place.database(), sql::Access::read_only);
    bool good = say(store::layout_of(*db) == store::newest_layout(),
        "the database's layout is this program's", "Run medskapa migrate");
    if (db->dialect() == sql::Dialect::sqlite)
        good &= say(db->run("PRAGMA integrity_check").front().text("integrity_check") == "ok",
            "the database is whole", "Stop the server and restore a backup");
    return good;
}

int examine(const Place& place) {
    bool good = say(fs::is_directory(place.data), "the data folder is there", "Name it with --data");
    if (!good) return 1;
    struct stat info {};
    const auto secret = (fs::path{place.data} / "secret").string();
    good &= say(::stat(secret.c_str(), &info) == 0 && (info.st_mode & 077) == 0,
        "only we can read the secret", "Run chmod 600 " + secret);
    for (const auto& key : place.log_key_files())
        good &= say(::stat(key.c_str(), &info) == 0 && (info.st_mode & 077) == 0,
            "only we can read the key of the open log", "Run chmod 600 " + key);
    good &= say(fs::space(place.data).available > room_wanted, "there is room on the disk",
        "Make room: 200 MB at least");
    good &= database_is_whole(place);
    const Clock clock{"Europe/Stockholm"};
    good &= say(now() > Instant{std::chrono::sys_days{std::chrono::January / 1 / 2025}},
        "the clock is set: " + time::iso(clock.local(now())), "Set the machine's clock");
    return good ? 0 : 1;
}

}  // namespace

void add_upkeep(CLI::App& program, int& exit_code) {
    struct Asked {
        Place place;
        std::string file;
    };
    const auto asked = std::make_shared<Asked>();
    auto* migrate = program.add_subcommand("migrate", "Bring the database to this program's layout");
    auto* doctor = program.add_subcommand("doctor", "Say what is wrong with an installation");
    auto* backup = program.add_subcommand("backup", "Copy the database, also while it is served");
    auto* back = program.add_subcommand("restore", "Put a backup into an empty folder or database");
    for (auto* command : {migrate, doctor, backup, back}) add_place(*command, asked->place);
    for (auto* command : {backup, back}) command->add_option("file", asked->file, "The backup")->required();
    backup->footer("Example: medskapa backup /srv/backup/rus.db --data /var/lib/medskapa");

    migrate->callback([asked, &exit_code] {
        exit_code = told([&] {
            (void)laid_out(asked->place);
            return 0;
        });
    });
    doctor->callback([asked, &exit_code] { exit_code = told([&] { return examine(asked->place); }); });
    backup->callback(
        [asked, &exit_code] { exit_code = told([&] { return back_up(asked->place, asked->file); }); });
    back->callback(
        [asked, &exit_code] { exit_code = told([&] { return restore(asked->place, asked->file); }); });
}

}  // namespace medskapa::cli
