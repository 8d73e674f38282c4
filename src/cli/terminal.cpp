#include "cli/terminal.hpp"

#include <cstdlib>
#include <iostream>

namespace medskapa::cli {

Language language_of_environment() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view{value}.starts_with("sv") ? Language::sv : Language::en;
    return Language::en;
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

int run_command(const std::function<int()>& command) {
    try {
        return command();
    } catch (const store::InstallationUnusable& error) {
        std::cerr << "medskapa: " << words().complaint(error.complaint) << '\n';
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "medskapa: " << error.what() << '\n';
        return 1;
    }
}

}  // namespace medskapa::cli
