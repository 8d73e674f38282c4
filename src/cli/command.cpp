#include "cli/command.hpp"

#include "cli/terminal.hpp"
#include "store/sql/address.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

namespace medskapa::cli {
namespace {

template <class Validator>
Check check_of(Validator validator) {
    return Check{std::make_shared<CLI::Validator>(std::move(validator))};
}

/// What is thrown while the library parses becomes one of its own faults, which it knows how to say.
template <class Function>
auto in_terms_of_library(Function function) {
    return [function = std::move(function)](const auto&... values) {
        try {
            function(values...);
        } catch (const WrongUsage& wrong) {
            throw CLI::ValidationError{wrong.what()};
        }
    };
}

}  // namespace

Check in_range(long long least, long long most) {
    return check_of(CLI::Range(least, most));
}

Check in_share() {
    return check_of(CLI::Range(0.0, 1.0));
}

Check positive() {
    return check_of(CLI::PositiveNumber);
}

Check one_of(std::initializer_list<const char*> values) {
    return check_of(CLI::IsMember(std::vector<std::string>{values.begin(), values.end()}));
}

Check a_folder() {
    return check_of(
        CLI::Validator{[](std::string& place) {
                           if (!sql::resembles_address(place) || std::filesystem::exists(place))
                               return std::string{};
                           return words()(N_(
                               "Name a folder here, and the address of a database with --database. It is not "
                               "shown, since it may hold a password."));
                       },
            {}});
}

Check an_address() {
    return check_of(CLI::Validator{
        [](std::string& place) {
            if (sql::is_address(place)) return std::string{};
            if (const char* set = std::getenv(variable_of_database); set && place == set)
                return words()(N_("The environment variable {} names no database: an address begins with "
                                  "postgresql://. Correct it, or take it away with unset {}. What it holds "
                                  "is not shown, since it may be a password."),
                    std::string{variable_of_database}, std::string{variable_of_database});
            return words()(
                N_("An address begins with postgresql://. It is not shown, since it may hold a "
                   "password."));
        },
        {}});
}

Option* Option::required() {
    option_.required();
    return this;
}

Option* Option::check(const Check& check) {
    option_.check(*check.validator_);
    return this;
}

Option* Option::delimiter(char between) {
    option_.delimiter(between);
    return this;
}

Option* Option::envname(const char* variable) {
    option_.envname(variable);
    return this;
}

Option* Option::capture_default_str() {
    option_.capture_default_str();
    return this;
}

Option* Option::default_str(const std::string& shown) {
    option_.default_str(shown);
    return this;
}

Option* Option::needs(const Option* other) {
    option_.needs(&other->option_);
    return this;
}

Option* Option::excludes(const Option* other) {
    option_.excludes(&other->option_);
    return this;
}

const std::string& Command::get_name() const {
    return app_.get_name();
}

Command* Command::add_subcommand(const char* name, const char* what) {
    commands_.push_back(std::make_unique<Command>(*app_.add_subcommand(name, what)));
    return commands_.back().get();
}

Command* Command::find(const char* name) {
    const auto found = std::find_if(
        commands_.begin(), commands_.end(), [&](const auto& command) { return command->get_name() == name; });
    return found == commands_.end() ? nullptr : found->get();
}

Command* Command::require_subcommand(int least) {
    app_.require_subcommand(least);
    return this;
}

Command* Command::footer(const std::string& example) {
    app_.footer(example);
    return this;
}

Command* Command::callback(std::function<void()> run) {
    app_.callback(in_terms_of_library(std::move(run)));
    // With one of these the library reads the environment for the chosen command alone, and not for all.
    app_.parse_complete_callback([] {});
    return this;
}

Option* Command::kept(CLI::Option* option) {
    options_.push_back(std::make_unique<Option>(*option));
    return options_.back().get();
}

template <class Value>
Option* Command::add_option(const char* name, Value& value, const std::string& what) {
    return kept(app_.add_option(name, value, what));
}

Option* Command::add_option_function(
    const char* name, std::function<void(const std::string&)> read, const std::string& what) {
    return kept(app_.add_option_function<std::string>(name, in_terms_of_library(std::move(read)), what));
}

Option* Command::add_flag(const char* name, bool& value, const std::string& what) {
    return kept(app_.add_flag(name, value, what));
}

void Command::read_config(const std::string& file, OtherOptions others) {
    // The library reads a file of its own only for the program as a whole, not for one command.
    for (const auto& item : CLI::ConfigTOML{}.from_file(file)) {
        auto* option = app_.get_option_no_throw("--" + item.name);
        if (option == nullptr && others == OtherOptions::ignored) continue;
        if (option == nullptr || !item.parents.empty())
            throw CLI::ConfigError{
                "The file " + file + " names no option of this command: " + item.fullname()};
        if (option->count() > 0) continue;
        for (const auto& value : item.inputs) option->add_result(value);
        option->run_callback();
    }
}

std::vector<ConfigLine> config_lines(const std::string& file) {
    std::vector<ConfigLine> lines;
    try {
        for (auto& item : CLI::ConfigTOML{}.from_file(file)) {
            // The library says by such lines where a section begins and ends.
            if (item.name == "++" || item.name == "--") continue;
            std::string section;
            for (const auto& parent : item.parents) section += (section.empty() ? "" : ".") + parent;
            lines.push_back({std::move(section), std::move(item.name), std::move(item.inputs)});
        }
    } catch (const CLI::Error& error) {
        throw std::runtime_error{error.what()};
    }
    return lines;
}

template Option* Command::add_option(const char*, std::string&, const std::string&);
template Option* Command::add_option(const char*, std::vector<std::string>&, const std::string&);
template Option* Command::add_option(const char*, int&, const std::string&);
template Option* Command::add_option(const char*, unsigned&, const std::string&);
template Option* Command::add_option(const char*, std::int64_t&, const std::string&);
template Option* Command::add_option(const char*, std::uint64_t&, const std::string&);
template Option* Command::add_option(const char*, double&, const std::string&);
template Option* Command::add_option(const char*, std::optional<std::uint64_t>&, const std::string&);

Program::Program(const std::string& name)
    : app_{std::make_unique<CLI::App>("", name)}, command_{std::make_unique<Command>(*app_)} {}

Program::~Program() = default;

std::optional<int> Program::parse(std::vector<std::string> words, std::ostream& out, std::ostream& err) {
    std::reverse(words.begin(), words.end());
    try {
        app_->parse(std::move(words));
    } catch (const CLI::ParseError& error) {
        return app_->exit(error, out, err) == 0 ? 0 : 2;
    }
    return std::nullopt;
}

}  // namespace medskapa::cli
