#include "cli/terminal.hpp"

#include "domain/field.hpp"
#include "store/sql/address.hpp"
#include "web/ui/forms/form.hpp"

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

namespace {

/// What the commands call the fields that they ask for.
constexpr std::pair<Field, const char*> options[]{{Field::code, "--code"}, {Field::email, "--email"},
    {Field::licence, "--licence"}, {Field::name, "--name"}, {Field::role, "--role"},
    {Field::source, "--source"}, {Field::title, "--title"}};

/// "--title: ", "row 3, vem: ", "x.csv: "; empty where the sentence says it by itself.
std::string place_of(const Complaint& complaint) {
    const auto& place = complaint.place;
    if (place.line > 0 && place.field) return web::ui::place_in_table(place, words()) + ": ";
    if (place.line > 0) return words()("line {}", place.line) + ": ";
    for (const auto& [field, option] : options)
        if (place.field == field) return std::string{option} + ": ";
    return place.field || place.part.empty() ? std::string{} : place.part + ": ";
}

}  // namespace

int refused(const Failure& failure) {
    for (const auto& complaint : failure.complaints)
        std::cerr << place_of(complaint) << words().complaint(complaint) << '\n';
    if (failure.complaints.empty()) std::cerr << words()(refusal_without_complaints) << '\n';
    return 1;
}

int run_command(const std::function<int()>& command) {
    try {
        return command();
    } catch (const store::InstallationUnusable& error) {
        std::cerr << "medskapa: " << words().complaint(error.complaint) << '\n';
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "medskapa: " << sentence_of(error) << '\n';
        return 1;
    }
}

SecurityLog::Write security_log_at(const std::string& file) {
    if (file.empty()) return to_stderr();
    try {
        return to_file(file);
    } catch (const std::runtime_error&) {
        give_up(
            N_("The file {} that --security-log names cannot be written. Check who owns it and its folder."),
            file);
    }
}

void note_security(const std::string& file, const SecurityRecord& record) {
    if (!file.empty()) security_log_at(file)(security_line(record, now()));
}

std::string sentence_of(const std::exception& error) {
    const auto* explained = dynamic_cast<const sql::Explained*>(&error);
    return explained == nullptr ? error.what() : words().complaint(explained->complaint);
}

}  // namespace medskapa::cli
