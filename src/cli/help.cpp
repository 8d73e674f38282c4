#include "cli/help.hpp"

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "web/words/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

namespace medskapa::cli {
namespace {

constexpr std::string_view example = "Example: ";

std::string translated(const std::string& sentence) {
    return sentence.empty() ? sentence : words()(sentence.c_str());
}

/// A footer is an example, perhaps after a few lines of text.
std::string translated_footer(const std::string& footer) {
    const auto at = footer.rfind(example);
    if (at == std::string::npos) return translated(footer);
    const auto text = at == 0 ? "" : translated(footer.substr(0, at - 1)) + '\n';
    return text + words()(N_("Example: ")) + footer.substr(at + example.size());
}

void label(CLI::FormatterBase& formatter) {
    formatter.label("Usage", words()(N_("Usage")));
    formatter.label("Positionals", words()(N_("Arguments")));
    formatter.label("OPTIONS", words()(N_("OPTIONS")));
    formatter.label("SUBCOMMAND", words()(N_("COMMAND")));
    formatter.label("REQUIRED", words()(N_("REQUIRED")));
}

void translate(CLI::App& app) {
    app.description(translated(app.get_description()));
    app.footer(translated_footer(app.get_footer()));
    app.group(words()(N_("Commands")));
    label(*app.get_formatter());
    app.get_help_ptr()->description(N_("Print this help and exit"));
    for (auto* option : app.get_options()) {
        option->description(translated(option->get_description()));
        option->group(words()(N_("Options")));
    }
    for (auto* command : app.get_subcommands({})) translate(*command);
}

/// What was typed, but for what may hold a password: of an address and of NAME=VALUE only how it begins.
std::string shown(const std::string& word) {
    const auto end = std::min(word.find("://"), word.find('='));
    if (end == word.npos) return word;
    return word.substr(0, end + (word[end] == '=' ? 1 : 3)) + "…";
}

/// The word that no command is called, when it is that which is wrong: with those that there are. After an
/// option a word may be that option's value.
std::optional<std::string> unknown_command(const CLI::App& program) {
    const auto words_left = program.remaining(true);
    if (words_left.empty()) return std::nullopt;
    if (words_left.front().starts_with('-'))
        return words()(N_("Say which command, before {}."), shown(words_left.front()));
    const auto word = words_left.begin();
    const auto* at = &program;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    std::vector<std::string> names;
    for (const auto* command : at->get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return words()(N_("There is no command {}. There are: {}."), shown(*word),
        fmt::format("{}", fmt::join(names, ", ")));
}

/// The parser gives its sentences in English only, and the name inside them.
std::string wrong_usage(const CLI::App& program, const CLI::Error& error) {
    const std::string text = error.what();
    const auto is = [&](CLI::ExitCodes kind) { return error.get_exit_code() == static_cast<int>(kind); };
    constexpr std::string_view is_required = " is required";
    if (text == "A subcommand is required")
        return unknown_command(program).value_or(words()(N_("Say which command.")));
    if (is(CLI::ExitCodes::RequiredError) && text.ends_with(is_required))
        return words()(N_("{} is required."), text.substr(0, text.size() - is_required.size()));
    if (is(CLI::ExitCodes::ExtrasError)) {
        std::vector<std::string> left;
        for (const auto& word : program.remaining(true)) left.push_back(shown(word));
        return words()(N_("This is not understood: {}"), fmt::format("{}", fmt::join(left, " ")));
    }
    return text;
}

}  // namespace

void speak(Command& command) {
    auto& program = command.app();
    program.description(N_("Medskapa: write the region's development strategy together"));
    translate(program);
    program.failure_message([](const CLI::App* asked, const CLI::Error& error) {
        return wrong_usage(*asked, error) + '\n' + words()(N_("Run with --help for more information.")) +
               '\n';
    });
}

}  // namespace medskapa::cli
