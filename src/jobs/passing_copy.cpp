#include "jobs/passing_copy.hpp"

#include "base/system/child_process.hpp"

namespace medskapa::jobs {

namespace fs = std::filesystem;

PassingCopy::PassingCopy(const store::Installation& installation)
    : path{fs::path{installation.data} / "backup.passing"} {
    fs::create_directories(installation.data);
    fs::remove(path);
}

PassingCopy::~PassingCopy() {
    std::error_code ignored;
    fs::remove(path, ignored);
}

void run_postgres_program(const std::vector<std::string>& command) {
    if (!run_trusted(command))
        throw store::InstallationUnusable{
            {"backup", N_("{} could not do it. Is PostgreSQL's client installed?"), {command.front()}}};
}

}  // namespace medskapa::jobs
