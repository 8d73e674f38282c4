#pragma once

#include "store/files/installation.hpp"

#include <filesystem>
#include <string>

/// Where a backup is put before anybody believes it.
namespace medskapa::jobs {

/// A folder inside the one that is to be filled, so that what is whole is moved into place by its name alone.
/// Gone, with what is left in it, at the end.
class Staging {
public:
    /// The target's folder must be there. Throws store::InstallationUnusable when another fills it.
    explicit Staging(const store::Installation& target);
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    store::Installation installation() const;
    /// The database last: while it is not there, nothing is. Throws store::InstallationUnusable when there is
    /// one by now, or a secret or key that is another.
    void move_into_place() const;

private:
    void move(const std::string& name) const;
    [[noreturn]] void refuse_begun() const;

    store::Installation target_;
    std::filesystem::path folder_;
    int lock_;
};

/// A database of our own on a server, gone at the end. Throws sql::Error when none may be made there.
class ScratchDatabase {
public:
    explicit ScratchDatabase(std::string server);
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase&) = delete;
    ScratchDatabase& operator=(const ScratchDatabase&) = delete;

    std::string url() const;

private:
    std::string server_;
    std::string name_;
};

}  // namespace medskapa::jobs
