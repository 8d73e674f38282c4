#include "cli/regional/folder.hpp"

#include <filesystem>

namespace medskapa::cli {

Completed write_files(const std::string& folder, const Files& files) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return because({Failure::Kind::not_allowed,
            {{folder, N_("The folder {} could not be made: {}. Choose another --out."),
                {folder, error.message()}}}});
    }
    for (const auto& [name, write] : files) {
        if (auto done = deliver(folder + "/" + name, write); !done) return done;
    }
    return {};
}

}  // namespace medskapa::cli
