#pragma once

#include "store/files/installation.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace medskapa::jobs {

/// A plain copy that is there for a moment only, in the folder of the database and readable to nobody else.
class PassingCopy {
public:
    explicit PassingCopy(const store::Installation&);
    ~PassingCopy();
    PassingCopy(const PassingCopy&) = delete;
    PassingCopy& operator=(const PassingCopy&) = delete;

    const std::filesystem::path path;
};

/// Throws store::InstallationUnusable when it does not succeed.
void run_postgres_program(const std::vector<std::string>& command);

}  // namespace medskapa::jobs
